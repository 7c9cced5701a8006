package futures.backtest.lookahead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.backtest.order.OrderIntake;
import futures.backtest.process.FreshProcess;
import futures.backtest.strategy.KeptCode;
import futures.backtest.strategy.StrategyRegistry;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.Job;
import futures.kit.job.JobHandle;
import futures.kit.job.JobRunner;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.Lookahead;
import futures.wire.backtest.LookaheadOrder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Tries strategies, as jobs on the pool that runs backtests, each in a process of its own. */
public final class Proofs {
    private final OrderIntake intake;
    private final StrategyRegistry strategies;
    private final JobRunner runner;
    private final Settings settings;
    private final AtomicInteger count = new AtomicInteger();

    public Proofs(OrderIntake intake, StrategyRegistry strategies, JobRunner runner, Settings settings) {
        this.intake = intake;
        this.strategies = strategies;
        this.runner = runner;
        this.settings = settings;
    }

    /** @throws Problem for an order that cannot be right, 429 when too many jobs wait */
    public Job submit(String name, LookaheadOrder order) {
        int points = order.points() == null ? Prover.STANDARD_POINTS : order.points();
        if (points < 1 || points > Prover.MOST_POINTS) {
            throw Problem.badRequest("'points' must be from 1 to " + Prover.MOST_POINTS + ".")
                    .field("points", points, "1 to " + Prover.MOST_POINTS);
        }
        BacktestOrder complete = intake.complete(named(name, order.backtest()));
        KeptCode code = strategies.code(name);
        strategies.take(name); // what runs elsewhere is kept like what runs here
        ProofTask task = new ProofTask(
                complete,
                code.files().isEmpty() ? List.of() : List.of(code),
                points,
                order.seed() == null ? 0 : order.seed(),
                settings.home().toString(),
                settings.all());
        return runner.submit(
                "lookahead-" + name + "-" + count.incrementAndGet(), "look-ahead check", handle -> prove(task, handle));
    }

    /** @throws Problem what kept it from a verdict */
    public Lookahead proveAndWait(String name, LookaheadOrder order) throws InterruptedException {
        return submit(name, order).awaitResult(Lookahead.class);
    }

    /** The address names the strategy; an order that names another one is a mistake. */
    private static BacktestOrder named(String name, BacktestOrder order) {
        if (order == null) {
            throw Problem.badRequest("'backtest' is missing: the order to run, with at least a symbol.")
                    .field("backtest", null, "missing");
        }
        if (order.strategies() != null
                || (order.strategyName() != null && !order.strategyName().equals(name))) {
            throw Problem.badRequest("The order must be one of the strategy " + name + ", which the address names.")
                    .field("backtest.strategy_name", order.strategyName(), "not " + name);
        }
        ObjectNode fields = Json.mapper().valueToTree(order);
        fields.put("strategy_name", name);
        return Json.mapper().convertValue(fields, BacktestOrder.class);
    }

    private Lookahead prove(ProofTask task, JobHandle handle) throws InterruptedException {
        try (FreshProcess process = FreshProcess.start(
                ProofProcess.class, task, FreshProcess.Use.ofJob("The look-ahead check", settings))) {
            Lookahead found = Json.mapper().treeToValue(process.await(handle).manifest(), Lookahead.class);
            return new Lookahead(
                    task.order().strategyName(),
                    task.order().symbol(),
                    found.verdict(),
                    found.text(),
                    found.bars(),
                    found.orders(),
                    found.probes(),
                    found.first());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
