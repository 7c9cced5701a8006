package futures.engine.twin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Any number of strategies in any number of markets, in the plainest way: docs/fills.md, sentence by sentence. */
public final class NaiveExchange {
    private record Seat(NaiveStrategy strategy, NaiveTrader home) {}

    private final BigDecimal initialCash;
    private final NaiveAccount account;
    private final NavigableMap<String, NaiveMarket> markets = new TreeMap<>();
    private final NavigableMap<String, Seat> seats = new TreeMap<>();
    /** By symbol, then by the name of the strategy. */
    private final NavigableMap<String, NavigableMap<String, NaiveTrader>> traders = new TreeMap<>();

    private final List<Long> times = new ArrayList<>();
    private final List<BigDecimal> equity = new ArrayList<>();
    private final NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> daysByStrategy = new TreeMap<>();

    public NaiveExchange(BigDecimal initialCash, List<NaiveMarket> all) {
        this.initialCash = initialCash;
        this.account = new NaiveAccount(initialCash);
        for (NaiveMarket market : all) {
            markets.put(market.symbol, market);
            traders.put(market.symbol, new TreeMap<>());
        }
    }

    /** @param symbol of the market whose bars the strategy is called for */
    public void seat(String name, String symbol, NaiveStrategy strategy) {
        NaiveTrader home = new NaiveTrader(markets.get(symbol), null, account);
        for (NaiveMarket market : markets.values()) {
            NaiveTrader trader = market.symbol.equals(symbol) ? home : new NaiveTrader(market, home.moment(), account);
            traders.get(market.symbol).put(name, trader);
            home.desk().know(trader.desk());
        }
        seats.put(name, new Seat(strategy, home));
        daysByStrategy.put(name, new TreeMap<>());
    }

    public void run() {
        TreeMap<Long, List<NaiveMarket>> closing = new TreeMap<>();
        for (NaiveMarket market : markets.values()) {
            for (int bar = 0; bar < market.size(); bar++) {
                closing.computeIfAbsent(market.closesAt(bar), time -> new ArrayList<>())
                        .add(market);
            }
        }
        closing.forEach(this::moment);
    }

    private void moment(long time, List<NaiveMarket> closing) {
        for (NaiveMarket market : closing) {
            traders.get(market.symbol).values().forEach(trader -> trader.walk(trader.bar() + 1));
        }
        for (NaiveMarket market : closing) {
            traders.get(market.symbol).values().forEach(NaiveTrader::complete);
        }
        account.call(time);
        for (Seat seat : seats.values()) {
            if (closing.contains(seat.home().market())) {
                seat.strategy().atClose(seat.home().bar(), seat.home().desk());
            }
        }
        for (NaiveMarket market : closing) {
            if (market.rules.sameClose) {
                traders.get(market.symbol).values().forEach(NaiveTrader::fillAtSameClose);
            }
        }
        times.add(time);
        equity.add(account.equity());
        mark(closing);
    }

    /** The trading day of a moment is the latest among those of the bars that close, and never an earlier one than before. */
    private void mark(List<NaiveMarket> closing) {
        LocalDate day = days.isEmpty() ? LocalDate.MIN : days.lastKey();
        for (NaiveMarket market : closing) {
            LocalDate its = market.day(
                    traders.get(market.symbol).firstEntry().getValue().bar());
            day = its.isAfter(day) ? its : day;
        }
        days.put(day, account.equity());
        for (String name : seats.keySet()) {
            BigDecimal own = NaiveAccount.sum(traders.values().stream()
                    .map(byName -> byName.get(name).worth())
                    .toList());
            daysByStrategy.get(name).put(day, own.add(initialCash));
        }
    }

    // ---- what came out

    public NaiveTrader trader(String name, String symbol) {
        return traders.get(symbol).get(name);
    }

    /** At every moment at which bars closed. */
    public List<BigDecimal> equity() {
        return equity;
    }

    public List<Long> times() {
        return times;
    }

    /** Equity at the last close of each trading day. */
    public NavigableMap<LocalDate, BigDecimal> days() {
        return days;
    }

    public NavigableMap<LocalDate, BigDecimal> daysOf(String name) {
        return daysByStrategy.get(name);
    }
}
