package futures.data.source;

import futures.data.store.Provenance;
import futures.model.Timeframe;

/**
 * What the bars of a source are.
 *
 * @param tag    changes whenever a bar does, or anything they are made from; without quotes
 * @param stored bars in the store behind it, of all times
 * @param made   how they came out of shorter ones; null when they did not
 */
public record BarHeader(String symbol, Timeframe timeframe, Provenance provenance, String tag, long stored, Made made) {
    public BarHeader(String symbol, Timeframe timeframe, Provenance provenance, String tag, long stored) {
        this(symbol, timeframe, provenance, tag, stored, null);
    }

    /** The timeframe, or what the bars are if they are made: {@code volume:5000}. */
    public String form() {
        return made == null ? timeframe.toString() : made.form().name();
    }
}
