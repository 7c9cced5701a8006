package futures.analytics.inference;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Percentile;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** A figure over all paths that were drawn. Those in which it is not defined are left out. */
public final class DrawnFigure {
    private final double[] sorted;

    /** NaN is undefined; infinity is more than any number. */
    public DrawnFigure(DoubleStream values) {
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

    /** The same of those at or above it. */
    public double reaching(double value) {
        return sorted.length == 0 ? 0 : 1 - below(value);
    }

    /**
     * Of figures that are drawn as if there were nothing: how likely one at least as high is, the observed one counted among them:
     * (1 + reached) / (1 + paths).
     */
    public double chanceOfReaching(double observed) {
        long reached = Arrays.stream(sorted).filter(one -> one >= observed).count();
        return (1.0 + reached) / (1 + sorted.length);
    }
}
