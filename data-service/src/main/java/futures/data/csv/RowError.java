package futures.data.csv;

/** Why a row cannot be taken. Costs no stack trace, since a file may be full of them. */
public final class RowError extends Exception {
    RowError(String reason) {
        super(reason, null, false, false);
    }
}
