package futures.analytics.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import futures.analytics.SampleReturns;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What follows by hand when one series is made of the other, and sums written out for random ones. */
class BenchmarkStatisticsTest {
    @Test
    void aBenchmarkBesideItself() {
        double[] returns = SampleReturns.twelve();
        Map<Metric, Measure> figures = BenchmarkStatistics.of(returns, returns, SeriesTerms.DAYS);
        assertEquals(1, value(figures, Metric.BETA), 1e-12);
        assertEquals(0, value(figures, Metric.ALPHA), 1e-12);
        assertEquals(1, value(figures, Metric.CORRELATION), 1e-12);
        assertEquals(0, value(figures, Metric.TRACKING_ERROR), 1e-12);
        assertEquals(1, value(figures, Metric.CAPTURE_RATIO), 1e-12);
        assertEquals(
                "it goes with the benchmark in every period",
                figures.get(Metric.INFORMATION_RATIO).reason());
    }

    @Test
    void aStraightLineOfIt() {
        double[] benchmark = SampleReturns.fiveHundred();
        double[] returns = new double[benchmark.length];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = 0.0005 - 2 * benchmark[i];
        }
        SeriesTerms terms = new SeriesTerms(252, 0.0001, 0);
        Map<Metric, Measure> figures = BenchmarkStatistics.of(returns, benchmark, terms);
        assertEquals(-2, value(figures, Metric.BETA), 1e-9);
        assertEquals(-1, value(figures, Metric.CORRELATION), 1e-9);
        // r - f = a + b (x - f) where a = 0.0005 - f - 2 f
        assertEquals(252 * (0.0005 - 3 * 0.0001), value(figures, Metric.ALPHA), 1e-9);
        assertEquals(
                "the line goes through all periods", figures.get(Metric.ALPHA_T).reason());
        assertEquals(-2, value(figures, Metric.UP_BETA), 1e-9);
        assertEquals(-2, value(figures, Metric.DOWN_BETA), 1e-9);
    }

    @Test
    void randomSeriesByNormalEquations() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            int n = 5 + random.nextInt(200);
            double f = random.nextDouble() / 1000;
            double[] x = random.doubles(n, -0.02, 0.021).toArray();
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                y[i] = 0.3 * x[i] + random.nextGaussian() / 100;
            }
            Map<Metric, Measure> figures = BenchmarkStatistics.of(y, x, new SeriesTerms(52, f, 0));
            // (X'X) (a b)' = X'y with excess returns, solved by Cramer's rule; the error of a from the inverse
            double sx = 0;
            double sy = 0;
            double sxx = 0;
            double sxy = 0;
            for (int i = 0; i < n; i++) {
                sx += x[i] - f;
                sy += y[i] - f;
                sxx += (x[i] - f) * (x[i] - f);
                sxy += (x[i] - f) * (y[i] - f);
            }
            double determinant = n * sxx - sx * sx;
            double a = (sxx * sy - sx * sxy) / determinant;
            double b = (n * sxy - sx * sy) / determinant;
            double rest = 0;
            double difference = 0;
            for (int i = 0; i < n; i++) {
                double e = y[i] - f - a - b * (x[i] - f);
                rest += e * e;
                difference += y[i] - x[i];
            }
            assertEquals(b, value(figures, Metric.BETA), 1e-9);
            assertEquals(52 * a, value(figures, Metric.ALPHA), 1e-9);
            assertEquals(a / Math.sqrt(rest / (n - 2) * sxx / determinant), value(figures, Metric.ALPHA_T), 1e-6);
            assertEquals(52 * difference / n, value(figures, Metric.ACTIVE_RETURN), 1e-9);
            assertEquals(52 * sy / n / b, value(figures, Metric.TREYNOR), 1e-6 * Math.abs(1 / b));
        }
    }

    @Test
    void captureOfUpAndDownDaysByHand() {
        double[] benchmark = {0.01, -0.02, 0.03, 0, -0.01};
        double[] returns = {0.02, -0.01, 0.02, 0.5, 0.004};
        Map<Metric, Measure> figures = BenchmarkStatistics.of(returns, benchmark, SeriesTerms.DAYS);
        assertEquals(1, value(figures, Metric.UP_CAPTURE), 1e-12);
        assertEquals(0.2, value(figures, Metric.DOWN_CAPTURE), 1e-12);
        assertEquals(5, value(figures, Metric.CAPTURE_RATIO), 1e-12);
        assertEquals(0.8, value(figures, Metric.BATTING_AVERAGE), 1e-12);
        Map<Metric, Measure> flat = BenchmarkStatistics.of(returns, new double[5], SeriesTerms.DAYS);
        assertEquals(
                "returns of the benchmark do not vary", flat.get(Metric.BETA).reason());
        assertEquals("the benchmark never rose", flat.get(Metric.UP_CAPTURE).reason());
        assertThrows(
                IllegalArgumentException.class, () -> BenchmarkStatistics.of(returns, new double[4], SeriesTerms.DAYS));
    }

    private static double value(Map<Metric, Measure> figures, Metric metric) {
        return figures.get(metric).value();
    }
}
