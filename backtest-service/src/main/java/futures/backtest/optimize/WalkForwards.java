package futures.backtest.optimize;

import futures.backtest.luck.CountedRuns;
import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderIntake;
import futures.backtest.run.BacktestIds;
import futures.backtest.store.WalkForwardStore;
import futures.backtest.strategy.StrategyRegistry;
import futures.backtest.sweep.Pace;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.Job;
import futures.kit.job.JobHandle;
import futures.kit.job.JobRunner;
import futures.kit.job.JobState;
import futures.kit.job.JobStatus;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.OptimizationOrder;
import futures.wire.backtest.WalkForwardOrder;
import futures.wire.backtest.WalkForwardResult;
import futures.wire.backtest.WalkForwardWindows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Takes walk-forwards and runs them as jobs; after a restart they go on with the window at which they were. */
public final class WalkForwards {
    private static final int MOST_WAYS = 50;
    private static final int MOST_ATTEMPTS = 3;

    private final OptimizationIntake intake;
    private final CountedRuns counted;
    private final Evaluators evaluators;
    private final EngineRequests requests;
    private final WalkForwardStore store;
    private final JobRunner runner;
    private final Settings settings;
    private final Clock clock;
    private final BacktestIds ids;
    private volatile boolean closing;

    public WalkForwards(
            OrderIntake orders,
            EngineRequests requests,
            StrategyRegistry strategies,
            CountedRuns counted,
            WalkForwardStore store,
            JobRunner runner,
            Settings settings,
            Clock clock) {
        this.intake = new OptimizationIntake(orders, strategies, settings);
        this.counted = counted;
        this.evaluators = new Evaluators(requests, strategies, counted, settings);
        this.requests = requests;
        this.store = store;
        this.runner = runner;
        this.settings = settings;
        this.clock = clock;
        this.ids = new BacktestIds(clock);
    }

    /** @throws Problem for an order that cannot be right, 429 when too many jobs wait */
    public Job submit(WalkForwardOrder given) {
        WalkForwardOrder order = complete(given);
        String id = ids.next();
        store.addQueued(id, order, clock.instant());
        try {
            return queue(id, order);
        } catch (Problem tooMany) {
            store.remove(id);
            throw tooMany;
        }
    }

    private WalkForwardOrder complete(WalkForwardOrder given) {
        if (given.optimization() == null) {
            throw Problem.badRequest("Say by 'optimization' what is optimized in each window.")
                    .field("optimization", null, "missing");
        }
        SearchPlan plan = intake.plan("A walk-forward", given.optimization());
        if (plan.objective().several()) {
            throw Problem.unprocessable(
                            "A walk-forward trades the best combination, so that it needs one objective or a weighted sum.")
                    .field("objective", given.optimization().objective(), "one objective");
        }
        if (plan.stop() != null) {
            throw Problem.unprocessable("A walk-forward runs all combinations to the end of their windows.")
                    .field("optimization.stop_early", true, "not in a walk-forward");
        }
        WalkForwardWindows windows = Windows.complete("windows", given.windows(), null);
        List<WalkForwardWindows> matrix = new ArrayList<>();
        if (given.matrix() != null) {
            given.matrix().forEach(way -> matrix.add(Windows.complete("matrix", way, windows)));
        }
        if (matrix.size() > MOST_WAYS) {
            throw Problem.unprocessable(
                            "A matrix may have " + MOST_WAYS + " ways to cut the range, found " + matrix.size() + ".")
                    .field("matrix", matrix.size(), "1 to " + MOST_WAYS);
        }
        return new WalkForwardOrder(intake.complete(given.optimization(), plan), windows, matrix);
    }

    private Job queue(String id, WalkForwardOrder order) {
        return runner.submit(id, "walkforward", this::follow, handle -> {
            store.begin(id);
            run(id, order, handle);
            return null;
        });
    }

    private void follow(JobStatus status) {
        boolean stoppedByUs = closing && status.state() == JobState.CANCELLED;
        if (status.state().isFinal() && !stoppedByUs) {
            store.end(status.id(), status.state(), status.message(), clock.instant());
        }
    }

    private void run(String id, WalkForwardOrder order, JobHandle handle) throws InterruptedException {
        OptimizationOrder search = order.optimization();
        BacktestOrder backtest = search.backtest();
        handle.href("/api/walkforwards/" + id);
        handle.progress(0, "fetching bars of " + backtest.symbol());
        SearchPlan plan = intake.plan("A walk-forward", search);
        Evaluators.Ready ready = evaluators.ready(backtest, search.threads());
        if (!store.fingerprint(id, ready.fingerprint()).equals(ready.fingerprint())) {
            throw Problem.conflict(
                    "The strategy or its bars have changed since this walk-forward began, so that it cannot"
                            + " go on. Begin a new one.");
        }
        RangeRuns runs = new RangeRuns(requests, counted, settings, backtest, search.threads());
        List<LocalDate> days = runs.days();
        List<String> warnings = new ArrayList<>(ready.warnings());
        List<Way> ways = ways(order, days, warnings);
        store.warn(id, warnings);
        long windows = ways.stream().mapToInt(way -> way.windows().size()).sum();
        Pace pace = new Pace(handle, windows * plan.trials(), clock);
        List<WalkForwardResult> results = new ArrayList<>();
        for (Way way : ways) {
            WalkRun walk = new WalkRun(plan, runs, way.how().warmUpBars(), pace);
            List<WalkedWindow> walked = new ArrayList<>(store.windows(id, way.number(), WalkedWindow.class));
            for (int number = walked.size(); number < way.windows().size(); number++) {
                WalkedWindow one = walk.walk(number, way.windows().get(number));
                store.addWindow(id, way.number(), number, one);
                walked.add(one);
            }
            double cash = backtest.initialCash().doubleValue();
            results.add(Stitching.of(way.how(), way.windows(), walked, days, cash));
        }
        List<WalkForwardResult> matrix = results.subList(1, results.size()).stream()
                .map(WalkForwardResult::withoutDays)
                .toList();
        store.finish(id, results.get(0), matrix);
    }

    /** A way to cut the range, by its number in the order: 0 is the one that is traded, the others are the matrix. */
    private record Way(int number, WalkForwardWindows how, List<Windows.Window> windows) {}

    /** All that the bars give; those of the matrix that they do not give are left out, and a warning says why. */
    private static List<Way> ways(WalkForwardOrder order, List<LocalDate> days, List<String> warnings) {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(0, order.windows(), Windows.of(order.windows(), days)));
        for (int i = 0; i < order.matrix().size(); i++) {
            WalkForwardWindows how = order.matrix().get(i);
            try {
                ways.add(new Way(i + 1, how, Windows.of(how, days)));
            } catch (Problem notGiven) {
                warnings.add("Way " + (i + 1) + " of the matrix is left out: " + notGiven.getMessage());
            }
        }
        return ways;
    }

    /** After a start: those that had not ended go on, unless they keep taking the service down. */
    public void resumeAll() {
        for (WalkForwardStore.Unfinished left : store.unfinished()) {
            if (left.attempts() >= MOST_ATTEMPTS) {
                store.end(
                        left.id(),
                        JobState.FAILED,
                        "the service ended " + left.attempts() + " times in the same window; not tried again",
                        clock.instant());
                continue;
            }
            try {
                Job ignored = queue(left.id(), left.order());
            } catch (Problem tooMany) {
                store.end(left.id(), JobState.FAILED, tooMany.getMessage(), clock.instant());
            }
        }
    }

    /** From now on a job that is stopped is one to go on, not one that was cancelled. */
    public void closing() {
        closing = true;
    }
}
