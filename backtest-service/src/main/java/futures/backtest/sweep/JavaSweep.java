package futures.backtest.sweep;

import futures.backtest.run.Ran;
import futures.backtest.run.SweepFigures;
import futures.engine.BacktestRequest;
import futures.engine.ParameterGrid;
import futures.engine.StrategyFailed;
import futures.engine.Sweep;
import futures.kit.job.JobHandle;
import futures.wire.backtest.SweepRow;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Combinations of a strategy in Java, by the engine's sweep. */
public final class JavaSweep {
    private final BacktestRequest request;
    private final ParameterGrid grid;
    private final Consumer<Ran> to;
    private final JobHandle handle;
    private final BitSet ended = new BitSet();
    private int firstBar;
    private Sweep.Stop stop = Sweep.Stop.NEVER;

    /** @param to takes what came of each combination, on any thread, several at a time */
    public JavaSweep(BacktestRequest request, ParameterGrid grid, Consumer<Ran> to, JobHandle handle) {
        this.request = request;
        this.grid = grid;
        this.to = to;
        this.handle = handle;
    }

    /** Has strategies called from a bar on, the first of a trading day; those before it warm their lines up. */
    public JavaSweep from(int bar) {
        firstBar = bar;
        return this;
    }

    /** Gives up runs that a rule finds hopeless. */
    public JavaSweep stopping(Sweep.Stop rule) {
        stop = rule;
        return this;
    }

    /** @throws futures.kit.job.JobCancelled when the job was cancelled */
    public void run(int threads) {
        Sweep sweep = Sweep.from(firstBar, request, grid, threads);
        List<CompletableFuture<Void>> others = IntStream.range(1, threads)
                .mapToObj(i -> CompletableFuture.runAsync(() -> work(sweep), JavaSweep::start))
                .toList();
        work(sweep);
        others.forEach(CompletableFuture::join);
        // Those that a strategy that threw left behind: one by one, so that each has its own error.
        for (int number = ended.nextClearBit(0); number < grid.size(); number = ended.nextClearBit(number + 1)) {
            handle.progress(0, "");
            alone(number);
        }
    }

    private void alone(int number) {
        Map<String, Object> parameters = grid.get(number);
        Map<String, List<Object>> one = new LinkedHashMap<>();
        parameters.forEach((name, value) -> one.put(name, List.of(value)));
        try {
            Sweep.from(firstBar, request, ParameterGrid.of(one), 1)
                    .work(
                            outcome -> {
                                to.accept(ran(number, outcome));
                                return true;
                            },
                            stop == Sweep.Stop.NEVER ? stop : (index, soFar) -> stop.reason(number, soFar));
        } catch (StrategyFailed e) {
            to.accept(Ran.without(number, parameters, "failed", e.getMessage()));
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "sweep");
        thread.setDaemon(true);
        thread.start();
    }

    private void work(Sweep sweep) {
        try {
            sweep.work(this::done, stop);
        } catch (StrategyFailed e) {
            // What is left is run one by one.
        }
    }

    private boolean done(Sweep.Outcome outcome) {
        to.accept(ran(outcome.index(), outcome));
        synchronized (ended) {
            ended.set(outcome.index());
        }
        if (!handle.cancelled()) {
            handle.progress(0, "");
        }
        return !handle.cancelled();
    }

    private Ran ran(int number, Sweep.Outcome outcome) {
        Map<String, Object> parameters = grid.get(number);
        if (outcome.refusal() != null) {
            return Ran.without(number, parameters, "refused", outcome.refusal());
        }
        if (outcome.stopped() != null) {
            String when = Instant.ofEpochMilli(outcome.stopped().time()) + ": "
                    + outcome.stopped().reason();
            return new Ran(
                    new SweepRow(number, parameters, "stopped", when, null, null, List.of()), outcome.dailyProfits());
        }
        Map<String, Object> figures = SweepFigures.of(outcome.metrics(), outcome.ambiguousBars());
        return new Ran(
                new SweepRow(number, parameters, "done", null, figures, null, List.of()), outcome.dailyProfits());
    }
}
