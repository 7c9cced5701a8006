package futures.backtest.sensitivity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.backtest.order.EngineRequests;
import futures.backtest.run.DataGrades;
import futures.backtest.run.Figures;
import futures.backtest.run.Outcome;
import futures.backtest.run.Runs;
import futures.backtest.series.MarketSource;
import futures.backtest.strategy.StrategyRegistry;
import futures.engine.Progress;
import futures.engine.StrategyFailed;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import futures.marketdata.RollChoice;
import futures.model.Adjustment;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.RollSensitivity;
import futures.wire.backtest.RollSensitivity.LeftOut;
import futures.wire.backtest.RollSensitivity.Run;
import futures.wire.backtest.RollSensitivity.Spread;
import futures.wire.backtest.Rolls;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Runs a backtest under several ways of rolling, in this process: for strategies in Java that of the service, for scripts one of their own. */
final class RollComparison {
    private final RollPlan plan;
    private final BacktestOrder order;
    private final List<String> warnings;
    private final StrategyRegistry strategies;
    private final BiFunction<RollChoice, BacktestOrder, MarketSource> markets;
    private final Runnable after;
    private final Settings settings;

    /**
     * @param order    complete
     * @param warnings of every run
     * @param markets  of a run, by its rule and its order
     * @param after    called after each run, one that failed too
     */
    RollComparison(
            RollPlan plan,
            BacktestOrder order,
            List<String> warnings,
            StrategyRegistry strategies,
            BiFunction<RollChoice, BacktestOrder, MarketSource> markets,
            Runnable after,
            Settings settings) {
        this.plan = plan;
        this.order = order;
        this.warnings = warnings;
        this.strategies = strategies;
        this.markets = markets;
        this.after = after;
        this.settings = settings;
    }

    /**
     * @param progress share of the whole, and what is being done; may throw to end it
     * @throws Problem what kept it from an answer
     */
    RollSensitivity compare(BiConsumer<Double, String> progress) {
        List<Run> runs = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        int done = 0;
        for (RollChoice choice : plan.rules()) {
            for (Adjustment adjustment : plan.adjustments()) {
                double from = (double) done++ / plan.runs();
                String what = choice + ", " + RollPlan.name(adjustment);
                progress.accept(from, what);
                try {
                    runs.add(run(choice, adjustment, (bar, bars) -> {
                        progress.accept(from + (double) bar / Math.max(1, bars) / plan.runs(), what);
                        return true;
                    }));
                } catch (StrategyFailed e) {
                    throw Problem.unprocessable("The strategy failed (" + what + "): " + e.getMessage());
                } catch (Problem e) {
                    if (e.status() >= 500) {
                        throw e;
                    }
                    leftOut.add(new LeftOut(choice.rule(), choice.days(), RollPlan.name(adjustment), e.getMessage()));
                } finally {
                    after.run();
                }
            }
        }
        return answer(runs, leftOut);
    }

    private Run run(RollChoice choice, Adjustment adjustment, Progress progress) {
        ObjectNode fields = Json.mapper().valueToTree(order);
        fields.put("symbol", plan.series().with(adjustment).toString());
        BacktestOrder rolled = Json.mapper().convertValue(fields, BacktestOrder.class);
        EngineRequests requests = new EngineRequests(strategies, markets.apply(choice, rolled), settings);
        DataGrades grades = new DataGrades(requests.grades(rolled));
        grades.check(rolled);
        Outcome outcome = new Runs(requests).run(rolled, progress);
        Rolls rolls = outcome.rolls();
        List<String> all = new ArrayList<>(warnings);
        all.addAll(outcome.warnings());
        all.addAll(grades.warnings());
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
                List.copyOf(all));
    }

    private static BigDecimal figure(Outcome outcome, Metric metric, int digits) {
        Measure measure = outcome.metrics().get(metric);
        return measure.defined() ? BigDecimal.valueOf(measure.value()).setScale(digits, RoundingMode.HALF_EVEN) : null;
    }

    private RollSensitivity answer(List<Run> runs, List<LeftOut> leftOut) {
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
