package futures.backtest.sensitivity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderIntake;
import futures.backtest.run.DataGrades;
import futures.backtest.run.Figures;
import futures.backtest.run.Outcome;
import futures.backtest.run.Runs;
import futures.backtest.series.MarketSource;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.engine.Progress;
import futures.engine.StrategyFailed;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.Job;
import futures.kit.job.JobHandle;
import futures.kit.job.JobRunner;
import futures.kit.job.JobState;
import futures.kit.job.JobStatus;
import futures.kit.json.Json;
import futures.marketdata.RollChoice;
import futures.model.Adjustment;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.RollSensitivity;
import futures.wire.backtest.RollSensitivity.LeftOut;
import futures.wire.backtest.RollSensitivity.Run;
import futures.wire.backtest.RollSensitivity.Spread;
import futures.wire.backtest.RollSensitivityOrder;
import futures.wire.backtest.Rolls;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
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
        if (strategies.code(name).kind().equals(ScriptKind.WORD)) {
            throw Problem.unprocessable(
                            name + " is a script, and only strategies in Java are compared under several rules of"
                                    + " rolling. Run it on the series one by one: POST /api/backtest/js with symbol "
                                    + plan.series().with(plan.adjustments().get(0)) + ", after PUT /api/rolls/"
                                    + plan.series().root() + " of the data service for other rolls.")
                    .field("backtest.strategy_name", name, "in JavaScript");
        }
        return runner.submit(
                "rolls-" + complete.strategyName() + "-" + count.incrementAndGet(),
                "roll sensitivity",
                handle -> compare(plan, complete, handle));
    }

    /** @throws Problem what kept it from an answer */
    public RollSensitivity compareAndWait(RollSensitivityOrder order) throws InterruptedException {
        try {
            JobStatus ended = submit(order).finished().get();
            if (ended.state() == JobState.DONE) {
                return (RollSensitivity) ended.result();
            }
            throw Problem.unprocessable(
                    "The comparison " + ended.id() + " " + ended.state().text() + ": " + ended.message());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private RollSensitivity compare(RollPlan plan, BacktestOrder order, JobHandle handle) {
        List<Run> runs = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        int done = 0;
        for (RollChoice choice : plan.rules()) {
            for (Adjustment adjustment : plan.adjustments()) {
                double from = (double) done++ / plan.runs();
                String what = choice + ", " + RollPlan.name(adjustment);
                handle.progress(from, what);
                try {
                    runs.add(run(plan, order, choice, adjustment, (bar, bars) -> {
                        handle.progress(from + (double) bar / Math.max(1, bars) / plan.runs(), what);
                        return !handle.cancelled();
                    }));
                } catch (StrategyFailed e) {
                    throw Problem.unprocessable("The strategy failed (" + what + "): " + e.getMessage());
                } catch (Problem e) {
                    if (e.status() >= 500) {
                        throw e;
                    }
                    leftOut.add(new LeftOut(choice.rule(), choice.days(), RollPlan.name(adjustment), e.getMessage()));
                }
            }
        }
        return answer(plan, order, runs, leftOut);
    }

    private Run run(RollPlan plan, BacktestOrder order, RollChoice choice, Adjustment adjustment, Progress progress) {
        EngineRequests requests = new EngineRequests(strategies, new RolledBy(markets, choice), settings);
        ObjectNode fields = Json.mapper().valueToTree(order);
        fields.put("symbol", plan.series().with(adjustment).toString());
        BacktestOrder rolled = Json.mapper().convertValue(fields, BacktestOrder.class);
        DataGrades grades = new DataGrades(requests.grades(rolled));
        grades.check(rolled);
        Outcome outcome = new Runs(requests).run(rolled, () -> {}, progress);
        Rolls rolls = outcome.rolls();
        List<String> warnings = new ArrayList<>(outcome.warnings());
        warnings.addAll(grades.warnings());
        return new Run(
                choice.rule(),
                choice.days(),
                RollPlan.name(adjustment),
                rolls == null ? 0 : rolls.calendars().get(0).changes().size(),
                Figures.netProfit(outcome),
                outcome.trips().size(),
                figure(outcome, Metric.MAX_DRAWDOWN, 2),
                figure(outcome, Metric.SHARPE, 4),
                rolls == null ? BigDecimal.ZERO.setScale(2) : rolls.costs().add(rolls.slippage()),
                outcome.hash(),
                List.copyOf(warnings));
    }

    private static BigDecimal figure(Outcome outcome, Metric metric, int digits) {
        Measure measure = outcome.metrics().get(metric);
        return measure.defined() ? BigDecimal.valueOf(measure.value()).setScale(digits, RoundingMode.HALF_EVEN) : null;
    }

    private static RollSensitivity answer(RollPlan plan, BacktestOrder order, List<Run> runs, List<LeftOut> leftOut) {
        if (runs.isEmpty()) {
            throw Problem.unprocessable("None of the ways of rolling could be run: "
                    + leftOut.get(0).reason());
        }
        List<Spread> spreads = Spreads.of(runs);
        int profitable =
                (int) runs.stream().filter(run -> run.netProfit().signum() > 0).count();
        Spread profit = spreads.get(0);
        return new RollSensitivity(
                order.strategyName(),
                plan.series().root() + "." + plan.series().position(),
                order.timeframe(),
                runs,
                leftOut,
                spreads,
                profitable,
                Spreads.widest(runs, Run::adjustment),
                Spreads.widest(runs, run -> run.rule() + run.days()),
                "%d ways of rolling: net profit from %s to %s, median %s; %d of them made money."
                        .formatted(runs.size(), profit.lowest(), profit.highest(), profit.median(), profitable));
    }
}
