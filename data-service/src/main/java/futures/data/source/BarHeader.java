package futures.data.source;

import futures.data.store.Provenance;
import futures.model.Timeframe;

/**
 * What the bars of a source are.
 *
 * @param tag    changes whenever a bar does, or anything they are made from; without quotes
 * @param stored bars in the store behind it, of all times
 */
public record BarHeader(String symbol, Timeframe timeframe, Provenance provenance, String tag, long stored) {}
