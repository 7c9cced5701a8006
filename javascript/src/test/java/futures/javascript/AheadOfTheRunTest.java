package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.FillSettings;
import futures.engine.FillTiming;
import futures.engine.Market;
import futures.engine.StrategyFailed;
import futures.model.BarSeries;
import futures.model.Timeframe;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A script that is given prices ahead of the run does what it does when it gets them one by one. */
class AheadOfTheRunTest {
    static {
        assertTrue(Replay.RESOURCES.toFile().isDirectory()); // and V8 is allowed in this process
    }

    private record Came(BacktestResult result, ScriptReport report) {}

    private static BarSeries bars(long seed) {
        return Scripts.bars(Tape.of("2024-03-07T15:00:00Z", 3_000, seed));
    }

    private static Came run(ScriptSource source, BarSeries bars, BarSeries tape, UnaryOperator<BacktestRequest> how) {
        ScriptRuns runs = new ScriptRuns(Limits.STANDARD);
        if (tape != null) {
            runs.tape("MES", tape);
        }
        try {
            BacktestResult result = Backtest.run(
                    how.apply(BacktestRequest.of(() -> new TsxStrategy(source, runs), Market.of(bars, Scripts.MES))));
            return new Came(result, runs.end().get(0));
        } finally {
            runs.end();
        }
    }

    private static void compare(
            ScriptSource source, BarSeries bars, BarSeries tape, UnaryOperator<BacktestRequest> how) {
        Came alone = run(source, bars, null, how);
        Came ahead = run(source, bars, tape, how);
        assertEquals(alone.result().trips(), ahead.result().trips());
        assertEquals(alone.result().hash(), ahead.result().hash());
        assertEquals(alone.report(), ahead.report());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cross.js",
                "folder",
                "promised.js",
                "older.js",
                "clocks.js",
                "timed.js",
                "dice.js",
                "stateful.js",
                "sloppy.js",
                "closing.js",
                "equipped.js",
                "minded.js",
                "awaiting.js",
                "curious.js",
                "latecomer.js",
                "bursting.js",
                "belated.js",
                "patient.js"
            })
    void nothingDiffers(String name) throws Exception {
        ScriptSource source = Replay.read(name);
        Random random = new Random(name.hashCode());
        for (int round = 0; round < 3; round++) {
            BarSeries bars = bars(random.nextInt(1000));
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("ticks_per_bar", random.nextBoolean() ? 4 : 1);
            parameters.put("max_trade_duration_minutes", random.nextInt(3) * 60);
            parameters.put("signal_cooldown_minutes", random.nextInt(2) * 15);
            parameters.put("exit_at_session_end", random.nextInt(4) == 0);
            parameters.put("max_daily_loss", random.nextInt(2) * 60);
            parameters.put("break_even_trigger", random.nextInt(2) * 0.5);
            parameters.put("trailing_stop_ticks", random.nextInt(2) * 6);
            parameters.put("partial_exits", random.nextBoolean() ? "50@1" : "");
            FillSettings fills = random.nextInt(3) == 0
                    ? FillSettings.STANDARD.withTiming(FillTiming.SAME_CLOSE)
                    : FillSettings.STANDARD;
            // Some of them cannot hold what they bought, which nobody foresees.
            BigDecimal cash = new BigDecimal(random.nextBoolean() ? "1010" : "100000");
            long seed = round;
            compare(
                    source,
                    bars,
                    bars,
                    request -> request.withParameters(parameters)
                            .withFills(fills)
                            .withSeed(seed)
                            .withInitialCash(cash));
        }
    }

    /** They are found out in the middle of a bar, from where the prices to come are laid out anew. */
    @ParameterizedTest
    @ValueSource(strings = {"curious.js", "latecomer.js", "belated.js"})
    void whoHidesThatItHeedsItsPositionIsToldAllTheSame(String name) throws Exception {
        BarSeries bars = bars(11);
        compare(Replay.read(name), bars, bars, request -> request.withParameters(Map.of("ticks_per_bar", 4)));
    }

    @Test
    void otherBarsThanThoseThatWereSaidToComeDoNoHarm() throws Exception {
        ScriptSource source = Replay.read("minded.js");
        BarSeries bars = bars(3);
        compare(source, bars, bars(4), UnaryOperator.identity());
        BarSeries.Builder changed = BarSeries.builder("MES", Timeframe.parse("1m"));
        for (int i = 0; i < bars.size(); i++) {
            double close = bars.close(i) + (i == 1_777 ? 0.25 : 0);
            changed.add(
                    bars.openTime(i), bars.open(i), Math.max(close, bars.high(i)), bars.low(i), close, bars.volume(i));
        }
        compare(source, bars, changed.build(), UnaryOperator.identity());
    }

    @ParameterizedTest
    @CsvSource({"failing.js, failing.js:3:54", "refusing.js, refusing.js:3:59"})
    void aFailureIsThatOfItsBar(String name, String place) throws Exception {
        ScriptSource source = Replay.read(name);
        BarSeries bars = bars(5);
        String alone = assertThrows(StrategyFailed.class, () -> run(source, bars, null, UnaryOperator.identity()))
                .getMessage();
        String ahead = assertThrows(StrategyFailed.class, () -> run(source, bars, bars, UnaryOperator.identity()))
                .getMessage();
        assertTrue(alone.contains("bar 1234 ") && alone.contains(place), alone);
        assertEquals(alone, ahead);
    }
}
