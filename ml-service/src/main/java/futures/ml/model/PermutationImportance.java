package futures.ml.model;

import java.util.SplittableRandom;

/**
 * How much worse a model predicts rows when the values of one feature are shuffled among them (Breiman 2001; mean decrease of accuracy,
 * AFML 8.3.2): the difference of the mean loss, which is the log loss of probabilities and the squared error of numbers. To be asked
 * with rows that the model was not fitted on.
 */
public final class PermutationImportance {
    private static final double LEAST = 1e-15;

    private final FittedModel model;
    private final Matrix matrix;
    private final double[] targets;
    private final double before;

    /**
     * @param matrix  rows that the model has not seen
     * @param targets of those rows, in their order
     */
    public PermutationImportance(FittedModel model, Matrix matrix, double[] targets) {
        if (matrix.rows() == 0 || targets.length != matrix.rows()) {
            throw new IllegalArgumentException("as many targets as rows were expected, found " + targets.length
                    + " for " + matrix.rows() + " rows");
        }
        this.model = model;
        this.matrix = matrix;
        this.targets = targets;
        this.before = loss(matrix);
    }

    /** The mean loss with the features as they are. */
    public double loss() {
        return before;
    }

    private double loss(Matrix rows) {
        double[] predicted = model.predict(rows);
        double sum = 0;
        for (int i = 0; i < predicted.length; i++) {
            if (model.task() == Task.REGRESSION) {
                sum += (predicted[i] - targets[i]) * (predicted[i] - targets[i]);
            } else {
                sum -= Math.log(Math.max(LEAST, targets[i] > 0.5 ? predicted[i] : 1 - predicted[i]));
            }
        }
        return sum / predicted.length;
    }

    /** The rise of the loss with a feature's values in this order. */
    double of(int feature, int[] order) {
        return loss(matrix.permuted(feature, order)) - before;
    }

    /**
     * The rises of the loss for some drawn orders, which are the same for every feature.
     *
     * @return by feature, then by order
     */
    public double[][] drawn(int orders, long seed, Learner.Pause pause) {
        double[][] rises = new double[matrix.features()][orders];
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < orders; k++) {
            int[] order = new int[matrix.rows()];
            for (int i = 0; i < order.length; i++) {
                int j = random.nextInt(i + 1);
                order[i] = order[j];
                order[j] = i;
            }
            for (int f = 0; f < rises.length; f++) {
                pause.pass();
                rises[f][k] = of(f, order);
            }
        }
        return rises;
    }
}
