package futures.backtest.montecarlo;

import futures.backtest.strategy.KeptCode;
import java.util.List;

/**
 * What a process that runs a script again is told.
 *
 * @param all      that is to be done
 * @param first    number of the first one that it is to do
 * @param code     of the strategy as it was when the result was made
 * @param home     of the installation
 * @param settings every one as {@code key=value}
 */
record RerunTask(List<Rerun> all, int first, Noise noise, List<KeptCode> code, String home, List<String> settings) {
    RerunTask from(int number) {
        return new RerunTask(all, number, noise, code, home, settings);
    }
}
