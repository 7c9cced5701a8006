package futures.wire.data;

import java.util.List;

/**
 * The made-up series that are there now.
 *
 * @param rowsAdded bars that were written; 0 when they were there
 * @param tryThis   symbol of the continuous one
 */
public record SampleAnswer(long rowsAdded, String tryThis, List<SeriesMessage> series) {}
