package futures.analytics.indicator;

import futures.model.BarSeries;
import futures.model.TradingDays;
import java.util.function.Supplier;

/**
 * The indicators of one series, shared by all runs and threads that ask for them.
 *
 * <p>What has been computed is kept up to a limit in bytes, and beyond that the least recently asked for is dropped. An
 * array that was handed out stays valid for whoever holds it. Several threads that ask for the same indicator at the same
 * time get one computation: the first computes, the others wait.
 *
 * <p>In a sweep memory therefore does not grow with the number of combinations. A line takes 8 bytes for each bar (5.7
 * MB for 707,923 bars, so that the standard limit keeps 29 of them); a combination whose lines have been dropped computes
 * them again, which is why a sweep should walk its grid with the parameter of the dearest indicator in the outer loop.
 * What running strategies hold is theirs and comes on top: threads times lines of one strategy. So do whole-number
 * columns of prices (see {@link Sma}), one for each kind of price in use, 8 bytes for each bar.
 */
public final class IndicatorValues {
    /** 160 MB. */
    public static final long STANDARD_LIMIT = 160L << 20;

    private final BarSeries bars;
    private final Supplier<TradingDays> days;
    private final DecimalColumns columns;
    private final LineCache cache;

    public IndicatorValues(BarSeries bars, Supplier<TradingDays> days) {
        this(bars, days, STANDARD_LIMIT);
    }

    /**
     * @param days  the trading days of the bars; asked only when an indicator needs them, and then perhaps repeatedly
     * @param limit bytes of computed lines to keep; what is larger than the limit by itself is not kept at all
     * @throws IllegalArgumentException when the limit is negative
     */
    public IndicatorValues(BarSeries bars, Supplier<TradingDays> days, long limit) {
        this.bars = bars;
        this.days = days;
        this.columns = new DecimalColumns(bars);
        this.cache = new LineCache(limit);
    }

    /** One value for each bar, NaN where undefined. Shared: never write to it, never hand it to a strategy. */
    public double[] of(Indicator indicator) {
        if (indicator instanceof StudyLine line) {
            return line.in(cache.get(line.study(), () -> line.study().compute(this)));
        }
        return cache.get(indicator, () -> new double[][] {indicator.compute(this)})[0];
    }

    BarSeries bars() {
        return bars;
    }

    TradingDays days() {
        return days.get();
    }

    DecimalColumns columns() {
        return columns;
    }

    /** Bytes of the lines that are kept now. */
    long keptBytes() {
        return cache.bytes();
    }
}
