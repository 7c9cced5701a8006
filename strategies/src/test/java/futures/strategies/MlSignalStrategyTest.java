package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Costs;
import futures.engine.Market;
import futures.engine.ModelPredictions;
import futures.engine.StrategyFailed;
import futures.engine.finding.Finding;
import futures.model.BarSeries;
import futures.model.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What it makes of a model's words, bar by bar: each bar opens at the close before it, so an order fills at the close that it was sent at. */
class MlSignalStrategyTest {
    private static final long BEGINS = Instant.parse("2024-01-09T15:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final double NAN = Double.NaN;

    /** A rise and a fall by a point a bar. */
    private static final double[] CLOSES = {100, 101, 102, 103, 104, 103, 102, 101, 100, 99};

    private static BarSeries bars() {
        BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.MINUTE);
        double open = 100;
        for (int i = 0; i < CLOSES.length; i++) {
            bars.add(BEGINS + i * MINUTE, open, Math.max(open, CLOSES[i]), Math.min(open, CLOSES[i]), CLOSES[i], 100);
            open = CLOSES[i];
        }
        return bars.build();
    }

    /** Of the bars where there is a number, known so long after their close. */
    private static ModelPredictions says(long late, boolean seen, double... values) {
        int[] said = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
        long[] times = new long[said.length];
        long[] known = new long[said.length];
        double[] some = new double[said.length];
        boolean[] inTraining = new boolean[said.length];
        for (int k = 0; k < said.length; k++) {
            times[k] = BEGINS + said[k] * MINUTE;
            known[k] = times[k] + MINUTE + late;
            some[k] = values[said[k]];
            inTraining[k] = seen;
        }
        return new ModelPredictions("signal", "m-1", 3, "abc", times, known, some, inTraining);
    }

    private static BacktestResult run(Map<String, Object> parameters, ModelPredictions... models) {
        Market market = Market.of(bars(), Course.ES).withModels(List.of(models));
        return Backtest.run(BacktestRequest.of(MlSignalStrategy::new, market)
                .withParameters(parameters)
                .withCosts(Costs.NONE));
    }

    private static BacktestResult run(Map<String, Object> parameters, double... values) {
        return run(parameters, says(0, false, values));
    }

    @Test
    void itIsLongAndShortAsTheModelSays() {
        BacktestResult result = run(Map.of(), NAN, 0.6, 0.52, 0.52, 0.4, 0.4, 0.4, 0.55, 0.4, 0.4);
        assertEquals("LONG 101.0 104.0 order; SHORT 103.0 101.0 order", Course.trades(result));
    }

    @Test
    void whatItSaysNothingOfIsHeldThroughAndNotEntered() {
        BacktestResult result = run(Map.of(), NAN, 0.6, NAN, NAN, NAN, 0.3, NAN, NAN, NAN, NAN);
        assertEquals("LONG 101.0 103.0 order", Course.trades(result));
    }

    @Test
    void sidesTimeAndMeaningAreChosen() {
        double[] values = {NAN, 0.6, 0.6, 0.6, 0.6, 0.3, 0.3, 0.3, 0.3, 0.3};
        assertEquals(
                "LONG 101.0 103.0 order; LONG 104.0 103.0 order",
                Course.trades(run(Map.of("max_bars", 2, "sides", "long"), values)));
        assertEquals("SHORT 101.0 103.0 order", Course.trades(run(Map.of("means", "fall", "sides", "short"), values)));
        assertEquals(
                "LONG 101.0 103.0 target",
                Course.trades(run(
                        Map.of("target_ticks", 8, "sides", "long"), NAN, 0.6, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN)));
    }

    @Test
    void returnsAreReadAboutZero() {
        Map<String, Object> returns = Map.of("enter", 0.002, "leave", 0.0, "centre", 0.0);
        BacktestResult result = run(returns, NAN, 0.003, 0.001, 0.001, -0.001, -0.003, 0, 0.001, NAN, NAN);
        assertEquals("LONG 101.0 104.0 order; SHORT 103.0 101.0 order", Course.trades(result));
    }

    @Test
    void withoutAModelItSaysWhatToGiveIt() {
        StrategyFailed failed = assertThrows(StrategyFailed.class, () -> run(Map.of(), new ModelPredictions[0]));
        assertTrue(failed.getMessage().contains("\"models\""), failed.getMessage());
        StrategyFailed other =
                assertThrows(StrategyFailed.class, () -> run(Map.of("model", "trend"), says(0, false, 0.6)));
        assertTrue(other.getMessage().contains("only signal"), other.getMessage());
    }

    @Test
    void whatIsKnownOnlyLaterIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> run(Map.of(), says(1, false, 0.6, 0.6)));
        assertEquals(0, run(Map.of(), says(-MINUTE, false, NAN, NAN)).trips().size());
    }

    @Test
    void theManifestNamesTheModelAndAFindingWhatItHadSeen() {
        BacktestResult honest = run(Map.of(), NAN, 0.6, 0.6);
        assertEquals("m-1", honest.manifest().models().get(0).model());
        assertEquals(3, honest.manifest().models().get(0).version());
        assertEquals(2, honest.manifest().models().get(0).bars());
        assertEquals(0, honest.manifest().models().get(0).inTraining());
        assertTrue(keys(honest).stream().noneMatch("in_sample_predictions"::equals));
        BacktestResult forced = run(Map.of(), says(0, true, NAN, 0.6, 0.6));
        assertEquals(2, forced.manifest().models().get(0).inTraining());
        assertEquals("in_sample_predictions", keys(forced).get(0));
        assertEquals(
                honest.manifest().models().get(0).predictionsHash(),
                forced.manifest().models().get(0).predictionsHash());
    }

    private static List<String> keys(BacktestResult result) {
        return result.findings().stream().map(Finding::key).toList();
    }

    /** Over a part of the bars a model says what it says of them over all. */
    @Test
    void aPartOfTheMarketHasItsPartOfTheModel() {
        Market whole = Market.of(bars(), Course.ES).withModels(List.of(says(0, false, 0.6, 0.7, 0.8, 0.9)));
        Market part = whole.between(BEGINS + 2 * MINUTE, Long.MAX_VALUE);
        assertEquals(2, part.modelIdentities().get(0).bars());
        assertEquals(4, whole.modelIdentities().get(0).bars());
    }
}
