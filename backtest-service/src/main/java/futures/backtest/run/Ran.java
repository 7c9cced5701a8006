package futures.backtest.run;

import futures.wire.backtest.SweepRow;
import java.util.List;
import java.util.Map;

/**
 * A combination that was run, whatever came of it.
 *
 * @param dailyProfits change of equity over each trading day, in the account's currency; empty when there is no result
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as values
public record Ran(SweepRow row, double[] dailyProfits) {
    private static final double[] NO_DAYS = {};

    /** A combination that has no result. */
    public static Ran without(int number, Map<String, Object> parameters, String state, String error) {
        return new Ran(new SweepRow(number, parameters, state, error, null, null, List.of()), NO_DAYS);
    }
}
