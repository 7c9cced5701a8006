package futures.ml.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What is done to features before a learner sees them. All of it is learnt from the rows that the model is fitted on, and is part of
 * the model, so that it cannot know others.
 *
 * @param fill   missing values become the feature's median
 * @param scale  features have mean 0 and deviation 1
 * @param select how many features are kept, those that correlate most with the target; 0: all
 */
public record Preparation(boolean fill, boolean scale, int select) {
    /** Nothing is done. */
    public static final Preparation NONE = new Preparation(false, false, 0);

    /** Checks the range. */
    public Preparation {
        if (select < 0) {
            throw new IllegalArgumentException("0 or more features can be selected, found " + select);
        }
    }

    /** A learner that prepares, then learns. */
    public Learner before(Learner learner) {
        return equals(NONE) ? learner : new Prepared(this, learner);
    }

    /** Fits preparation and model on the same rows. */
    private record Prepared(Preparation preparation, Learner learner) implements Learner {
        @Override
        public Task task() {
            return learner.task();
        }

        @Override
        public FittedModel fit(Sample sample, long seed, Pause pause) {
            Steps steps = preparation.learn(sample, pause);
            Matrix prepared = steps.apply(sample.matrix());
            return new PreparedModel(steps, learner.fit(sample.with(prepared), seed, pause));
        }
    }

    private Steps learn(Sample sample, Learner.Pause pause) {
        Matrix matrix = sample.matrix();
        int p = matrix.features();
        double[] fills = new double[p];
        double[] means = new double[p];
        double[] deviations = new double[p];
        double[] strength = new double[p];
        Arrays.fill(deviations, 1);
        for (int f = 0; f < p; f++) {
            pause.pass();
            double[] column = matrix.column(f);
            fills[f] = fill ? median(column) : Double.NaN;
            Moments moments = Moments.of(column, fills[f], sample);
            if (scale) {
                means[f] = moments.mean;
                deviations[f] = moments.deviation == 0 ? 1 : moments.deviation;
            }
            strength[f] = moments.correlation;
        }
        int[] kept = IntStream.range(0, p).toArray();
        if (select > 0 && select < p) {
            kept = IntStream.range(0, p)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer f) -> -strength[f]))
                    .limit(select)
                    .mapToInt(f -> f)
                    .sorted()
                    .toArray();
        }
        return new Steps(fills, means, deviations, kept);
    }

    private static double median(double[] column) {
        double[] sorted = Arrays.stream(column)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int n = sorted.length;
        return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /** Of what is there, or was filled in, all rows weighing the same; the correlation is that with the target, without its sign. */
    private record Moments(double mean, double deviation, double correlation) {
        static Moments of(double[] column, double fill, Sample sample) {
            int n = 0;
            double mean = 0;
            double target = 0;
            for (int i = 0; i < column.length; i++) {
                if (Double.isNaN(column[i])) {
                    column[i] = fill;
                }
                if (!Double.isNaN(column[i])) {
                    n++;
                    mean += column[i];
                    target += sample.target(i);
                }
            }
            if (n == 0) {
                return new Moments(0, 0, 0);
            }
            mean /= n;
            target /= n;
            double xx = 0;
            double yy = 0;
            double xy = 0;
            for (int i = 0; i < column.length; i++) {
                if (!Double.isNaN(column[i])) {
                    double x = column[i] - mean;
                    double y = sample.target(i) - target;
                    xx += x * x;
                    yy += y * y;
                    xy += x * y;
                }
            }
            double scale = Math.sqrt(xx * yy);
            return new Moments(mean, Math.sqrt(xx / n), scale == 0 ? 0 : Math.abs(xy) / scale);
        }
    }
}
