package futures.ml.model;

/**
 * Least squares with a penalty on the sizes of the coefficients, which makes some of them 0: Σ w (y − ŷ)² / (2 Σ w) + penalty Σ |b|,
 * by coordinate descent (Friedman, Hastie and Tibshirani 2010) until no coefficient moves.
 */
record Lasso(double penalty) implements Learner {
    private static final int MOST_ROUNDS = 100_000;
    private static final double STILL = 1e-13;

    @Override
    public Task task() {
        return Task.REGRESSION;
    }

    @Override
    public FittedModel fit(Sample sample, long seed, Pause pause) {
        Gram gram = new Gram(sample, pause);
        int p = gram.means.length;
        double[] coefficients = new double[p];
        // Σ w x (y − ŷ) of each feature, kept up with every step
        double[] rest = gram.withTarget.clone();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            pause.pass();
            double moved = 0;
            for (int f = 0; f < p; f++) {
                double squares = gram.products[f][f];
                if (squares == 0) {
                    continue;
                }
                double pull = rest[f] + squares * coefficients[f];
                double next = Math.signum(pull) * Math.max(0, Math.abs(pull) - penalty * gram.weight) / squares;
                double step = next - coefficients[f];
                if (step != 0) {
                    coefficients[f] = next;
                    for (int g = 0; g < p; g++) {
                        rest[g] -= step * gram.products[f][g];
                    }
                    moved = Math.max(moved, Math.abs(step) * Math.sqrt(squares / gram.weight));
                }
            }
            if (moved <= STILL * (1 + Math.abs(gram.targetMean))) {
                return new LinearModel(Task.REGRESSION, gram.intercept(coefficients), coefficients);
            }
        }
        throw new IllegalArgumentException("the lasso has not settled after " + MOST_ROUNDS
                + " rounds, as its features resemble each other too much; take a larger penalty");
    }
}
