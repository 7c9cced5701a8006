package futures.ml.model;

import java.util.stream.IntStream;

/** Predictions of rows by models that were not fitted on them. {@link CrossFit} makes them. */
public final class OutOfFold {
    private final double[] predictions;
    private final double[] targets;
    private final double[] weights;

    OutOfFold(double[] predictions, double[] targets, double[] weights) {
        this.predictions = predictions;
        this.targets = targets;
        this.weights = weights;
    }

    /** By row; not a number where no fold tested it. */
    public double[] predictions() {
        return predictions.clone();
    }

    /** Rows that were tested, ascending. */
    public int[] rows() {
        return IntStream.range(0, predictions.length)
                .filter(i -> !Double.isNaN(predictions[i]))
                .toArray();
    }

    double prediction(int row) {
        return predictions[row];
    }

    double target(int row) {
        return targets[row];
    }

    double weight(int row) {
        return weights == null ? 1 : weights[row];
    }
}
