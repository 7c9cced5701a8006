package futures.backtest.sweep;

import futures.backtest.luck.CountedRuns;
import futures.backtest.luck.TrialBatch;
import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderIntake;
import futures.backtest.order.Prepared;
import futures.backtest.run.BacktestIds;
import futures.backtest.run.DataGrades;
import futures.backtest.run.Ran;
import futures.backtest.store.SweepStore;
import futures.backtest.strategy.KeptCode;
import futures.backtest.strategy.StrategyRegistry;
import futures.backtest.worker.ScriptSweep;
import futures.engine.BacktestRequest;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.Job;
import futures.kit.job.JobHandle;
import futures.kit.job.JobRunner;
import futures.kit.job.JobStatus;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.SweepCount;
import futures.wire.backtest.SweepOrder;
import futures.wire.backtest.SweepRow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Takes sweeps and runs them as jobs on the pool that runs backtests, each on threads of its own. */
public final class Sweeps {
    private final OrderIntake intake;
    private final EngineRequests requests;
    private final StrategyRegistry strategies;
    private final SweepStore store;
    private final CountedRuns counted;
    private final JobRunner runner;
    private final Settings settings;
    private final Clock clock;
    private final BacktestIds ids;

    public Sweeps(
            OrderIntake intake,
            EngineRequests requests,
            StrategyRegistry strategies,
            SweepStore store,
            CountedRuns counted,
            JobRunner runner,
            Settings settings,
            Clock clock) {
        this.intake = intake;
        this.requests = requests;
        this.strategies = strategies;
        this.store = store;
        this.counted = counted;
        this.runner = runner;
        this.settings = settings;
        this.clock = clock;
        this.ids = new BacktestIds(clock);
    }

    /**
     * How much it would be; nothing is begun.
     *
     * @throws Problem for an order that cannot be right
     */
    public SweepCount count(SweepOrder order) {
        return plan(order).count(order.backtest());
    }

    /** @throws Problem for an order that cannot be right, 429 when too many jobs wait */
    public Job submit(SweepOrder given) {
        SweepPlan plan = plan(given);
        BacktestOrder backtest = intake.complete(given.backtest());
        SweepOrder order = new SweepOrder(
                backtest, Collections.unmodifiableMap(plan.spaces().values()), Threads.of(given.threads(), settings));
        String id = ids.next();
        store.addQueued(id, order, plan.grid().size(), clock.instant());
        try {
            return runner.submit(id, "sweep", status -> follow(status), handle -> {
                store.begin(id);
                run(plan, order, handle);
                return null;
            });
        } catch (Problem tooMany) {
            store.remove(id);
            throw tooMany;
        }
    }

    private SweepPlan plan(SweepOrder order) {
        Spaces.requireOne("A sweep", order.backtest());
        intake.complete(order.backtest());
        return SweepPlan.of(Spaces.of(strategies, order.backtest(), order.spaces(), false));
    }

    private void follow(JobStatus status) {
        if (status.state().isFinal()) {
            store.end(status.id(), status.state(), status.message(), clock.instant());
        }
    }

    private void run(SweepPlan plan, SweepOrder order, JobHandle handle) throws InterruptedException {
        BacktestOrder backtest = order.backtest();
        Pace pace = new Pace(handle, plan.grid().size(), clock);
        List<SweepRow> rows = new ArrayList<>();
        TrialBatch tries = counted.batch(backtest);
        Consumer<Ran> to = ran -> {
            if (ran.row().state().equals("done")) {
                tries.add(ran.row().parameters(), ran.dailyProfits());
            }
            synchronized (rows) {
                rows.add(ran.row());
            }
            pace.ended(ran.row().state());
        };
        List<String> warnings = new ArrayList<>();
        handle.href("/api/sweeps/" + handle.id());
        handle.progress(0, "fetching bars of " + backtest.symbol());
        try {
            DataGrades grades = new DataGrades(requests.grades(backtest));
            grades.check(backtest);
            warnings.addAll(grades.warnings());
            List<KeptCode> scripts = requests.scripts(backtest);
            if (scripts.isEmpty()) {
                Prepared<BacktestRequest> prepared = requests.single(backtest);
                warnings.addAll(prepared.warnings());
                new JavaSweep(prepared.request(), plan.grid(), to, pace).run(order.threads());
            } else {
                new ScriptSweep(settings, backtest, scripts, plan.grid(), order.threads(), to, pace).run();
            }
            pace.tell();
        } finally {
            tries.close();
            synchronized (rows) {
                rows.sort(Comparator.comparingInt(SweepRow::number));
                store.keep(handle.id(), rows, Math.toIntExact(pace.failed()), warnings);
            }
        }
    }
}
