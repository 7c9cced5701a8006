package futures.analytics.account;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.ReturnStatistics;
import java.util.EnumMap;
import java.util.Map;

/** Returns beside those of a benchmark over the same periods. Both are fractions of the same kind of capital. */
public final class BenchmarkStatistics {
    private static final String SAME = "returns of the benchmark do not vary";

    private BenchmarkStatistics() {}

    /**
     * All of {@link Metric#BETA} to {@link Metric#BATTING_AVERAGE}.
     *
     * @throws IllegalArgumentException when the two are not of one length
     */
    public static Map<Metric, Measure> of(double[] returns, double[] benchmark, SeriesTerms terms) {
        if (returns.length != benchmark.length) {
            throw new IllegalArgumentException(
                    "there are " + returns.length + " returns and " + benchmark.length + " of the benchmark");
        }
        Map<Metric, Measure> figures = new EnumMap<>(Metric.class);
        regress(figures, returns, benchmark, terms);
        active(figures, returns, benchmark, terms);
        capture(figures, returns, benchmark);
        return figures;
    }

    private static void regress(Map<Metric, Measure> figures, double[] returns, double[] benchmark, SeriesTerms terms) {
        Line line = new Line(returns, benchmark, 0);
        double perYear = terms.periodsPerYear();
        Measure beta = line.slope();
        figures.put(Metric.BETA, beta);
        double excess = line.meanY - terms.riskFree();
        figures.put(
                Metric.ALPHA,
                beta.defined()
                        ? Measure.of((excess - beta.value() * (line.meanX - terms.riskFree())) * perYear)
                        : beta);
        figures.put(Metric.ALPHA_T, beta.defined() ? line.interceptT(terms.riskFree()) : beta);
        Measure correlation = line.correlation();
        figures.put(Metric.CORRELATION, correlation);
        figures.put(
                Metric.R_SQUARED,
                correlation.defined() ? Measure.of(correlation.value() * correlation.value()) : correlation);
        figures.put(Metric.TREYNOR, beta.defined() ? Measure.ratio(excess * perYear, beta.value(), "beta is 0") : beta);
        figures.put(Metric.UP_BETA, new Line(returns, benchmark, 1).slope());
        figures.put(Metric.DOWN_BETA, new Line(returns, benchmark, -1).slope());
    }

    private static void active(Map<Metric, Measure> figures, double[] returns, double[] benchmark, SeriesTerms terms) {
        double[] difference = new double[returns.length];
        int ahead = 0;
        for (int i = 0; i < difference.length; i++) {
            difference[i] = returns[i] - benchmark[i];
            ahead += difference[i] > 0 ? 1 : 0;
        }
        ReturnStatistics statistics = ReturnStatistics.of(difference, terms.periodsPerYear());
        Measure mean = statistics.mean().times(terms.periodsPerYear());
        figures.put(Metric.ACTIVE_RETURN, mean);
        figures.put(Metric.TRACKING_ERROR, statistics.volatility());
        figures.put(
                Metric.INFORMATION_RATIO,
                mean.over(statistics.volatility(), "it goes with the benchmark in every period"));
        figures.put(Metric.BATTING_AVERAGE, Measure.ratio(ahead, difference.length, "there are no periods"));
    }

    private static void capture(Map<Metric, Measure> figures, double[] returns, double[] benchmark) {
        double[] sums = new double[4];
        for (int i = 0; i < returns.length; i++) {
            if (benchmark[i] != 0) {
                int at = benchmark[i] > 0 ? 0 : 2;
                sums[at] += returns[i];
                sums[at + 1] += benchmark[i];
            }
        }
        Measure up = Measure.ratio(sums[0], sums[1], "the benchmark never rose");
        Measure down = Measure.ratio(sums[2], sums[3], "the benchmark never fell");
        figures.put(Metric.UP_CAPTURE, up);
        figures.put(Metric.DOWN_CAPTURE, down);
        figures.put(Metric.CAPTURE_RATIO, up.over(down, "down capture is 0"));
    }

    /** The line y = a + b x by least squares over the periods in which x has a sign; 0 for all. */
    private static final class Line {
        private int count;
        private double meanX;
        private double meanY;
        private double largestX;
        private double largestY;
        private double xx;
        private double xy;
        private double yy;

        Line(double[] y, double[] x, int sign) {
            for (int i = 0; i < x.length; i++) {
                if (sign == 0 || Math.signum(x[i]) == sign) {
                    count++;
                    meanX += x[i];
                    meanY += y[i];
                    largestX = Math.max(largestX, Math.abs(x[i]));
                    largestY = Math.max(largestY, Math.abs(y[i]));
                }
            }
            meanX /= Math.max(1, count);
            meanY /= Math.max(1, count);
            for (int i = 0; i < x.length; i++) {
                if (sign == 0 || Math.signum(x[i]) == sign) {
                    xx += (x[i] - meanX) * (x[i] - meanX);
                    xy += (x[i] - meanX) * (y[i] - meanY);
                    yy += (y[i] - meanY) * (y[i] - meanY);
                }
            }
        }

        private boolean constantX() {
            return Math.sqrt(xx / Math.max(1, count)) <= largestX * 1e-12;
        }

        private boolean constantY() {
            return Math.sqrt(yy / Math.max(1, count)) <= largestY * 1e-12;
        }

        Measure slope() {
            if (count < 2) {
                return Measure.undefined("a line needs two periods, there are " + count);
            }
            return constantX() ? Measure.undefined(SAME) : Measure.of(xy / xx);
        }

        Measure correlation() {
            if (count < 2 || constantX()) {
                return slope();
            }
            return constantY()
                    ? Measure.undefined("returns do not vary")
                    : Measure.of(Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))));
        }

        Measure interceptT(double riskFree) {
            double rest = yy - xy * xy / xx;
            if (count < 3 || rest <= yy * 1e-12) {
                return Measure.undefined(
                        count < 3 ? "an error needs three periods" : "the line goes through all periods");
            }
            double x = meanX - riskFree;
            double error = Math.sqrt(rest / (count - 2) * (1.0 / count + x * x / xx));
            return Measure.of((meanY - riskFree - xy / xx * x) / error);
        }
    }
}
