package futures.wire.backtest;

import java.time.LocalDate;
import java.util.Map;

/**
 * One window and what came of it.
 *
 * @param inSampleStart     first trading day that was optimized; the last ones are inclusive too
 * @param warmUpBars        that there were before it
 * @param combinations      that were run
 * @param parameters        the best feasible ones; null when there were none: then nothing was traded
 * @param score             of them in sample
 * @param inSample          figures of them
 * @param outOfSample       figures of the same parameters in the window after it; null when it was not traded or failed
 * @param inSamplePerDay    change of equity by trading day
 * @param outOfSamplePerDay change of equity by trading day
 * @param efficiency        {@code out_of_sample_per_day / in_sample_per_day}; null unless the latter is above 0
 * @param reason            why something is null
 */
public record WalkForwardWindow(
        int number,
        LocalDate inSampleStart,
        LocalDate inSampleEnd,
        LocalDate outOfSampleStart,
        LocalDate outOfSampleEnd,
        int warmUpBars,
        int combinations,
        Map<String, Object> parameters,
        Double score,
        Map<String, Object> inSample,
        Map<String, Object> outOfSample,
        Double inSamplePerDay,
        double outOfSamplePerDay,
        Double efficiency,
        String reason) {}
