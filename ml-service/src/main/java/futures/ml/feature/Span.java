package futures.ml.feature;

/**
 * How much of the past a value needs.
 *
 * @param warmUp   bars at the beginning of a series that have no value; −1 where trading days decide
 * @param lookBack bars before its own that a value may depend on; −1 without a limit, as of an average that
 *                 never forgets, or where trading days decide
 * @param words    the same in words
 */
public record Span(int warmUp, int lookBack, String words) {
    private static final int OPEN = -1;

    /** A window: so many bars before its own. */
    public static Span window(int before) {
        return new Span(before, before, before + " bars before its own");
    }

    /** Smoothed without an end. */
    public static Span smoothed(int warmUp) {
        return new Span(warmUp, OPEN, "all earlier bars, with weights that fade; defined after " + warmUp);
    }

    /** What happened since the trading day began. */
    public static Span today() {
        return new Span(0, OPEN, "the trading day so far");
    }

    /** The trading day before. */
    public static Span yesterday() {
        return new Span(OPEN, OPEN, "the trading day before; undefined in the first one");
    }

    /** As the words say. */
    public static Span other(String words) {
        return new Span(OPEN, OPEN, words);
    }

    /** A window of such values. */
    Span lengthened(int before) {
        return before == 0
                ? this
                : new Span(
                        warmUp < 0 ? OPEN : warmUp + before,
                        lookBack < 0 ? OPEN : lookBack + before,
                        lookBack < 0
                                ? words + "; of " + (before + 1) + " bars"
                                : lookBack + before + " bars before its own");
    }

    /** What needs both. */
    Span and(Span other) {
        return new Span(
                warmUp < 0 || other.warmUp < 0 ? OPEN : Math.max(warmUp, other.warmUp),
                lookBack < 0 || other.lookBack < 0 ? OPEN : Math.max(lookBack, other.lookBack),
                both(other));
    }

    private String both(Span other) {
        if (words.equals(other.words) || other.lookBack == 0) {
            return words;
        }
        return lookBack == 0 ? other.words : words + "; " + other.words;
    }
}
