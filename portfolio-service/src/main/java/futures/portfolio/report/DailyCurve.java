package futures.portfolio.report;

import futures.kit.http.Problem;
import futures.kit.sql.Database;
import futures.portfolio.ledger.Cents;
import futures.portfolio.ledger.Portfolios;
import futures.portfolio.market.Market;
import futures.portfolio.market.Markets;
import futures.portfolio.market.Prices;
import futures.wire.portfolio.DailyEquity;
import futures.wire.portfolio.DayPoint;
import futures.wire.portfolio.Portfolio;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Equity at the ends of trading days: cash, and what is held over them at the days' closes. */
final class DailyCurve {
    private final Database database;
    private final Markets markets;
    private final Prices prices;
    private final Clock clock;

    DailyCurve(Database database, Markets markets, Prices prices, Clock clock) {
        this.database = database;
        this.markets = markets;
        this.prices = prices;
        this.clock = clock;
    }

    private record State(Portfolio portfolio, DailyBook book) {}

    DailyEquity of(String portfolioId) {
        List<String> symbols = database.read(connection -> TradedMarkets.symbols(
                connection, Portfolios.require(connection, portfolioId).id()));
        TradedMarkets traded = new TradedMarkets(markets, symbols);
        State state = database.snapshot(connection -> {
            Portfolio portfolio = Portfolios.require(connection, portfolioId);
            return new State(portfolio, DailyBook.read(connection, portfolio.id(), traded));
        });
        Map<String, String> unmarked = new LinkedHashMap<>();
        state.book().held().forEach((symbol, overnight) -> fetch(symbol, overnight, traded, unmarked));
        return curve(state, unmarked);
    }

    private void fetch(String symbol, Overnight overnight, TradedMarkets traded, Map<String, String> unmarked) {
        Market market = traded.of(symbol);
        if (overnight.never()) {
            return;
        }
        if (market == null) {
            unmarked.put(symbol, traded.unknown().get(symbol));
            return;
        }
        LocalDate to = overnight.open() ? market.day(clock.millis()) : overnight.lastChange();
        try {
            overnight.closes(prices.closes(
                    symbol,
                    market,
                    overnight.first().minusDays(7),
                    to.isBefore(overnight.first()) ? overnight.first() : to));
        } catch (Problem e) {
            unmarked.put(symbol, e.getMessage());
        }
    }

    private static DailyEquity curve(State state, Map<String, String> unmarked) {
        DailyBook book = state.book();
        long cash = Cents.exact(state.portfolio().initialCash());
        long peak = cash;
        long deepest = 0;
        boolean marked = false;
        boolean missing = false;
        List<DayPoint> days = new ArrayList<>();
        for (LocalDate day : days(book)) {
            DailyBook.Moved moved = book.moved().getOrDefault(day, new DailyBook.Moved());
            cash += moved.gross - moved.costs;
            BigDecimal gain = BigDecimal.ZERO;
            BigDecimal margin = BigDecimal.ZERO;
            List<String> without = new ArrayList<>();
            for (var of : book.held().entrySet()) {
                Overnight held = of.getValue();
                held.to(day);
                if (held.nothing()) {
                    continue;
                }
                BigDecimal own = held.gain();
                margin = margin.add(held.margin());
                if (own == null) {
                    without.add(of.getKey());
                    unmarked.putIfAbsent(of.getKey(), "no close is stored for some of its days");
                } else {
                    gain = gain.add(own);
                    marked = true;
                }
            }
            missing |= !without.isEmpty();
            long unrealized = Cents.rounded(gain);
            long equity = cash + unrealized;
            peak = Math.max(peak, equity);
            deepest = Math.min(deepest, equity - peak);
            days.add(new DayPoint(
                    day,
                    Cents.money(moved.gross),
                    Cents.money(moved.costs),
                    Cents.money(cash),
                    Cents.money(unrealized),
                    Cents.money(equity),
                    Cents.money(equity - peak),
                    Cents.money(Cents.rounded(margin)),
                    without));
        }
        return new DailyEquity(
                state.portfolio().initialCash(),
                missing ? (marked ? "partly" : "none") : marked ? "all" : "nothing held",
                unmarked,
                Cents.money(deepest),
                days);
    }

    /** Days on which something was recorded or changed hands, and those with a close while something was held. */
    private static NavigableSet<LocalDate> days(DailyBook book) {
        NavigableSet<LocalDate> days = new TreeSet<>(book.moved().keySet());
        for (Overnight held : book.held().values()) {
            if (held.never()) {
                continue;
            }
            days.add(held.first());
            days.addAll(held.closes()
                    .subMap(held.first(), true, held.open() ? LocalDate.MAX : held.lastChange(), true)
                    .keySet());
        }
        return days;
    }
}
