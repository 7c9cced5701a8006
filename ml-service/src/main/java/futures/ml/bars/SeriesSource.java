package futures.ml.bars;

import futures.marketdata.SeriesKey;

/** Where series come from. */
@FunctionalInterface
public interface SeriesSource {
    /** @throws futures.kit.http.Problem what the data service says, or 422 when there are no bars in the range */
    Series get(SeriesKey key);
}
