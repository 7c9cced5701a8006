package futures.analytics.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.ExitReason;
import futures.model.FillRule;
import futures.model.RoundTrip;
import futures.model.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Eight round trips in MES with figures from numpy, and the cases in which there is no figure. */
class TradeStatisticsTest {
    private static final double TICK = 0.25;
    private static final double POINT_VALUE = 5;

    private static final List<RoundTrip> EIGHT = List.of(
            trip(1, 2, 5000.0, 5006.25, 2.48, -2.5, 8.0, 12),
            trip(-1, 1, 5010.5, 5014.0, 1.24, -4.75, 1.0, 5),
            trip(1, 1, 5003.25, 5003.25, 1.24, -1.0, 2.25, 3),
            trip(-1, 3, 5020.0, 5011.75, 3.72, -1.25, 9.5, 20),
            trip(1, 2, 5008.75, 5001.5, 2.48, -7.25, 3.0, 9),
            trip(1, 1, 4998.0, 5012.5, 1.24, -0.5, 15.0, 33),
            trip(-1, 2, 5012.0, 5017.25, 2.48, -6.0, 0.75, 7),
            trip(-1, 1, 5019.5, 5016.5, 1.24, -2.0, 4.5, 11));

    @Test
    void agreesOnEightRoundTrips() {
        Map<Metric, Measure> figures = TradeStatistics.of(EIGHT);
        close(8, figures, Metric.TRADES);
        close(4, figures, Metric.WINS);
        close(4, figures, Metric.LOSSES);
        close(0, figures, Metric.BREAKEVEN);
        close(0.5, figures, Metric.WIN_RATE);
        close(115.13, figures, Metric.NET_PROFIT);
        close(265.07, figures, Metric.GROSS_PROFIT);
        close(-149.94, figures, Metric.GROSS_LOSS);
        close(1.7678404695211418, figures, Metric.PROFIT_FACTOR);
        close(66.2675, figures, Metric.AVERAGE_WIN);
        close(-37.485, figures, Metric.AVERAGE_LOSS);
        close(1.7678404695211418, figures, Metric.PAYOFF_RATIO);
        close(14.39125, figures, Metric.EXPECTANCY);
        close(6.26, figures, Metric.MEDIAN_TRADE);
        close(66.13577796310946, figures, Metric.TRADE_DEVIATION);
        close(0.6154702206982223, figures, Metric.SQN);
        close(0.6154702206982223, figures, Metric.SQN_100);
        close(0.6154702206982223, figures, Metric.TRADE_T);
        close(1.9210526315789473, figures, Metric.PROFIT_FACTOR_GROSS);
        close(1.5275252316519468, figures, Metric.RUNS_Z);
        close(-1.2042077850877193, figures, Metric.EXIT_EFFICIENCY);
        close((12 + 20 + 33 + 11) / 4.0, figures, Metric.AVERAGE_BARS_WON);
        close((5 + 3 + 9 + 7) / 4.0, figures, Metric.AVERAGE_BARS_LOST);
        close(120.03, figures, Metric.LARGEST_WIN);
        close(-74.98, figures, Metric.LARGEST_LOSS);
        close(1, figures, Metric.MAX_CONSECUTIVE_WINS);
        close(2, figures, Metric.MAX_CONSECUTIVE_LOSSES);
        close(0.2171690496849889, figures, Metric.KELLY);
        close(12.5, figures, Metric.AVERAGE_BARS);
        close((-25 - 23.75 - 5 - 18.75 - 72.5 - 2.5 - 60 - 10) / 8, figures, Metric.AVERAGE_MAE);
        close((80 + 5 + 11.25 + 142.5 + 30 + 75 + 7.5 + 22.5) / 8, figures, Metric.AVERAGE_MFE);
        close(1.7425742574257426, figures, Metric.EDGE_RATIO);
        assertEquals(
                "no round trip had a stop", figures.get(Metric.EXPECTANCY_R).reason());
    }

    @Test
    void whatFollowsFromOtherFigures() {
        Map<Metric, Measure> figures = TradeStatistics.derived(TradeStatistics.of(EIGHT));
        close(0.3839202347605709, figures, Metric.EXPECTANCY_LOSSES);
        close(0.2788580790495135, figures, Metric.TRADE_T_P);
    }

    @Test
    void theDrawdownOfClosedRoundTrips() {
        Map<Metric, Measure> figures = TradeStatistics.closedDrawdown(TradeColumns.of(EIGHT), 50_000_000_000L);
        close(-74.98, figures, Metric.CLOSED_DRAWDOWN);
        close(-0.0014948145008570205, figures, Metric.CLOSED_DRAWDOWN_PCT);
        close(1.5354761269671255, figures, Metric.CLOSED_RECOVERY_FACTOR);
        // the first one lost: the start is a peak
        Map<Metric, Measure> second =
                TradeStatistics.closedDrawdown(TradeColumns.of(EIGHT.subList(1, 3)), 1_000_000_000L);
        close(-19.98, second, Metric.CLOSED_DRAWDOWN);
        close(-0.01998, second, Metric.CLOSED_DRAWDOWN_PCT);
        Map<Metric, Measure> won = TradeStatistics.closedDrawdown(TradeColumns.of(EIGHT.subList(0, 1)), 1_000_000_000L);
        close(0, won, Metric.CLOSED_DRAWDOWN);
        assertEquals(
                "closed equity never fell",
                won.get(Metric.CLOSED_RECOVERY_FACTOR).reason());
    }

    @Test
    void kellyOfRiskMultiples() {
        TradeColumns columns = new TradeColumns();
        for (double multiple : new double[] {2, -1, -1, Double.NaN, -1, 2, -1, 2, -1, 2, -1}) {
            columns.add(Side.LONG, 1, 1, 1, multiple, false);
        }
        Map<Metric, Measure> figures = TradeStatistics.searched(columns);
        close(0.1, figures, Metric.KELLY_EXACT); // 4 of 10 at 2 to 1
        close(0.05, figures, Metric.KELLY_HALF);
        columns.clear();
        columns.add(Side.LONG, 1, 1, 1, 2, false);
        assertEquals(
                "no round trip that had a stop lost: there is no bound",
                TradeStatistics.searched(columns).get(Metric.KELLY_EXACT).reason());
        assertEquals(
                "no round trip had a stop",
                TradeStatistics.searched(new TradeColumns())
                        .get(Metric.KELLY_HALF)
                        .reason());
    }

    @Test
    void runsOfWinsAndLosses() {
        // 6 wins and 6 losses in 2 runs: 7 expected, deviation sqrt(6 * 5 / 11)
        TradeColumns columns = new TradeColumns();
        for (int i = 0; i < 13; i++) {
            columns.add(Side.LONG, i < 6 ? 1 : i == 8 ? 0 : -1, 0, 1, Double.NaN, false);
        }
        close((2 - 7) / Math.sqrt(30.0 / 11), TradeStatistics.of(columns), Metric.RUNS_Z);
        columns.clear();
        columns.add(Side.LONG, 1, 0, 1, Double.NaN, false);
        columns.add(Side.LONG, -1, 0, 1, Double.NaN, false);
        assertFalse(TradeStatistics.of(columns).get(Metric.RUNS_Z).defined());
    }

    @Test
    void sqnOfManyRoundTripsIsCappedAtAHundred() {
        TradeColumns columns = new TradeColumns();
        for (int i = 0; i < 400; i++) {
            columns.add(Side.LONG, i % 2 == 0 ? 30_000_000 : -10_000_000, 0, 1, Double.NaN, false);
        }
        Map<Metric, Measure> figures = TradeStatistics.of(columns);
        double deviation = 20 * Math.sqrt(400 / 399.0);
        close(20 * 10 / deviation, figures, Metric.SQN);
        close(10 * 10 / deviation, figures, Metric.SQN_100);
    }

    @Test
    void withoutRoundTripsOnlyCountsAndSumsAreDefined() {
        Map<Metric, Measure> figures = TradeStatistics.of(List.of());
        close(0, figures, Metric.TRADES);
        close(0, figures, Metric.NET_PROFIT);
        for (Metric metric : List.of(
                Metric.WIN_RATE,
                Metric.PROFIT_FACTOR,
                Metric.PAYOFF_RATIO,
                Metric.KELLY,
                Metric.EXPECTANCY,
                Metric.MEDIAN_TRADE,
                Metric.LARGEST_WIN,
                Metric.AVERAGE_BARS,
                Metric.EDGE_RATIO,
                Metric.EXIT_EFFICIENCY,
                Metric.RUNS_Z,
                Metric.TRADE_T,
                Metric.SQN_100,
                Metric.PROFIT_FACTOR_GROSS,
                Metric.AVERAGE_BARS_WON,
                Metric.AVERAGE_BARS_LOST,
                Metric.KELLY_EXACT)) {
            assertFalse(figures.get(metric).defined(), metric.name());
        }
    }

    @Test
    void withoutLossesThereIsNoProfitFactor() {
        Map<Metric, Measure> figures = TradeStatistics.of(List.of(trip(1, 1, 5000, 5001, 1, -1, 2, 3)));
        assertEquals("no round trip lost", figures.get(Metric.PROFIT_FACTOR).reason());
        assertEquals("no round trip lost", figures.get(Metric.PAYOFF_RATIO).reason());
        assertEquals("no round trip lost", figures.get(Metric.LARGEST_LOSS).reason());
        close(4, figures, Metric.LARGEST_WIN);
    }

    @Test
    void breakevenIsJudgedOnNetAndStaysInTheDenominator() {
        Map<Metric, Measure> figures = TradeStatistics.of(List.of(
                trip(1, 1, 5000, 5000.25, 1.25, -1, 2, 3), // gains a tick, pays a tick
                trip(1, 1, 5000, 5000, 1.25, -1, 2, 3)));
        close(1, figures, Metric.BREAKEVEN);
        close(1, figures, Metric.LOSSES);
        close(0, figures, Metric.WIN_RATE);
        close(0, figures, Metric.PROFIT_FACTOR);
    }

    @Test
    void centsAddUp() {
        RoundTrip dime = trip(1, 1, 5000, 5000.25, 1.15, -1, 2, 3);
        Map<Metric, Measure> figures = TradeStatistics.of(Collections.nCopies(100_000, dime));
        assertEquals(10_000.0, figures.get(Metric.NET_PROFIT).value(), 0.0);
    }

    @Test
    void columnsGiveTheSameFiguresButForMedianAndExcursions() {
        List<RoundTrip> trips = List.of(
                trip(1, 2, 5000.0, 5006.25, 2.48, -2.5, 8.0, 12),
                trip(-1, 1, 5010.5, 5014.0, 1.24, -4.75, 1.0, 5),
                trip(-1, 3, 5020.0, 5011.75, 3.72, -1.25, 9.5, 20));
        TradeColumns columns = new TradeColumns();
        columns.add(Side.LONG, 1, 1, 1, 2, true);
        columns.clear();
        columns.add(Side.LONG, 60_020_000, 62_500_000, 12, Double.NaN, false);
        columns.add(Side.SHORT, -18_740_000, -17_500_000, 5, Double.NaN, false);
        columns.add(Side.SHORT, 120_030_000, 123_750_000, 20, Double.NaN, false);
        Map<Metric, Measure> all = TradeStatistics.of(trips);
        Map<Metric, Measure> some = TradeStatistics.of(columns);
        some.forEach((metric, measure) -> assertEquals(measure, all.get(metric), metric.name()));
        assertFalse(some.containsKey(Metric.MEDIAN_TRADE) || some.containsKey(Metric.AVERAGE_MAE));
        assertEquals(
                TradeStatistics.of(trips.subList(1, 3)).get(Metric.TRADE_DEVIATION),
                TradeStatistics.of(columns.only(Side.SHORT)).get(Metric.TRADE_DEVIATION));
        close(60.02, TradeStatistics.of(columns.only(Side.LONG)), Metric.NET_PROFIT);
    }

    @Test
    void columnsHoldAnyNumberOfRoundTrips() {
        TradeColumns columns = new TradeColumns();
        for (int i = 1; i <= 1_000; i++) {
            columns.add(i % 2 == 0 ? Side.LONG : Side.SHORT, i, i, i, i % 4 == 0 ? i : Double.NaN, i % 10 == 0);
        }
        Map<Metric, Measure> figures = TradeStatistics.of(columns);
        close(0.5005, figures, Metric.NET_PROFIT);
        close(502, figures, Metric.EXPECTANCY_R);
        close(500.5, figures, Metric.AVERAGE_BARS);
        close(100, figures, Metric.AMBIGUOUS_TRADES);
        assertEquals(500, columns.only(Side.SHORT).size());
    }

    @Test
    void everyMetricHasADefinitionAndAKey() {
        for (Metric metric : Metric.values()) {
            assertTrue(metric.definition().length() > 5);
            assertTrue(metric.key().matches("[a-z_0-9]+"));
        }
    }

    @Test
    void thePageOfMetricsSaysWhatTheyAre() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            rows.add("| `" + metric.key() + "` | " + metric.unit().name().toLowerCase(Locale.ROOT) + " | "
                    + metric.definition().replace("|", "\\|") + " |");
        }
        List<String> page = Files.readAllLines(Path.of("..", "..", "docs", "metrics.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertEquals(String.join("\n", rows), String.join("\n", page));
    }

    private static RoundTrip trip(
            int sign, int contracts, double entry, double exit, double costs, double mae, double mfe, int bars) {
        double gross = sign * contracts * (exit - entry) * POINT_VALUE;
        return new RoundTrip(
                1,
                "MES",
                sign > 0 ? Side.LONG : Side.SHORT,
                contracts,
                1,
                0,
                entry,
                FillRule.MARKET_AT_OPEN,
                2,
                0,
                exit,
                FillRule.MARKET_AT_OPEN,
                ExitReason.ORDER,
                Math.round(sign * (exit - entry) / TICK),
                gross,
                costs,
                Math.rint((gross - costs) * 100) / 100,
                Math.round(mae / TICK),
                Math.round(mfe / TICK),
                mae * POINT_VALUE * contracts,
                mfe * POINT_VALUE * contracts,
                null,
                bars,
                false);
    }

    private static void close(double expected, Map<Metric, Measure> figures, Metric metric) {
        assertEquals(expected, figures.get(metric).value(), 1e-9, metric.name());
    }
}
