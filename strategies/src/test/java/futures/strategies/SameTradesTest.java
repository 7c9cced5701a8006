package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Market;
import futures.engine.Samples;
import futures.javascript.Limits;
import futures.javascript.ScriptReader;
import futures.javascript.ScriptReport;
import futures.javascript.ScriptRuns;
import futures.javascript.ScriptSource;
import futures.javascript.ScriptTree;
import futures.javascript.TsxStrategy;
import futures.javascript.V8Library;
import futures.model.BarSeries;
import futures.model.ExitReason;
import futures.model.RoundTrip;
import futures.strategy.Strategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One moving-average cross in JavaScript, as a bot's strategy in Java and with the plain API makes the same round trips. */
class SameTradesTest {
    private static final String PAGE = "docs/tsx-contract.md";
    private static final int HISTORY = 10;

    @TempDir
    Path directory;

    private ScriptReport report;

    @BeforeAll
    static void allow() {
        V8Library.allow(Path.of("target/v8"), 128);
    }

    private interface Body {
        void with(Supplier<Strategy> twin) throws Exception;
    }

    private void twin(Body body) throws Exception {
        PageCode.compiled(
                directory,
                "MovingCrossTwin",
                PageCode.block(PAGE, "java", "class MovingCrossTwin extends BotStrategy"),
                twin -> {
                    try {
                        body.with(twin);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private BacktestResult script(Market market, Map<String, Object> parameters, double[] history) throws Exception {
        String text = PageCode.block(PAGE, "js", "class MovingCross {");
        ScriptSource source = ScriptReader.read(ScriptTree.of(Map.of("MovingCross.js", text)), "MovingCross.js");
        ScriptRuns runs = new ScriptRuns(Limits.STANDARD);
        runs.history((symbol, days) -> history);
        try {
            return java(() -> new TsxStrategy(source, runs), market, parameters);
        } finally {
            report = runs.end().get(0);
        }
    }

    private static BacktestResult java(Supplier<Strategy> strategy, Market market, Map<String, Object> parameters) {
        return Backtest.run(BacktestRequest.of(strategy, market).withParameters(parameters));
    }

    /** Everything but the numbers of orders, of which each kind of strategy may send others. */
    private static List<String> trips(BacktestResult result) {
        return result.trips().stream().map(SameTradesTest::text).toList();
    }

    private static String text(RoundTrip trip) {
        return trip.toString().replaceAll("(entry|exit)Order=\\d+, ", "");
    }

    private void agree(Market market, Map<String, Object> parameters, int atLeast) throws Exception {
        twin(twin -> {
            BacktestResult script = script(market, parameters, new double[0]);
            BacktestResult bot = java(twin, market, parameters);
            BacktestResult plain = java(() -> new PlainCross(Long.MIN_VALUE), market, parameters);
            assertEquals(trips(script), trips(bot));
            assertEquals(script.hash(), bot.hash());
            assertEquals(trips(plain), trips(bot));
            assertTrue(report.ready(), report::toString);
            Set<ExitReason> ends =
                    bot.trips().stream().map(RoundTrip::exitReason).collect(Collectors.toSet());
            assertTrue(ends.containsAll(EnumSet.of(ExitReason.ORDER, ExitReason.STOP_LOSS, ExitReason.TARGET)));
            assertTrue(bot.trips().size() >= atLeast, () -> bot.trips().size() + " round trips");
            System.out.printf(
                    Locale.ROOT,
                    "%s %s: %,d bars, %,d round trips, the same three times, net %,.2f%n",
                    market.bars().symbol(),
                    parameters,
                    market.bars().size(),
                    bot.trips().size(),
                    bot.trips().stream().mapToDouble(RoundTrip::net).sum());
        });
    }

    @ParameterizedTest
    @CsvSource({"10, 30, 4, 1.5", "3, 17, 4.1, 1.3"})
    void threeMonthsOfMinutesWithGaps(int fast, int slow, double risk, double ratio) throws Exception {
        Market market = Market.of(MadeDays.gaps(63, 1, fast), Course.ES);
        agree(
                market,
                Map.of("fast_period", fast, "slow_period", slow, "max_risk_points", risk, "risk_reward_ratio", ratio),
                1_000);
    }

    @Test
    void fourPricesABar() throws Exception {
        Market market = Market.of(MadeDays.gaps(21, 1, 9), Course.ES);
        agree(market, Map.of("ticks_per_bar", 4, "slow_period", 60, "max_risk_points", 2.6), 500);
        assertTrue(report.ignored() > 10, report::toString); // crosses while an order waits for the next bar
    }

    @Test
    void barsBeforeTheFirstPrice() throws Exception {
        BarSeries bars = MadeDays.walk(30, 1, 5);
        long from = bars.openTime(0) + Duration.ofDays(HISTORY).toMillis();
        int first = bars.firstAtOrAfter(from);
        assertTrue(first > 5_000);
        Market traded = Market.of(bars.between(from, Long.MAX_VALUE), Course.ES);
        Market all = Market.of(bars, Course.ES);
        Map<String, Object> slow = Map.of("slow_period", 200);
        twin(twin -> {
            BacktestResult script = script(traded, slow, flat(bars, first));
            BacktestResult bot = java(twin, all, Map.of("slow_period", 200, "history_days", HISTORY));
            BacktestResult plain = java(() -> new PlainCross(from), all, slow);
            assertTrue(bot.trips().size() > 50, () -> bot.trips().size() + " round trips");
            assertEquals(trips(script), trips(bot));
            assertEquals(trips(plain), trips(bot));
            assertTrue(
                    !trips(script).equals(trips(script(traded, slow, new double[0]))),
                    "history changes nothing: the test shows nothing");
        });
    }

    private static double[] flat(BarSeries bars, int end) {
        double[] flat = new double[6 * end];
        for (int i = 0; i < end; i++) {
            double[] bar = {bars.openTime(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i)};
            System.arraycopy(bar, 0, flat, 6 * i, 6);
        }
        return flat;
    }

    /** Whatever the host is told, script and Java are traded alike. */
    @Test
    void theHostsParametersMeanTheSameToBoth() throws Exception {
        Random random = new Random(11);
        Market market = Market.of(MadeDays.walk(12, 1, 3), Course.ES);
        twin(twin -> {
            Set<String> different = new HashSet<>();
            for (int run = 0; run < 8; run++) {
                Map<String, Object> parameters = new HashMap<>();
                parameters.put("ticks_per_bar", run % 2 == 0 ? 4 : 1);
                parameters.put("max_trade_duration_minutes", random.nextInt(3) * 20);
                parameters.put("signal_cooldown_minutes", random.nextInt(3) * 15);
                parameters.put("exit_at_session_end", random.nextBoolean());
                parameters.put("max_risk_points", 3 + random.nextInt(100) / 10.0);
                parameters.put("max_daily_loss", random.nextInt(2) * 2_000);
                parameters.put("max_daily_profit", random.nextInt(2) * 3_000);
                parameters.put("max_consecutive_losses", random.nextInt(3) * 2);
                parameters.put("max_daily_trades", random.nextInt(2) * 40);
                parameters.put("break_even_trigger", random.nextInt(3) * 0.5);
                parameters.put("trailing_stop_ticks", random.nextInt(3) * 8);
                parameters.put("trailing_stop_trigger", random.nextInt(2) * 0.75);
                parameters.put("trailing_stop_moves_target", random.nextBoolean());
                parameters.put("partial_exits", random.nextBoolean() ? "50@1 25@1.25" : "");
                BacktestResult script = script(market, parameters, new double[0]);
                BacktestResult bot = java(twin, market, parameters);
                assertEquals(trips(script), trips(bot), parameters::toString);
                assertEquals(script.hash(), bot.hash(), parameters::toString);
                assertTrue(bot.trips().size() > 20, parameters::toString);
                different.add(bot.hash());
            }
            assertEquals(8, different.size());
        });
    }

    @ParameterizedTest
    @Tag("real-data")
    @CsvSource({"MES, 0.25, 5, 4, 1000", "MCL, 0.01, 100, 0.15, 1000"})
    void aYearOfRealMinutes(String symbol, String tick, String pointValue, double risk, int atLeast) throws Exception {
        Market market = Market.of(RealBars.of(symbol), Samples.contract(symbol, tick, pointValue, null));
        agree(market, Map.of("max_risk_points", risk), atLeast);
        agree(market, Map.of("max_risk_points", risk, "slow_period", 90, "ticks_per_bar", 4), atLeast);
    }
}
