package futures.analytics.score;

/** What cases must be. */
final class Cases {
    private Cases() {}

    static void check(boolean[] actual, double[] scores) {
        if (actual.length != scores.length || actual.length == 0) {
            throw new IllegalArgumentException("as many scores as classes were expected, and at least one, found "
                    + scores.length + " and " + actual.length);
        }
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException("the score of case " + i + " is not a number");
            }
        }
    }

    static void checkProbabilities(boolean[] actual, double[] probabilities) {
        check(actual, probabilities);
        for (int i = 0; i < probabilities.length; i++) {
            if (probabilities[i] < 0 || probabilities[i] > 1) {
                throw new IllegalArgumentException(
                        "a probability from 0 to 1 was expected of case " + i + ", found " + probabilities[i]);
            }
        }
    }
}
