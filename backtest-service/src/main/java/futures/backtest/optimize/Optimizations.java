package futures.backtest.optimize;

import futures.backtest.luck.CountedRuns;
import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderIntake;
import futures.backtest.run.BacktestIds;
import futures.backtest.store.OptimizationStore;
import futures.backtest.store.SearchedRowStore;
import futures.backtest.strategy.StrategyRegistry;
import futures.backtest.sweep.Pace;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.Job;
import futures.kit.job.JobHandle;
import futures.kit.job.JobRunner;
import futures.kit.job.JobState;
import futures.kit.job.JobStatus;
import futures.wire.backtest.Luck;
import futures.wire.backtest.OptimizationCount;
import futures.wire.backtest.OptimizationOrder;
import futures.wire.backtest.OptimizationState;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes optimizations, runs them as jobs, and has those go on that a pause, a fault or the end of the service broke off. */
public final class Optimizations {
    private static final String WHAT = "An optimization";
    private static final int MOST_ATTEMPTS = 3;
    private static final String PAUSED = "paused; POST .../resume goes on";

    private final OptimizationIntake intake;
    private final Evaluators evaluators;
    private final CountedRuns counted;
    private final OptimizationStore store;
    private final SearchedRowStore rows;
    private final JobRunner runner;
    private final Clock clock;
    private final BacktestIds ids;
    private final Set<String> pausing = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    public Optimizations(
            OrderIntake orders,
            EngineRequests requests,
            StrategyRegistry strategies,
            CountedRuns counted,
            OptimizationStore store,
            SearchedRowStore rows,
            JobRunner runner,
            Settings settings,
            Clock clock) {
        this.intake = new OptimizationIntake(orders, strategies, settings);
        this.evaluators = new Evaluators(requests, strategies, counted, settings);
        this.counted = counted;
        this.store = store;
        this.rows = rows;
        this.runner = runner;
        this.clock = clock;
        this.ids = new BacktestIds(clock);
    }

    /**
     * How much it would be, with an estimate of the time from some combinations that are run for it.
     *
     * @throws Problem for an order that cannot be right
     */
    public OptimizationCount count(OptimizationOrder given) throws InterruptedException {
        SearchPlan plan = intake.plan(WHAT, given);
        OptimizationOrder order = intake.complete(given, plan);
        return new Estimate(clock).of(plan, order, evaluators.ready(order.backtest(), order.threads()));
    }

    /** @throws Problem for an order that cannot be right, 429 when too many jobs wait */
    public Job submit(OptimizationOrder given) {
        SearchPlan plan = intake.plan(WHAT, given);
        OptimizationOrder order = intake.complete(given, plan);
        String id = ids.next();
        store.addQueued(id, order, plan.trials(), clock.instant());
        try {
            return queue(id, order);
        } catch (Problem tooMany) {
            store.remove(id);
            throw tooMany;
        }
    }

    private Job queue(String id, OptimizationOrder order) {
        return runner.submit(id, "optimization", this::follow, handle -> {
            store.begin(id);
            run(id, order, handle);
            return null;
        });
    }

    private void run(String id, OptimizationOrder order, JobHandle handle) throws InterruptedException {
        handle.href("/api/optimizations/" + id);
        handle.progress(0, "fetching bars of " + order.backtest().symbol());
        SearchPlan plan = intake.plan(WHAT, order);
        Evaluators.Ready ready = evaluators.ready(order.backtest(), order.threads());
        if (!store.fingerprint(id, ready.fingerprint()).equals(ready.fingerprint())) {
            throw Problem.conflict("The strategy or its bars have changed since this optimization began, so that it"
                    + " cannot go on: its rows would not go together. Begin a new one.");
        }
        store.warn(id, ready.warnings());
        OptimizationState now = store.find(id).orElseThrow();
        Pace pace = new Pace(handle, plan.trials(), now.done(), now.failed(), now.stopped(), clock);
        new Search(plan, ready.evaluator(), new StoredRows(rows, id, plan, clock), pace).run();
        double cash = order.backtest().initialCash().doubleValue();
        Luck verdict = new Verdicts(rows).of(id, cash, counted.facts(order.backtest()), plan.seed());
        if (verdict != null) {
            store.judge(id, verdict);
        }
    }

    /** Keeps the store in step with the job. */
    private void follow(JobStatus status) {
        if (!status.state().isFinal() || (closing && status.state() == JobState.CANCELLED)) {
            return; // what was stopped by the end of the service goes on when it is back
        }
        if (status.state() == JobState.CANCELLED && pausing.remove(status.id())) {
            store.pause(status.id(), PAUSED);
        } else {
            store.end(status.id(), status.state(), status.message(), clock.instant());
        }
    }

    /** @throws Problem 409 when it is not under way */
    public void pause(OptimizationState found) {
        pausing.add(found.id());
        if (!runner.cancel(found.id())) {
            pausing.remove(found.id());
            throw Problem.conflict(
                    "Only what is queued or running can be paused; the optimization is " + found.state() + ".");
        }
    }

    /** @throws Problem 409 when it is under way or done, 429 when too many jobs wait */
    public Job resume(OptimizationState found) {
        boolean stopped = runner.find(found.id())
                .map(job -> job.status().state().isFinal())
                .orElse(true);
        if (!stopped || !store.queueAgain(found.id())) {
            throw Problem.conflict(
                    "Only what is paused, failed or cancelled can go on; the optimization is " + found.state() + ".");
        }
        try {
            return queue(found.id(), found.order());
        } catch (Problem tooMany) {
            store.pause(found.id(), tooMany.getMessage());
            throw tooMany;
        }
    }

    /** @throws Problem 409 when it has ended */
    public void cancel(OptimizationState found) {
        if (runner.cancel(found.id())) {
            return;
        }
        if (!found.state().equals("paused")) {
            throw Problem.conflict("The optimization has already ended: " + found.state() + ".");
        }
        store.end(found.id(), JobState.CANCELLED, "cancelled on request", clock.instant());
    }

    /** After a start: those that had not ended go on, unless they keep taking the service down. */
    public void resumeAll() {
        for (OptimizationStore.Unfinished left : store.unfinished()) {
            if (left.attempts() >= MOST_ATTEMPTS) {
                store.end(
                        left.id(),
                        JobState.FAILED,
                        "the service ended " + left.attempts() + " times before a row came; not tried again",
                        clock.instant());
                continue;
            }
            try {
                Job ignored = queue(left.id(), left.order());
            } catch (Problem tooMany) {
                store.pause(left.id(), tooMany.getMessage());
            }
        }
    }

    /** From now on a job that is stopped is one to go on, not one that was cancelled. */
    public void closing() {
        closing = true;
    }
}
