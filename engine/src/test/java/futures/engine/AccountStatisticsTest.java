package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import futures.analytics.inference.NormalDistribution;
import futures.analytics.performance.Metric;
import futures.model.BarSeries;
import futures.model.Side;
import futures.model.Timeframe;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of an account against sums done by hand: one ES contract held over four closes, no costs. */
class AccountStatisticsTest {
    /** Noon UTC on Thursday, Friday, Monday and Tuesday; the purchase fills on Friday's open. */
    private static final List<String> NOONS = List.of("2024-06-13", "2024-06-14", "2024-06-17", "2024-06-18");

    private static BacktestResult run(String firstOrder, double... closes) {
        return run(NOONS, firstOrder, closes);
    }

    private static BacktestResult run(List<String> noons, String firstOrder, double... closes) {
        BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.MINUTE);
        double open = closes[0];
        for (int i = 0; i < closes.length; i++) {
            long time = Instant.parse(noons.get(i) + "T12:00:00Z").toEpochMilli();
            bars.add(time, open, Math.max(open, closes[i]), Math.min(open, closes[i]), closes[i], 1);
            open = closes[i];
        }
        Script script = new Script();
        script.at(0, firstOrder);
        return Backtest.run(BacktestRequest.of(script::strategy, Market.of(bars.build(), Samples.es()))
                .withCosts(Costs.NONE));
    }

    @Test
    void followsTheDailyResults() {
        BacktestResult result = run("buy 1", 5000, 5010, 5000, 5030);
        assertEquals(
                List.of(
                        new DailyResult(LocalDate.parse("2024-06-13"), 0, 100_000),
                        new DailyResult(LocalDate.parse("2024-06-14"), 500, 100_500),
                        new DailyResult(LocalDate.parse("2024-06-17"), -500, 100_000),
                        new DailyResult(LocalDate.parse("2024-06-18"), 1_500, 101_500)),
                result.days());
        // daily returns 0, 0.005, -0.005, 0.015: mean 0.00375, squares about it 0.00021875
        double deviation = Math.sqrt(0.00021875 / 3);
        figure(0.00375 / deviation * Math.sqrt(252), result, Metric.SHARPE);
        figure(deviation * Math.sqrt(252), result, Metric.VOLATILITY);
        figure(0.00375 / Math.sqrt(0.000025 / 4) * Math.sqrt(252), result, Metric.SORTINO);
        figure(4, result, Metric.OMEGA);
        figure(0.015, result, Metric.TOTAL_RETURN);
        figure(-500, result, Metric.MAX_DRAWDOWN);
        figure(-500.0 / 100_500, result, Metric.MAX_DRAWDOWN_PCT);
        figure(3, result, Metric.RECOVERY_FACTOR);
        figure(500.0 / 100_500 / 2, result, Metric.ULCER_INDEX);
        figure(4, result, Metric.DAYS);
        figure(1_500, result, Metric.BEST_DAY);
        figure(-500, result, Metric.WORST_DAY);
        figure(0.75, result, Metric.EXPOSURE);
        double days = 5 + 1.0 / 1440;
        double growth = Math.pow(1.015, 365.25 / days) - 1;
        figure(growth, result, Metric.CAGR);
        figure(growth / (500.0 / 100_500), result, Metric.CALMAR);
    }

    @Test
    void daysMonthsAndDrawdowns() {
        BacktestResult result = run("buy 1", 5000, 5010, 5000, 5030);
        double ulcer = 500.0 / 100_500 / 2;
        double annual = Math.pow(1.015, 252 / 4.0) - 1;
        figure(annual, result, Metric.ANNUAL_RETURN);
        figure(annual / ulcer, result, Metric.MARTIN_RATIO);
        figure(500.0 / 100_500 / 4, result, Metric.PAIN_INDEX);
        figure(1, result, Metric.DRAWDOWNS);
        figure(-500.0 / 100_500, result, Metric.AVERAGE_DRAWDOWN);
        figure(0.25, result, Metric.TIME_UNDER_WATER);
        figure(2, result, Metric.LONGEST_DRAWDOWN_SESSIONS); // from Friday to Tuesday
        figure(4, result, Metric.LONGEST_DRAWDOWN_DAYS);
        figure(0, result, Metric.LONGEST_DRAWDOWN_OPEN);
        figure(0, result, Metric.OPEN_DRAWDOWN);
        figure(0, result, Metric.OPEN_DRAWDOWN_SESSIONS);
        figure(3, result, Metric.ACTIVE_DAYS);
        figure(0.5, result, Metric.PROFITABLE_DAYS);
        figure(1, result, Metric.MONTHS);
        figure(1_500, result, Metric.BEST_MONTH);
        figure(3, result, Metric.GAIN_TO_PAIN);
        figure(0.00375 / Math.sqrt(0.00021875 / 3) * 2, result, Metric.DAILY_T);
        double ratio = 0.00375 / Math.sqrt(0.00021875 / 3);
        figure(Math.sqrt((1 + ratio * ratio / 2) / 4 * 252), result, Metric.SHARPE_ERROR);
        // thousandths 0, 5, -5, 15 less their mean of 3.75
        double skewness = (Math.pow(-3.75, 3) + Math.pow(1.25, 3) + Math.pow(-8.75, 3) + Math.pow(11.25, 3))
                / 4
                / Math.pow(218.75 / 4, 1.5);
        double kurtosis = (Math.pow(3.75, 4) + Math.pow(1.25, 4) + Math.pow(8.75, 4) + Math.pow(11.25, 4))
                / 4
                / Math.pow(218.75 / 4, 2);
        double spread = 1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio;
        figure(NormalDistribution.probability(ratio * Math.sqrt(3 / spread)), result, Metric.PSR);
        figure(Math.ceil(1 + spread * Math.pow(1.6448536269514722 / ratio, 2)), result, Metric.MIN_TRACK_RECORD);
        figure(-1, result, Metric.AUTOCORRELATION); // 0, 5, -5 and then 5, -5, 15 less their means
        figure(0.0135 / 0.00425, result, Metric.TAIL_RATIO);
        // 5 / (1 + 5 f) - 5 / (1 - 5 f) + 15 / (1 + 15 f) = 0
        figure((Math.sqrt(112) - 2) / 18 / 0.005, result, Metric.KELLY_LEVERAGE);
        // logarithms 0, a, 0, b of equity over 0, 1, 2, 3
        double a = Math.log(1.005);
        double b = Math.log(1.015);
        double xy = -0.5 * a + 1.5 * b;
        double yy = a * a + b * b - (a + b) * (a + b) / 4;
        figure(xy * xy / 5 / yy, result, Metric.STABILITY);
        figure(xy / 5 / Math.sqrt((yy - xy * xy / 5) / 2 / 5), result, Metric.K_RATIO);
        figure(0, result, Metric.CLOSED_DRAWDOWN);
        figure(0, result, Metric.TRADES_PER_DAY);
    }

    @Test
    void aDrawdownThatIsOpenAtTheEndSaysSo() {
        BacktestResult result = run(
                List.of("2024-01-30", "2024-01-31", "2024-02-01", "2024-02-02", "2024-02-05"),
                "buy 1",
                5000,
                5010,
                5000,
                5005,
                4990);
        figure(1, result, Metric.DRAWDOWNS);
        figure(3, result, Metric.LONGEST_DRAWDOWN_SESSIONS); // Wednesday to Monday
        figure(5, result, Metric.LONGEST_DRAWDOWN_DAYS);
        figure(1, result, Metric.LONGEST_DRAWDOWN_OPEN);
        figure(99_500.0 / 100_500 - 1, result, Metric.OPEN_DRAWDOWN);
        figure(3, result, Metric.OPEN_DRAWDOWN_SESSIONS);
        figure(5, result, Metric.OPEN_DRAWDOWN_DAYS);
        figure(0.6, result, Metric.TIME_UNDER_WATER);
        figure(2, result, Metric.MONTHS);
        figure(0.5, result, Metric.PROFITABLE_MONTHS);
        figure(500, result, Metric.BEST_MONTH);
        figure(-1_000, result, Metric.WORST_MONTH);
        assertEquals(
                "the Sharpe ratio does not exceed 0",
                result.metrics().get(Metric.MIN_TRACK_RECORD).reason());
    }

    @Test
    void aLossFromTheStartIsADrawdown() {
        BacktestResult result = run("buy 1", 5000, 4980, 4990, 4990);
        figure(-1_000, result, Metric.MAX_DRAWDOWN);
        figure(-0.01, result, Metric.MAX_DRAWDOWN_PCT);
    }

    @Test
    void anIdleRunHasNoRatiosAndSaysWhy() {
        BacktestResult result = run("", 5000, 5010, 5000, 5030);
        assertEquals("returns do not vary", result.metrics().get(Metric.SHARPE).reason());
        assertEquals("returns do not vary", result.metrics().get(Metric.PSR).reason());
        assertEquals(
                "returns do not vary",
                result.metrics().get(Metric.MIN_TRACK_RECORD).reason());
        assertEquals("no period lost", result.metrics().get(Metric.SORTINO).reason());
        assertEquals("equity never fell", result.metrics().get(Metric.CALMAR).reason());
        assertEquals(
                "no day closed lower", result.metrics().get(Metric.MARTIN_RATIO).reason());
        assertEquals(
                "no day closed lower",
                result.metrics().get(Metric.AVERAGE_DRAWDOWN).reason());
        assertEquals(
                "capital did not change", result.metrics().get(Metric.K_RATIO).reason());
        figure(0, result, Metric.TOTAL_RETURN);
        figure(0, result, Metric.EXPOSURE);
    }

    @Test
    void anAccountThatIsLostHasNoYearlyGrowth() {
        BacktestResult result = run("buy 30", 5000, 4950, 4900, 4910);
        assertEquals("the account was lost", result.metrics().get(Metric.CAGR).reason());
        assertEquals(
                "the account was lost",
                result.metrics().get(Metric.SHARPE_ON_EQUITY).reason());
        assertEquals(
                "the account was lost", result.metrics().get(Metric.STABILITY).reason());
        assertEquals(
                "the account was lost",
                result.metrics().get(Metric.MARTIN_RATIO).reason());
    }

    @Test
    void sidesHaveTheirOwnFiguresOfRoundTrips() {
        BacktestResult result = run("buy 1 tp 8; sell 1", 5000, 5010, 5000, 5030);
        figure(0, result, Metric.NET_PROFIT);
        assertEquals(1, result.metrics(Side.LONG).get(Metric.TRADES).value());
        assertEquals(0, result.metrics(Side.SHORT).get(Metric.TRADES).value());
        assertFalse(result.metrics(Side.SHORT).containsKey(Metric.SHARPE));
        assertEquals(
                "closed equity never fell",
                result.metrics(Side.LONG).get(Metric.CLOSED_RECOVERY_FACTOR).reason());
        assertEquals(0.25, result.metrics(Side.LONG).get(Metric.TRADES_PER_DAY).value());
        assertEquals(Metric.ofResults(), result.metrics().keySet());
    }

    private static void figure(double expected, BacktestResult result, Metric metric) {
        assertEquals(
                expected, result.metrics().get(metric).value(), 1e-9 * Math.max(1, Math.abs(expected)), metric.name());
    }
}
