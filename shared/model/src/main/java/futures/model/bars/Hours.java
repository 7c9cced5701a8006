package futures.model.bars;

import java.util.Locale;

/** Which part of a trading day is taken. */
public enum Hours {
    ALL,
    /** The contract's regular hours, as far as the calendar is open then. */
    REGULAR,
    /** All that is not regular. */
    OVERNIGHT;

    /** In lower case, as on the wire. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
