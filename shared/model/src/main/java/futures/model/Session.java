package futures.model;

/**
 * A time in which a market is open without a break.
 *
 * @param opens  epoch milliseconds UTC
 * @param closes the first instant at which it is closed again
 */
public record Session(long opens, long closes) {
    public Session {
        if (opens >= closes) {
            throw new IllegalArgumentException(
                    "a session must open before it closes, found " + opens + " to " + closes);
        }
    }

    public boolean contains(long epochMillis) {
        return opens <= epochMillis && epochMillis < closes;
    }
}
