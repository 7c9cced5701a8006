package futures.kit.config;

/** A wrong setting. The message names the place, the key, what was found and what is allowed; it is meant for the user. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String reason;

    public ConfigException(String message) {
        super(message);
        this.line = 0;
        this.column = 0;
        this.reason = message;
    }

    /** At a place in a file, lines and columns counted from 1. */
    public ConfigException(String file, int line, int column, String reason) {
        super(file + ":" + line + ": " + reason);
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /** 0 when it is about no place in a file, and so is the column. */
    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** The message without the place. */
    public String reason() {
        return reason;
    }
}
