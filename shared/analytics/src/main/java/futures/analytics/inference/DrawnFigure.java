package futures.analytics.inference;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Percentile;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** A figure over all paths that were drawn. Those in which it is not defined are left out. */
public final class DrawnFigure {
    private final double[] sorted;

    /** NaN is undefined; infinity is more than any number. */
    DrawnFigure(DoubleStream values) {
        sorted = values.filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(sorted);
    }

    /** @param share 0.05 for the 5th percentile */
    public Measure at(double share) {
        if (sorted.length == 0) {
            return Measure.undefined("it is undefined in all paths");
        }
        double value = Percentile.of(sorted, share);
        return Double.isFinite(value) ? Measure.of(value) : Measure.undefined("no day lost in so many of the paths");
    }

    /** In how many paths it is defined. */
    public int defined() {
        return sorted.length;
    }

    /** Share of the paths, of those in which it is defined, that are below a value. */
    public double below(double value) {
        long count = Arrays.stream(sorted).filter(one -> one < value).count();
        return sorted.length == 0 ? 0 : (double) count / sorted.length;
    }
}
