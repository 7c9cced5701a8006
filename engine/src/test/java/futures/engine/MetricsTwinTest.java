package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.TradeColumns;
import futures.analytics.performance.TradeStatistics;
import futures.engine.twin.NaiveMetrics;
import futures.model.RoundTrip;
import futures.model.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every metric of random runs against one computed straight from its sentence. */
class MetricsTwinTest {
    private static final int RUNS = 300;
    private static final EnumSet<Metric> SEARCHED =
            EnumSet.of(Metric.KELLY_EXACT, Metric.KELLY_HALF, Metric.KELLY_LEVERAGE);

    @Test
    void everyMetricOfRandomRuns() {
        Map<Metric, Integer> defined = new HashMap<>();
        for (long seed = 1; seed <= RUNS; seed++) {
            BacktestResult result = run(seed);
            Map<String, Double> expected = trips(result, result.trips());
            expected.putAll(account(result));
            compare("seed " + seed, expected, result.metrics());
            result.metrics()
                    .forEach((metric, measure) -> defined.merge(metric, measure.defined() ? 1 : 0, Integer::sum));
            for (Side side : Side.values()) {
                List<RoundTrip> some = result.trips().stream()
                        .filter(trip -> trip.side() == side)
                        .toList();
                compare("seed " + seed + " " + side, trips(result, some), result.metrics(side));
            }
        }
        defined.forEach(
                (metric, times) -> assertTrue(times > RUNS / 20, metric + " was defined only " + times + " times"));
    }

    @Test
    void columnsAndDailyEquityGiveTheSameToTheLastBit() {
        for (long seed = 1; seed <= 50; seed++) {
            BacktestResult result = run(seed);
            TradeColumns columns = TradeColumns.of(result.trips());
            AccountCourse course = AccountCourse.of(
                    result.equity(),
                    result.days(),
                    result.manifest().firstBar(),
                    result.metrics().get(Metric.EXPOSURE).value());
            Map<Metric, Measure> figures = TradeStatistics.of(columns);
            AccountStatistics.addClosed(figures, columns, course.initialCash, course.dailyEquity.length);
            AccountStatistics.add(figures, course);
            figures.forEach((metric, measure) -> assertEquals(result.metrics().get(metric), measure));
            assertTrue(figures.size() > 70);
        }
    }

    private static BacktestResult run(long seed) {
        RandomRun random = RandomRun.of("ES", "0.25", "50", 1.0, seed);
        return Backtest.run(BacktestRequest.of(random.script()::strategy, random.market())
                .withInitialCash(random.cash())
                .withCosts(random.costs())
                .withFills(random.settings()));
    }

    private static void compare(String what, Map<String, Double> expected, Map<Metric, Measure> actual) {
        assertEquals(
                expected.size(),
                actual.values().stream().filter(Measure::defined).count(),
                () -> what + ": "
                        + actual.entrySet().stream()
                                .filter(entry -> entry.getValue().defined()
                                        != expected.containsKey(entry.getKey().key()))
                                .toList());
        actual.forEach((metric, measure) -> {
            if (measure.defined()) {
                Double value = expected.get(metric.key());
                double tolerance = SEARCHED.contains(metric) ? 1e-6 : 1e-8;
                assertTrue(value != null, () -> what + " " + metric + " " + measure);
                assertEquals(value, measure.value(), tolerance * Math.max(1, Math.abs(value)), what + " " + metric);
            }
        });
    }

    private static Map<String, Double> trips(BacktestResult result, List<RoundTrip> trips) {
        return NaiveMetrics.ofTrips(
                trips.stream()
                        .map(trip -> new NaiveMetrics.Trip(
                                trip.net(),
                                trip.gross(),
                                trip.barsHeld(),
                                trip.mae(),
                                trip.mfe(),
                                trip.ticks(),
                                trip.maeTicks(),
                                trip.mfeTicks(),
                                trip.riskMultiple() == null ? Double.NaN : trip.riskMultiple(),
                                trip.ambiguous()))
                        .toList(),
                result.equity().initialCash(),
                result.days().size());
    }

    private static Map<String, Double> account(BacktestResult result) {
        EquityCurve curve = result.equity();
        List<Double> equity = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            equity.add(curve.equity(i));
        }
        TreeMap<LocalDate, Double> daily = new TreeMap<>();
        result.days().forEach(day -> daily.put(day.day(), day.equity()));
        double years = (curve.time(curve.size() - 1) - result.manifest().firstBar()) / (365.25 * 86_400_000);
        return NaiveMetrics.ofAccount(curve.initialCash(), equity, daily, years, held(result) / (double) curve.size());
    }

    /** Bars at whose close the fills until then leave a position. */
    private static int held(BacktestResult result) {
        int held = 0;
        for (int bar = 0; bar < result.equity().size(); bar++) {
            int until = bar;
            int position = result.fills().stream()
                    .filter(fill -> fill.bar() <= until)
                    .mapToInt(fill -> fill.side().sign() * fill.contracts())
                    .sum();
            held += position == 0 ? 0 : 1;
        }
        return held;
    }
}
