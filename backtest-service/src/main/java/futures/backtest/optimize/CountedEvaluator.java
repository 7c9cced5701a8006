package futures.backtest.optimize;

import futures.backtest.luck.CountedRuns;
import futures.backtest.luck.TrialBatch;
import futures.backtest.run.Ran;
import futures.engine.ParameterGrid;
import futures.kit.job.JobHandle;
import futures.wire.backtest.BacktestOrder;
import java.util.function.Consumer;

/** Counts what is run as tries of an order, those of a search that is given up too. */
record CountedEvaluator(Evaluator evaluator, CountedRuns counted, BacktestOrder order) implements Evaluator {
    @Override
    public void run(ParameterGrid grid, Consumer<Ran> to, JobHandle handle) throws InterruptedException {
        try (TrialBatch tries = counted.batch(order)) {
            evaluator.run(
                    grid,
                    ran -> {
                        if (ran.row().state().equals("done")) {
                            tries.add(ran.row().parameters(), ran.dailyProfits());
                        }
                        to.accept(ran);
                    },
                    handle);
        }
    }
}
