package futures.wire.backtest;

import java.util.List;
import java.util.Map;

/**
 * What came of a combination of a sweep.
 *
 * @param number      in the grid, 0 being the first
 * @param parameters  those that are swept
 * @param state       {@code done}, {@code refused} by the strategy, or {@code failed}
 * @param error       why it has no result; null when it has one
 * @param performance as in a backtest's answer; null where undefined, and null when there is no result
 * @param resultHash  as a backtest of its own would have; null where the sweep keeps no orders, which is so for strategies in Java
 * @param findings    about the run; none where the sweep keeps no orders
 */
public record SweepRow(
        int number,
        Map<String, Object> parameters,
        String state,
        String error,
        Map<String, Object> performance,
        String resultHash,
        List<FindingRow> findings) {}
