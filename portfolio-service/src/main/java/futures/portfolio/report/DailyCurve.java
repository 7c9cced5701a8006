package futures.portfolio.report;

import futures.kit.http.Problem;
import futures.kit.sql.Database;
import futures.portfolio.ledger.Cents;
import futures.portfolio.ledger.Portfolios;
import futures.portfolio.market.Market;
import futures.portfolio.market.Markets;
import futures.portfolio.market.Prices;
import futures.wire.portfolio.DailyEquity;
import futures.wire.portfolio.DailyPart;
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
public final class DailyCurve {
    private final Database database;
    private final Markets markets;
    private final Prices prices;
    private final Clock clock;

    public DailyCurve(Database database, Markets markets, Prices prices, Clock clock) {
        this.database = database;
        this.markets = markets;
        this.prices = prices;
        this.clock = clock;
    }

    /** What the days of a portfolio are parted by. */
    enum By {
        STRATEGY,
        SYMBOL;

        private String part(String symbol, String strategy) {
            return this == SYMBOL ? symbol : strategy;
        }
    }

    private record State(Portfolio portfolio, DailyBook book, Map<String, DailyBook> parts) {}

    /** @throws Problem 404 when there is no such portfolio */
    public DailyEquity of(String portfolioId) {
        return of(portfolioId, null);
    }

    /** @param by null for no parts */
    DailyEquity of(String portfolioId, By by) {
        List<String> symbols = database.read(connection -> TradedMarkets.symbols(
                connection, Portfolios.require(connection, portfolioId).id()));
        TradedMarkets traded = new TradedMarkets(markets, symbols);
        State state = database.snapshot(connection -> {
            Portfolio portfolio = Portfolios.require(connection, portfolioId);
            return new State(
                    portfolio,
                    DailyBook.read(connection, portfolio.id(), traded),
                    by == null ? Map.of() : DailyBook.read(connection, portfolio.id(), traded, by::part));
        });
        Map<String, String> unmarked = new LinkedHashMap<>();
        state.book().held().forEach((symbol, overnight) -> fetch(symbol, overnight, traded, unmarked));
        DailyEquity whole = curve(state.portfolio(), state.book(), unmarked);
        return by == null ? whole : withParts(whole, state);
    }

    /** A part is held within the days on which the whole is, so the closes of the whole serve it. */
    private static DailyEquity withParts(DailyEquity whole, State state) {
        List<DailyPart> parts = new ArrayList<>();
        state.parts().forEach((name, book) -> {
            book.held()
                    .forEach((symbol, held) ->
                            held.closes(state.book().held().get(symbol).closes()));
            List<DailyPart.Day> days = new ArrayList<>();
            BigDecimal before = whole.initialCash();
            BigDecimal unrealized = Cents.money(0);
            for (DayPoint day :
                    curve(state.portfolio(), book, new LinkedHashMap<>()).days()) {
                days.add(new DailyPart.Day(day.date(), day.equity().subtract(before)));
                before = day.equity();
                unrealized = day.unrealized();
            }
            parts.add(new DailyPart(name, days, unrealized));
        });
        return new DailyEquity(
                whole.initialCash(), whole.marked(), whole.unmarked(), whole.maxDrawdown(), whole.days(), parts);
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

    private static DailyEquity curve(Portfolio portfolio, DailyBook book, Map<String, String> unmarked) {
        long cash = Cents.exact(portfolio.initialCash());
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
                if (!held.fresh()) {
                    without.add(of.getKey());
                    unmarked.putIfAbsent(of.getKey(), "no close is stored for some of its days");
                }
                if (own != null) {
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
                portfolio.initialCash(),
                missing ? (marked ? "partly" : "none") : marked ? "all" : "nothing held",
                unmarked,
                Cents.money(deepest),
                days,
                null);
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
