package futures.backtest.optimize;

import futures.backtest.luck.CountedRuns;
import futures.backtest.luck.TrialBatch;
import futures.backtest.run.Ran;
import futures.engine.ParameterGrid;
import futures.engine.Sweep;
import futures.kit.job.JobHandle;
import futures.wire.backtest.BacktestOrder;
import java.util.List;
import java.util.function.Consumer;

/** Counts what is run as tries of an order, those of a search that is given up too. */
record CountedEvaluator(Evaluator evaluator, CountedRuns counted, BacktestOrder order) implements Evaluator {
    @Override
    public void run(ParameterGrid grid, Sweep.Stop stop, Consumer<Ran> to, JobHandle handle)
            throws InterruptedException {
        try (TrialBatch tries = counted.batch(order)) {
            evaluator.run(
                    grid,
                    stop,
                    ran -> {
                        // One that was stopped shows by its days what it would have shown: a Sharpe ratio per day.
                        if (List.of("done", "stopped").contains(ran.row().state())) {
                            tries.add(ran.row().parameters(), ran.dailyProfits());
                        }
                        to.accept(ran);
                    },
                    handle);
        }
    }
}
