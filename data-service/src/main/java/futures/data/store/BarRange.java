package futures.data.store;

/**
 * Bars to be read: {@code from <= open time < to}, epoch milliseconds, and of these no more than {@code limit}, the newest.
 */
public record BarRange(long from, long to, long limit) {
    /** Everything. */
    public static final BarRange ALL = new BarRange(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
}
