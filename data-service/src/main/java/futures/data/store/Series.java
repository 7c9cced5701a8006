package futures.data.store;

import futures.model.Timeframe;

/**
 * Header of the bars of one symbol and timeframe, enough for statistics without a look at a bar.
 *
 * @param firstTime open time of the oldest bar, epoch milliseconds; meaningless when there are none
 * @param revision  grows by one with every change of the bars, so that a reader knows whether what it keeps is current
 */
public record Series(
        long id,
        String symbol,
        Timeframe timeframe,
        Provenance provenance,
        long bars,
        long firstTime,
        long lastTime,
        long revision,
        long createdAt,
        long updatedAt) {

    Series changed(long newBars, long first, long last, long now) {
        return new Series(id, symbol, timeframe, provenance, newBars, first, last, revision + 1, createdAt, now);
    }
}
