package futures.wire.data;

/**
 * Bars that were deleted.
 *
 * @param left bars that the symbol has left
 */
public record DeleteAnswer(String symbol, long deleted, long left) {}
