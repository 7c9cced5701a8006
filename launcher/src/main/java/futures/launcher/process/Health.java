package futures.launcher.process;

/**
 * What a child said about itself.
 *
 * @param body its own words, as they came; empty when it did not answer
 */
public record Health(Level level, String body) {
    /** From best to worst. */
    public enum Level {
        HEALTHY,
        /** Works, but misses a neighbour. */
        DEGRADED,
        /** Answers that it cannot work. */
        UNHEALTHY,
        /** Does not answer. */
        UNREACHABLE
    }

    public static final Health UNREACHABLE = new Health(Level.UNREACHABLE, "");
}
