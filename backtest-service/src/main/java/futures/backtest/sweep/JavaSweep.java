package futures.backtest.sweep;

import futures.backtest.run.Combinations;
import futures.backtest.run.SweepFigures;
import futures.engine.BacktestCancelled;
import futures.engine.BacktestRequest;
import futures.engine.ParameterGrid;
import futures.engine.StrategyFailed;
import futures.engine.Sweep;
import futures.wire.backtest.SweepRow;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Combinations of a strategy in Java, by the engine's sweep. */
final class JavaSweep {
    private final BacktestRequest request;
    private final ParameterGrid grid;
    private final SweepTally tally;
    private final BitSet ended = new BitSet();

    JavaSweep(BacktestRequest request, ParameterGrid grid, SweepTally tally) {
        this.request = request;
        this.grid = grid;
        this.tally = tally;
    }

    /** @throws BacktestCancelled when the job was cancelled */
    void run(int threads) {
        Sweep sweep = new Sweep(request, grid);
        List<CompletableFuture<Void>> others = IntStream.range(1, threads)
                .mapToObj(i -> CompletableFuture.runAsync(() -> work(sweep), JavaSweep::start))
                .toList();
        work(sweep);
        others.forEach(CompletableFuture::join);
        // Those that a strategy that threw left behind: one by one, so that each has its own error.
        Combinations combinations = new Combinations(request, List::of, () -> {});
        for (int number = ended.nextClearBit(0); number < grid.size(); number = ended.nextClearBit(number + 1)) {
            tally.tell();
            SweepRow row = combinations.run(number, grid.get(number), (bar, bars) -> !tally.cancelled());
            tally.add(new SweepRow(
                    number, row.parameters(), row.state(), row.error(), row.performance(), null, List.of()));
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "sweep");
        thread.setDaemon(true);
        thread.start();
    }

    private void work(Sweep sweep) {
        try {
            sweep.work(this::done);
        } catch (StrategyFailed e) {
            // What is left is run one by one.
        }
    }

    private boolean done(Sweep.Outcome outcome) {
        Map<String, Object> parameters = grid.get(outcome.index());
        tally.add(
                outcome.refusal() == null
                        ? new SweepRow(
                                outcome.index(),
                                parameters,
                                "done",
                                null,
                                SweepFigures.of(outcome.metrics(), outcome.ambiguousBars()),
                                null,
                                List.of())
                        : Combinations.without(outcome.index(), parameters, "refused", outcome.refusal()));
        synchronized (ended) {
            ended.set(outcome.index());
        }
        if (!tally.cancelled()) {
            tally.tell();
        }
        return !tally.cancelled();
    }
}
