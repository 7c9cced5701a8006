package futures.wire.data;

/**
 * A row that cannot be taken.
 *
 * @param line   in its file, counted from 1; the position in the array for a JSON import
 * @param reason what is wrong with it
 * @param text   the row as it stands there, cut at 200 characters
 */
public record BadRow(String file, long line, String reason, String text) {}
