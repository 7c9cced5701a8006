package futures.wire.portfolio;

/**
 * A row of an export that cannot be taken.
 *
 * @param line   of the file, 1 is the header
 * @param text   its cells
 * @param reason why
 */
public record BrokerBadRow(long line, String text, String reason) {}
