package futures.data.serve;

import futures.data.store.Series;

/**
 * What goes out.
 *
 * @param count bars of the answer
 */
public record ServedSeries(Series series, long count, boolean newestFirst) {}
