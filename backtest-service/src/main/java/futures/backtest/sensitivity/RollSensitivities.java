package futures.backtest.sensitivity;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderIntake;
import futures.backtest.process.FreshProcess;
import futures.backtest.series.MarketSource;
import futures.backtest.strategy.KeptCode;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.Job;
import futures.kit.job.JobHandle;
import futures.kit.job.JobRunner;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.RollSensitivity;
import futures.wire.backtest.RollSensitivityOrder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs one backtest under several ways of rolling, as jobs on the pool that runs backtests. */
public final class RollSensitivities {
    private final OrderIntake intake;
    private final StrategyRegistry strategies;
    private final MarketSource markets;
    private final Settings settings;
    private final JobRunner runner;
    private final AtomicInteger count = new AtomicInteger();

    public RollSensitivities(
            OrderIntake intake,
            StrategyRegistry strategies,
            MarketSource markets,
            Settings settings,
            JobRunner runner) {
        this.intake = intake;
        this.strategies = strategies;
        this.markets = markets;
        this.settings = settings;
        this.runner = runner;
    }

    /** @throws Problem for an order that cannot be right, 429 when too many jobs wait */
    public Job submit(RollSensitivityOrder order) {
        RollPlan plan = RollPlan.of(order);
        BacktestOrder complete = intake.complete(order.backtest());
        String name = complete.strategyName();
        boolean script = strategies.code(name).kind().equals(ScriptKind.WORD);
        RollTask task = script ? task(order, complete) : null;
        return runner.submit(
                "rolls-" + name + "-" + count.incrementAndGet(),
                "roll sensitivity",
                handle -> script ? elsewhere(task, handle) : here(plan, complete, handle));
    }

    /** @throws Problem what kept it from an answer */
    public RollSensitivity compareAndWait(RollSensitivityOrder order) throws InterruptedException {
        return submit(order).awaitResult(RollSensitivity.class);
    }

    private RollTask task(RollSensitivityOrder order, BacktestOrder complete) {
        KeptCode code = strategies.code(complete.strategyName());
        strategies.take(complete.strategyName()); // what runs elsewhere is kept like what runs here
        List<String> warnings = new EngineRequests(strategies, markets, settings).strategyWarnings(complete);
        return new RollTask(
                order, complete, warnings, List.of(code), settings.home().toString(), settings.all());
    }

    private RollSensitivity here(RollPlan plan, BacktestOrder order, JobHandle handle) {
        return new RollComparison(
                        plan,
                        order,
                        List.of(),
                        strategies,
                        (choice, rolled) -> new RolledBy(markets, choice),
                        () -> {},
                        settings)
                .compare(handle::progress);
    }

    private RollSensitivity elsewhere(RollTask task, JobHandle handle) throws InterruptedException {
        try (FreshProcess process =
                FreshProcess.start(RollProcess.class, task, FreshProcess.Use.ofJob("The comparison", settings))) {
            return Json.mapper().treeToValue(process.await(handle).manifest(), RollSensitivity.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
