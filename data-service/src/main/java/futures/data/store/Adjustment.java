package futures.data.store;

import java.util.Locale;

/** How the contract months of a continuous series were joined. */
public enum Adjustment {
    /** One dated contract, or months joined at their real prices. */
    NONE,
    /** The gap at each roll was added to all earlier prices. */
    DIFFERENCE,
    /** All earlier prices were multiplied at each roll; they lie off the tick grid. */
    RATIO,
    /** The file came without word of it. */
    UNKNOWN;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Adjustment of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
