package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.Fill;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.junit.jupiter.api.Test;

/** Bound margin against the engine's own check of orders, and against sums over all fills at every moment. */
class MarginUseTest {
    private static final LocalDate MONDAY = LocalDate.of(2024, 3, 4);
    private static final String TWICE = """
            100.00 100.00 100.00 100.00 | buy 2 |
            100.00 100.00 100.00 100.00 | buy 1 |%s
            100.00 100.00 100.00 100.00 |       |%s
            100.00 100.00 100.00 100.00 | close |
            ---
            100.00 100.00 100.00 100.00 |       |%s
            """;

    private static MarginTable table(String initial, String dayTrade) {
        return MarginTable.dated(Map.of(
                MONDAY,
                new MarginTable.Margins(
                        new BigDecimal(initial), null, dayTrade == null ? null : new BigDecimal(dayTrade))));
    }

    private static BacktestResult twice(MarginTable table, String cash, String... fills) {
        return new GoldenTable().margins(table, cash).check(TWICE.formatted((Object[]) fills));
    }

    @Test
    void changesWithThePositionAndTheHourOfTheDay() {
        BacktestResult result = twice(
                table("1200.50", "300"),
                "100000",
                " #1 buy 2 @100 MARKET_AT_OPEN",
                " #2 buy 1 @100 MARKET_AT_OPEN",
                " #3 sell 3 @100 MARKET_AT_OPEN");
        EquityCurve equity = result.equity();
        assertEquals(
                List.of(
                        new MarginChange(equity.time(1), 600_000_000),
                        new MarginChange(equity.time(2), 900_000_000),
                        new MarginChange(equity.time(3), 3_601_500_000L), // at the last bar of the day
                        new MarginChange(equity.time(4), 0)),
                result.marginChanges());
    }

    /** An account with just as much as is bound is let in by the engine's check; with a cent less it is refused, with this figure. */
    @Test
    void isWhatTheCheckOfOrdersAsksFor() {
        String first = " #1 buy 2 @100 MARKET_AT_OPEN";
        String second = " #2 buy 1 @100 MARKET_AT_OPEN";
        List<MarginChange> changes = twice(
                        table("1200.50", null), "100000", first, second, " #3 sell 3 @100 MARKET_AT_OPEN")
                .marginChanges();
        assertEquals(3, changes.size());
        BigDecimal bound = BigDecimal.valueOf(changes.get(1).millionths(), 6);
        BacktestResult enough =
                twice(table("1200.50", null), bound.toPlainString(), first, second, " #3 sell 3 @100 MARKET_AT_OPEN");
        assertEquals(changes, enough.marginChanges());
        BacktestResult less = twice(
                table("1200.50", null),
                bound.subtract(new BigDecimal("0.01")).toPlainString(),
                first,
                "",
                " #3 sell 2 @100 MARKET_AT_OPEN");
        assertEquals(
                "3 contracts need an initial margin of "
                        + Money.text(changes.get(1).millionths()) + ", equity is 3601.49",
                less.orders().get(1).reason());
        assertEquals(changes.get(0), less.marginChanges().get(0));
        assertEquals(2, less.marginChanges().size());
    }

    @Test
    void isToldWhenMarginWasNotAskedForToo() {
        BacktestResult result = new GoldenTable()
                .margins(table("5000", null), "1000")
                .settings(new FillSettings(true, false, true, false))
                .check("""
                100.00 100.00 100.00 100.00 | buy 1 |
                100.00 100.00 100.00 100.00 |       | #1 buy 1 @100 MARKET_AT_OPEN
                """);
        assertEquals(List.of(new MarginChange(result.equity().time(1), 5_000_000_000L)), result.marginChanges());
    }

    @Test
    void everyMomentOfRandomRuns() {
        int bound = 0;
        for (long seed = 1; seed <= 60; seed++) {
            RandomRun random = RandomRun.of("ES", "0.25", "50", 1.0, seed);
            BacktestResult result = random.run();
            BigDecimal[] naive = new BigDecimal[result.equity().size()];
            for (int i = 0; i < naive.length; i++) {
                naive[i] = naive(random.market(), result.equity().time(i), result.fills(), random.rates());
            }
            bound += compare("seed " + seed, naive, result);
        }
        assertTrue(bound > 200, "changes in all: " + bound);
    }

    @Test
    void everyMomentOfRandomJointRuns() {
        int bound = 0;
        for (long seed = 1; seed <= 40; seed++) {
            RandomJointRun random = new RandomJointRun(seed);
            JointResult result = JointBacktest.run(random.request());
            BigDecimal[] naive = new BigDecimal[result.equity().size()];
            for (int i = 0; i < naive.length; i++) {
                naive[i] = BigDecimal.ZERO;
                for (Market market : random.markets()) {
                    List<Fill> fills = new ArrayList<>();
                    for (StrategyLedger ledger : result.strategies()) {
                        if (ledger.markets().containsKey(market.bars().symbol())) {
                            fills.addAll(
                                    ledger.markets().get(market.bars().symbol()).fills());
                        }
                    }
                    naive[i] = naive[i].add(naive(market, result.equity().time(i), fills, random.ratesOf(market)));
                }
            }
            bound += compare("seed " + seed, naive, result);
        }
        assertTrue(bound > 500, "changes in all: " + bound);
    }

    private static int compare(String what, BigDecimal[] naive, RunResult result) {
        List<MarginChange> expected = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (int i = 0; i < naive.length; i++) {
            if (naive[i].compareTo(before) != 0) {
                expected.add(new MarginChange(
                        result.equity().time(i), naive[i].movePointRight(6).longValueExact()));
                before = naive[i];
            }
        }
        assertEquals(expected, result.marginChanges(), what);
        return expected.size();
    }

    /** Of the last bar that has closed: the contracts that all fills until then leave, at the margin of its day. */
    private static BigDecimal naive(
            Market market, long time, List<Fill> fills, NavigableMap<LocalDate, BigDecimal> rates) {
        int bar = -1;
        for (int i = 0; i < market.bars().size(); i++) {
            bar = market.bars().closeTime(i) <= time ? i : bar;
        }
        if (bar < 0) {
            return BigDecimal.ZERO;
        }
        int last = bar;
        int held = fills.stream()
                .filter(fill -> fill.bar() <= last)
                .mapToInt(fill -> fill.side().sign() * fill.contracts())
                .sum();
        LocalDate day = day(market, bar);
        boolean dayEnds =
                bar + 1 == market.bars().size() || !day(market, bar + 1).equals(day);
        MarginTable.Margins margins = market.margins().on(day);
        BigDecimal each = margins.dayTrade() != null && !dayEnds ? margins.dayTrade() : margins.initial();
        if (held == 0 || each == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal own = each.multiply(new BigDecimal(Math.abs(held)));
        return rates.isEmpty()
                ? own
                : own.multiply(rates.lowerEntry(day).getValue()).setScale(6, RoundingMode.HALF_EVEN);
    }

    private static LocalDate day(Market market, int bar) {
        return market.contract().calendar().tradingDay(market.bars().openTime(bar));
    }
}
