package futures.ml.feature;

import futures.ml.bars.Series;
import futures.model.Timeframe;

/** Looks at longer bars from the outside: by their closing times, and not by how they are made. */
public final class LongerBarsCheck {
    private LongerBarsCheck() {}

    /** At how many bars a longer one is seen that closes later. */
    public static long seenEarly(Series series, Timeframe timeframe) {
        LongerSeries longer = LongerSeries.of(series, timeframe);
        long early = 0;
        for (int i = 0; i < series.size(); i++) {
            int known = longer.known()[i];
            if (known > 0
                    && longer.series().real().closeTime(known - 1)
                            > series.real().closeTime(i)) {
                early++;
            }
        }
        return early;
    }
}
