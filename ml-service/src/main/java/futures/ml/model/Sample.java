package futures.ml.model;

/** What a model is fitted on. */
public final class Sample {
    private final Matrix matrix;
    private final double[] targets;
    private final double[] weights;

    /**
     * @param columns values by feature, then by row
     * @param rows    those to fit on
     * @param targets of all rows of the columns: classes 0 and 1, or numbers
     * @param weights of all rows of the columns, 0 or more; null: all the same
     */
    public Sample(double[][] columns, int[] rows, double[] targets, double[] weights) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("there is no row to fit a model on");
        }
        this.matrix = Matrix.of(columns, rows);
        this.targets = new double[rows.length];
        this.weights = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            this.targets[i] = targets[rows[i]];
            this.weights[i] = weights == null ? 1 : weights[rows[i]];
            if (!Double.isFinite(this.targets[i])) {
                throw new IllegalArgumentException("the target of row " + rows[i] + " is " + this.targets[i]);
            }
            if (!(this.weights[i] >= 0) || Double.isInfinite(this.weights[i])) {
                throw new IllegalArgumentException("the weight of row " + rows[i] + " is " + this.weights[i]);
            }
        }
    }

    private Sample(Matrix matrix, double[] targets, double[] weights) {
        this.matrix = matrix;
        this.targets = targets;
        this.weights = weights;
    }

    Sample with(Matrix other) {
        return new Sample(other, targets, weights);
    }

    /**
     * With weights such that both classes weigh the same in all, and as much together as before.
     *
     * @throws IllegalArgumentException when one of the classes has no weight
     */
    Sample balanced() {
        checkClasses();
        double[] sums = new double[2];
        for (int i = 0; i < targets.length; i++) {
            sums[(int) targets[i]] += weights[i];
        }
        double[] balanced = new double[targets.length];
        for (int i = 0; i < targets.length; i++) {
            balanced[i] = weights[i] * (sums[0] + sums[1]) / (2 * sums[(int) targets[i]]);
        }
        return new Sample(matrix, targets, balanced);
    }

    /** @throws IllegalArgumentException unless the targets are 0 and 1, and both have weight */
    void checkClasses() {
        double[] sums = new double[2];
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] != 0 && targets[i] != 1) {
                throw new IllegalArgumentException(
                        "a class is 0 or 1, found " + targets[i] + " in row " + matrix.source(i));
            }
            sums[(int) targets[i]] += weights[i];
        }
        if (sums[0] == 0 || sums[1] == 0) {
            throw new IllegalArgumentException(
                    "all of the " + targets.length + " rows are of class " + (sums[0] == 0 ? 1 : 0)
                            + ", so that there is nothing to tell apart; choose other labels or a longer window");
        }
    }

    public Matrix matrix() {
        return matrix;
    }

    public int rows() {
        return targets.length;
    }

    /** In the order of its rows. */
    public double target(int row) {
        return targets[row];
    }

    public double weight(int row) {
        return weights[row];
    }

    double[] targets() {
        return targets.clone();
    }

    double[] weights() {
        return weights.clone();
    }
}
