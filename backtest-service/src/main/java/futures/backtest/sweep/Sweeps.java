package futures.backtest.sweep;

import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderIntake;
import futures.backtest.order.Prepared;
import futures.backtest.run.BacktestIds;
import futures.backtest.run.DataGrades;
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
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Takes sweeps and runs them as jobs on the pool that runs backtests, each on threads of its own. */
public final class Sweeps {
    private final OrderIntake intake;
    private final EngineRequests requests;
    private final StrategyRegistry strategies;
    private final SweepStore store;
    private final JobRunner runner;
    private final Settings settings;
    private final Clock clock;
    private final BacktestIds ids;

    public Sweeps(
            OrderIntake intake,
            EngineRequests requests,
            StrategyRegistry strategies,
            SweepStore store,
            JobRunner runner,
            Settings settings,
            Clock clock) {
        this.intake = intake;
        this.requests = requests;
        this.strategies = strategies;
        this.store = store;
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
        SweepOrder order = new SweepOrder(backtest, Collections.unmodifiableMap(plan.spaces()), threads(given));
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
        BacktestOrder backtest = order.backtest();
        if (backtest == null || backtest.strategies() != null || backtest.strategyName() == null) {
            throw Problem.badRequest(
                            "A sweep is of one strategy in one market: give 'backtest' with strategy_name and symbol.")
                    .field("backtest", null, "must have strategy_name and symbol, and no strategies");
        }
        if (backtest.recordToPortfolio()) {
            throw Problem.badRequest("The runs of a sweep are no trades; leave record_to_portfolio out.")
                    .field("backtest.record_to_portfolio", true, "not here");
        }
        intake.complete(backtest);
        return SweepPlan.of(
                strategies.find(backtest.strategyName()),
                order.spaces(),
                strategies.searches(backtest.strategyName()),
                backtest.parameters() == null ? Map.of() : backtest.parameters());
    }

    private int threads(SweepOrder order) {
        int processors = Runtime.getRuntime().availableProcessors();
        if (order.threads() == null) {
            int set = settings.integer("backtest.threads");
            return set > 0 ? Math.min(set, processors) : processors;
        }
        if (order.threads() < 1 || order.threads() > processors) {
            throw Problem.unprocessable("threads must be 1 to " + processors + ", the processors of this machine.")
                    .field("threads", order.threads(), "1 to " + processors);
        }
        return order.threads();
    }

    private void follow(JobStatus status) {
        if (status.state().isFinal()) {
            store.end(status.id(), status.state(), status.message(), clock.instant());
        }
    }

    private void run(SweepPlan plan, SweepOrder order, JobHandle handle) throws InterruptedException {
        BacktestOrder backtest = order.backtest();
        SweepTally tally = new SweepTally(handle, plan.grid().size(), clock);
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
                new JavaSweep(prepared.request(), plan.grid(), tally).run(order.threads());
            } else {
                new ScriptSweep(settings, backtest, scripts, plan.grid(), order.threads(), tally::add, tally).run();
            }
            tally.tell();
        } finally {
            store.keep(handle.id(), tally.rows(), tally.failed(), warnings);
        }
    }
}
