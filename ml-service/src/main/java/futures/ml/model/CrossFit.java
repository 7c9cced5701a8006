package futures.ml.model;

import futures.analytics.split.Split;
import java.util.Arrays;

/**
 * Fits a model on each fold's training rows and keeps what it says of the fold's test rows. It is the only way to {@link OutOfFold}
 * predictions, so that nothing can be calibrated on rows that its model has seen. Not safe for use by several threads.
 */
public final class CrossFit {
    private final double[][] columns;
    private final double[] targets;
    private final double[] weights;
    private final double[] sums;
    private final int[] times;

    /**
     * @param columns values by feature, then by row
     * @param targets by row
     * @param weights by row; null: all the same
     */
    public CrossFit(double[][] columns, double[] targets, double[] weights) {
        this.columns = columns;
        this.targets = targets;
        this.weights = weights;
        this.sums = new double[targets.length];
        this.times = new int[targets.length];
    }

    /** One fold: its model, and what it says of its test rows, in their order. */
    public static final class Fold {
        private final FittedModel model;
        private final Matrix test;
        private final double[] predictions;

        Fold(FittedModel model, Matrix test) {
            this.model = model;
            this.test = test;
            this.predictions = model.predict(test);
        }

        public FittedModel model() {
            return model;
        }

        public Matrix test() {
            return test;
        }

        public double[] predictions() {
            return predictions.clone();
        }
    }

    /** Fits on the split's training rows and predicts its test rows. */
    public Fold fit(Split split, Learner learner, long seed, Learner.Pause pause) {
        return keep(split, learner.fit(new Sample(columns, split.train(), targets, weights), seed, pause));
    }

    /** Goes on with a model that was fitted on this split's training rows before, and stored. */
    public Fold resume(Split split, FittedModel model) {
        return keep(split, model);
    }

    private Fold keep(Split split, FittedModel model) {
        int[] rows = split.test();
        Fold fold = new Fold(model, Matrix.of(columns, rows));
        for (int i = 0; i < rows.length; i++) {
            sums[rows[i]] += fold.predictions[i];
            times[rows[i]]++;
        }
        return fold;
    }

    /** Of all folds so far. A row that several folds tested has the mean of what they say. */
    public OutOfFold outOfFold() {
        double[] means = new double[sums.length];
        Arrays.setAll(means, i -> times[i] == 0 ? Double.NaN : sums[i] / times[i]);
        return new OutOfFold(means, targets.clone(), weights == null ? null : weights.clone());
    }
}
