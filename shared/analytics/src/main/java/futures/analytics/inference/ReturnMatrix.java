package futures.analytics.inference;

import futures.analytics.performance.Measure;
import java.util.List;

/** Returns of several strategies on the same days, each in excess of what they are compared with: 0 for an account of futures. */
public final class ReturnMatrix {
    private static final double ROUNDING = 1e-12;

    private final int days;
    private final int strategies;
    /** By day, and within a day by strategy. */
    private final double[] values;

    private ReturnMatrix(int days, int strategies, double[] values) {
        this.days = days;
        this.strategies = strategies;
        this.values = values;
    }

    /**
     * @param returns of each strategy by day, in any unit that all share
     * @throws IllegalArgumentException for no strategy, less than two days, unequal lengths or a value that is not finite
     */
    public static ReturnMatrix of(List<double[]> returns) {
        if (returns.isEmpty() || returns.get(0).length < 2) {
            throw new IllegalArgumentException("at least one strategy of at least two days was expected");
        }
        int days = returns.get(0).length;
        int strategies = returns.size();
        double[] values = new double[Math.multiplyExact(days, strategies)];
        for (int k = 0; k < strategies; k++) {
            double[] one = returns.get(k);
            if (one.length != days) {
                throw new IllegalArgumentException(
                        "strategy " + k + " has " + one.length + " days, the first one " + days);
            }
            for (int day = 0; day < days; day++) {
                if (!Double.isFinite(one[day])) {
                    throw new IllegalArgumentException("strategy " + k + " returned " + one[day] + " on day " + day);
                }
                values[day * strategies + k] = one[day];
            }
        }
        return new ReturnMatrix(days, strategies, values);
    }

    public int days() {
        return days;
    }

    public int strategies() {
        return strategies;
    }

    /** Returns of one strategy by day. */
    public double[] strategy(int k) {
        double[] one = new double[days];
        for (int day = 0; day < days; day++) {
            one[day] = values[day * strategies + k];
        }
        return one;
    }

    double at(int day, int k) {
        return values[day * strategies + k];
    }

    /** By day, and within a day by strategy; not to be changed. */
    double[] values() {
        return values;
    }

    double[] means() {
        double[] means = new double[strategies];
        for (int i = 0; i < values.length; i++) {
            means[i % strategies] += values[i];
        }
        for (int k = 0; k < strategies; k++) {
            means[k] /= days;
        }
        return means;
    }

    /** Whether a deviation is zero but for rounding, measured by the largest value of the strategy. */
    static boolean negligible(double deviation, double largest) {
        return !(deviation > largest * ROUNDING);
    }

    double largest(int k) {
        double largest = 0;
        for (int i = k; i < values.length; i += strategies) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }

    /**
     * Mean of Pearson's correlation over all pairs of strategies that vary; takes a time that grows with the size of the matrix
     * only, since the sum of all correlations is the square of the sum of the standardised series.
     */
    public Measure meanCorrelation() {
        double[] sum = new double[days];
        int varying = 0;
        double[] means = means();
        for (int k = 0; k < strategies; k++) {
            double squares = 0;
            for (int day = 0; day < days; day++) {
                squares += (at(day, k) - means[k]) * (at(day, k) - means[k]);
            }
            double length = Math.sqrt(squares);
            if (!negligible(length / Math.sqrt(days), largest(k))) {
                varying++;
                for (int day = 0; day < days; day++) {
                    sum[day] += (at(day, k) - means[k]) / length;
                }
            }
        }
        if (varying < 2) {
            return Measure.undefined("a correlation needs two strategies that vary");
        }
        double all = 0;
        for (double value : sum) {
            all += value * value;
        }
        return Measure.of((all - varying) / ((double) varying * (varying - 1)));
    }
}
