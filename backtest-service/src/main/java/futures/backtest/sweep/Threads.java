package futures.backtest.sweep;

import futures.kit.config.Settings;
import futures.kit.http.Problem;

/** How many combinations run at once. */
public final class Threads {
    private Threads() {}

    /**
     * As an order says it, or setting {@code backtest.threads}, or one for each processor.
     *
     * @throws Problem 422 for more than there are processors
     */
    public static int of(Integer given, Settings settings) {
        int processors = Runtime.getRuntime().availableProcessors();
        if (given == null) {
            int set = settings.integer("backtest.threads");
            return set > 0 ? Math.min(set, processors) : processors;
        }
        if (given < 1 || given > processors) {
            throw Problem.unprocessable("threads must be 1 to " + processors + ", the processors of this machine.")
                    .field("threads", given, "1 to " + processors);
        }
        return given;
    }
}
