package futures.backtest.luck;

import futures.analytics.performance.Measure;
import futures.analytics.performance.ReturnStatistics;
import java.util.Map;

/** One try: what was run, and what came of it day by day. */
public final class Trial {
    private final Map<String, Object> parameters;
    private final double[] profits;

    /**
     * @param parameters all of them, with the values that were used
     * @param profits    change of equity over each trading day, in any unit of money, taken as they are; empty for a run without
     *                   a result, which shows nothing and counts as a try all the same
     */
    public Trial(Map<String, Object> parameters, double[] profits) {
        this.parameters = parameters;
        this.profits = profits;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    double[] profits() {
        return profits;
    }

    /** Sharpe ratio per day; undefined when the days do not vary. It is that of profits / initial cash. */
    Measure sharpe() {
        return ReturnStatistics.of(profits, 1).sharpe(0);
    }
}
