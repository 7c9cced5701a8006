package futures.kit.config;

/** A wrong setting. The message names the place, the key, what was found and what is allowed; it is meant for the user. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}
