package futures.analytics.indicator;

import futures.model.BarSeries;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The indicators of one series, each computed once and shared by all runs and threads that ask for it. */
public final class IndicatorValues {
    private final BarSeries bars;
    private final ConcurrentMap<Indicator, double[]> computed = new ConcurrentHashMap<>();

    public IndicatorValues(BarSeries bars) {
        this.bars = bars;
    }

    /** One value for each bar, NaN where undefined. Shared: never write to it, never hand it to a strategy. */
    public double[] of(Indicator indicator) {
        return computed.computeIfAbsent(indicator, kind -> kind.compute(bars));
    }
}
