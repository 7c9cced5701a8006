package futures.data.serve;

import futures.data.source.BarHeader;

/**
 * What goes out.
 *
 * @param count bars of the answer
 */
public record ServedBars(BarHeader header, long count, boolean newestFirst) {}
