package futures.ml.model;

/** The logistic function and its inverse. */
final class Logistic {
    /** Probabilities nearer to 0 and 1 than this are taken as this far away. */
    private static final double LEAST = 1e-15;

    private Logistic() {}

    /** StrictMath, so that every machine says the same. */
    static double probability(double logOdds) {
        if (logOdds >= 0) {
            return 1 / (1 + StrictMath.exp(-logOdds));
        }
        double odds = StrictMath.exp(logOdds);
        return odds / (1 + odds);
    }

    static double logOdds(double probability) {
        double p = Math.min(1 - LEAST, Math.max(LEAST, probability));
        return StrictMath.log(p) - StrictMath.log1p(-p);
    }

    /** ln(1 + eˣ). */
    static double softPlus(double x) {
        return Math.max(0, x) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }
}
