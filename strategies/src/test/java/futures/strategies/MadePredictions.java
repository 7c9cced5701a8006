package futures.strategies;

import futures.engine.ModelPredictions;
import futures.model.BarSeries;
import java.util.Arrays;

/** What a made-up model says: that the market comes back from where it went in the last bars. It is known at each bar's close. */
final class MadePredictions {
    private static final int BACK = 12;

    private MadePredictions() {}

    /** From the thirteenth bar on; of every seventh bar it says nothing. */
    static ModelPredictions of(BarSeries bars) {
        int rows = 0;
        long[] times = new long[bars.size()];
        double[] values = new double[bars.size()];
        long[] known = new long[bars.size()];
        for (int i = BACK; i < bars.size(); i++) {
            if (i % 7 != 0) {
                times[rows] = bars.openTime(i);
                known[rows] = bars.closeTime(i);
                values[rows++] = 1 / (1 + StrictMath.exp(0.1 * (bars.close(i) - bars.close(i - BACK))));
            }
        }
        return of(times, known, values, rows);
    }

    private static ModelPredictions of(long[] times, long[] known, double[] values, int rows) {
        return new ModelPredictions(
                "signal",
                "made",
                1,
                "0",
                Arrays.copyOf(times, rows),
                Arrays.copyOf(known, rows),
                Arrays.copyOf(values, rows),
                new boolean[rows]);
    }
}
