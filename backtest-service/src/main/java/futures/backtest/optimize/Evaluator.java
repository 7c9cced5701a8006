package futures.backtest.optimize;

import futures.backtest.run.Ran;
import futures.engine.ParameterGrid;
import futures.engine.Sweep;
import futures.kit.job.JobHandle;
import java.util.function.Consumer;

/** Runs combinations on a market that has been fetched. */
@FunctionalInterface
interface Evaluator {
    /**
     * @param stop which runs end early; scripts run to their ends
     * @param to   takes what came of each by its number in the grid, on any thread, perhaps several at a time
     */
    void run(ParameterGrid grid, Sweep.Stop stop, Consumer<Ran> to, JobHandle handle) throws InterruptedException;
}
