package futures.analytics.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.SampleReturns;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every figure of two series as numpy and scipy give it, and the cases in which there is none. */
class SeriesFiguresTest {
    private static Map<Metric, Measure> all(double[] returns, SeriesTerms terms) {
        AccountSeries series = AccountSeries.ofReturnsOnEquity(returns, 1);
        Map<Metric, Measure> figures = new EnumMap<>(Metric.class);
        figures.putAll(PathStatistics.of(series.equity(), terms, null));
        figures.putAll(SeriesStatistics.of(returns, terms));
        figures.putAll(OtherDefinitions.of(returns, terms));
        return figures;
    }

    @Test
    void everyFigureOfTwoSeries() throws IOException {
        Map<Metric, Measure> twelve = all(SampleReturns.twelve(), SeriesTerms.DAYS);
        Map<Metric, Measure> many = all(SampleReturns.fiveHundred(), SeriesTerms.DAYS);
        int compared = 0;
        try (InputStream file = SeriesFiguresTest.class.getResourceAsStream("series_figures.txt")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] row = line.split(" ");
                compared += compare(row[0], row[1], twelve);
                compared += compare(row[0], row[2], many);
            }
        }
        assertEquals(121, compared);
    }

    private static int compare(String metric, String expected, Map<Metric, Measure> figures) {
        if (expected.equals("-")) {
            return 0;
        }
        double value = Double.parseDouble(expected);
        assertEquals(value, figures.get(Metric.valueOf(metric)).value(), 1e-9 * Math.max(1, Math.abs(value)), metric);
        return 1;
    }

    @Test
    void riskFreeByItsForm() {
        double[] twelve = SampleReturns.twelve();
        SeriesTerms simple = new SeriesTerms(252, SeriesTerms.simple(0.03, 252), 0);
        SeriesTerms compound = new SeriesTerms(252, SeriesTerms.compound(0.03, 252), 0);
        assertEquals(1.5218508140853446, all(twelve, simple).get(Metric.SHARPE).value(), 1e-9);
        assertEquals(
                1.5235656828525868, all(twelve, compound).get(Metric.SHARPE).value(), 1e-9);
        double[] many = SampleReturns.fiveHundred();
        assertEquals(1.376672559354823, all(many, simple).get(Metric.SHARPE).value(), 1e-9);
        assertEquals(1.3797122089961074, all(many, compound).get(Metric.SHARPE).value(), 1e-9);
    }

    @Test
    void profitsOnTheFirstCapitalAddUp() {
        AccountSeries series = AccountSeries.ofReturnsOnCapital(SampleReturns.fiveHundred(), 50_000);
        Map<Metric, Measure> path = PathStatistics.of(series.equity(), SeriesTerms.DAYS, null);
        assertEquals(-0.15744899999999995, path.get(Metric.MAX_DRAWDOWN_CAPITAL).value(), 1e-9);
        assertEquals(0.458071, path.get(Metric.TOTAL_RETURN).value(), 1e-9);
        AccountSeries small = AccountSeries.ofReturnsOnCapital(SampleReturns.twelve(), 1);
        assertEquals(
                -0.03,
                PathStatistics.of(small.equity(), SeriesTerms.DAYS, null)
                        .get(Metric.MAX_DRAWDOWN_CAPITAL)
                        .value(),
                1e-9);
    }

    @Test
    void threeFormsOfOneSeriesAgree() {
        AccountSeries first = AccountSeries.ofReturnsOnEquity(SampleReturns.twelve(), 1000);
        AccountSeries second = AccountSeries.ofEquity(first.equity());
        AccountSeries third = AccountSeries.ofReturnsOnCapital(second.onCapital(), 1000);
        for (int i = 0; i < 12; i++) {
            assertEquals(first.onEquity().orElseThrow()[i], second.onEquity().orElseThrow()[i], 1e-12);
            assertEquals(first.onEquity().orElseThrow()[i], third.onEquity().orElseThrow()[i], 1e-12);
            assertEquals(first.onCapital()[i], third.onCapital()[i], 1e-12);
        }
    }

    @Test
    void aFirstLossIsADrawdownAndNothingIsInvented() {
        assertEquals(-0.1, one(Metric.MAX_DRAWDOWN_PCT, -0.1, 0.05), 1e-12);
        Map<Metric, Measure> none = all(new double[0], SeriesTerms.DAYS);
        for (Metric metric : new Metric[] {Metric.SHARPE, Metric.TOTAL_RETURN, Metric.MEAN_RETURN, Metric.VAR_95}) {
            assertFalse(none.get(metric).defined(), metric.name());
        }
        assertEquals(0.01, one(Metric.TOTAL_RETURN, 0.01), 1e-12);
        undefined("a deviation needs two periods, there are 1", Metric.SHARPE, 0.01);
        undefined("returns do not vary", Metric.SHARPE, 0, 0, 0, 0);
        undefined("no period lost", Metric.SORTINO, 0, 0, 0, 0);
        undefined("no period won or lost", Metric.DAILY_WIN_RATE, 0, 0, 0, 0);
        assertEquals(0, one(Metric.MAX_DRAWDOWN_PCT, 0, 0, 0, 0));
        undefined("returns do not vary", Metric.SHARPE, 0.01, 0.01, 0.01, 0.01, 0.01);
        undefined("no period lost", Metric.SORTINO, 0.01, 0.01, 0.01, 0.01, 0.01);
        undefined("no period lost", Metric.OMEGA, 0.01, 0.02, 0.015);
        undefined("no period lost", Metric.DAILY_PAYOFF, 0.01, 0.02, 0.015);
    }

    @Test
    void nothingIsCompoundedAfterALoss() {
        for (double loss : new double[] {-1, -1.5}) {
            assertEquals(-1, one(Metric.TOTAL_RETURN, 0.1, loss, 0.5), 1e-12);
            assertEquals(-1, one(Metric.ANNUAL_RETURN, 0.1, loss, 0.5), 1e-12);
            assertEquals(-1, one(Metric.MAX_DRAWDOWN_PCT, 0.1, loss, 0.5), 1e-12);
        }
        AccountSeries owing = AccountSeries.ofReturnsOnCapital(new double[] {-1.5, 0.2}, 100);
        assertTrue(owing.onEquity().isEmpty());
        assertEquals(
                "the account was lost",
                PathStatistics.of(owing.equity(), SeriesTerms.DAYS, null)
                        .get(Metric.ANNUAL_RETURN)
                        .reason());
    }

    @Test
    void datesGiveCalendarFigures() {
        double[] equity = {100, 110, 99, 121};
        LocalDate[] days = {LocalDate.of(2024, 1, 30), LocalDate.of(2024, 2, 1), LocalDate.of(2024, 12, 31)};
        Map<Metric, Measure> path = PathStatistics.of(equity, SeriesTerms.DAYS, i -> days[i]);
        assertEquals(Math.pow(1.21, 365.25 / 337) - 1, path.get(Metric.CAGR).value(), 1e-12);
        assertEquals(
                path.get(Metric.CAGR).value() / 0.1, path.get(Metric.CALMAR).value(), 1e-9);
        assertEquals(336, path.get(Metric.LONGEST_DRAWDOWN_DAYS).value());
        assertEquals(3, path.get(Metric.MONTHS).value());
        assertEquals(22, path.get(Metric.BEST_MONTH).value());
        assertEquals(-11, path.get(Metric.WORST_MONTH).value());
    }

    private static double one(Metric metric, double... returns) {
        return all(returns, SeriesTerms.DAYS).get(metric).value();
    }

    private static void undefined(String reason, Metric metric, double... returns) {
        assertEquals(reason, all(returns, SeriesTerms.DAYS).get(metric).reason(), metric.name());
    }
}
