package futures.kit.http;

/** Answers one request. */
@FunctionalInterface
public interface Handler {
    /**
     * @return an {@link Answer}, or any other object for 200 with that object as JSON, or null when the handler has
     *     written to the response itself
     */
    Object handle(Request request) throws Exception;
}
