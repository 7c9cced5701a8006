package futures.data.csv;

/** A file is not understood, or could mean two things; the message says which parameter settles it. */
public final class DialectException extends Exception {
    private final String parameter;

    DialectException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The import parameter that would settle it. */
    public String parameter() {
        return parameter;
    }
}
