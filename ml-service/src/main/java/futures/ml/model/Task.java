package futures.ml.model;

import java.util.Locale;

/** What is predicted. */
public enum Task {
    /** Of two classes the probability of the second, whose target is 1; that of the first is 0. */
    CLASSIFICATION,
    /** A number. */
    REGRESSION;

    /** Its name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
