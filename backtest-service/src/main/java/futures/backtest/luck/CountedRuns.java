package futures.backtest.luck;

import futures.analytics.inference.SharpeSample;
import futures.analytics.performance.Measure;
import futures.backtest.order.OrderNames;
import futures.backtest.strategy.StrategyRegistry;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.DeflatedSharpe;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts runs as tries, and says what their number leaves of the Sharpe ratio of the last one. */
public final class CountedRuns {
    static final String DEFINITION =
            "deflated Sharpe ratio (Bailey and Lopez de Prado 2014, with the error of 2012): psr against"
                    + " sqrt(V) * ((1 - 0.5772) z(1 - 1/N) + 0.5772 z(1 - 1/(N e))), N being the tries, V the variance of their Sharpe"
                    + " ratios per day, z the normal quantile";
    private static final double DAYS_A_YEAR = 252;

    private final TrialLedger ledger;
    private final StrategyRegistry strategies;

    public CountedRuns(TrialLedger ledger, StrategyRegistry strategies) {
        this.ledger = ledger;
        this.strategies = strategies;
    }

    /**
     * What tries of an order have in common.
     *
     * @param order complete
     * @param code  content hashes of the strategies that run, by name
     */
    private TrialSubject subject(BacktestOrder order, Map<String, String> code) {
        boolean file = !OrderNames.joint(order) && strategies.aloneInItsFiles(order.strategyName());
        return TrialSubject.of(order, code, file);
    }

    /**
     * For the tries of a sweep or search, whose parameters go over those of the order; to be closed.
     *
     * @param order complete, of one strategy
     */
    public TrialBatch batch(BacktestOrder order) {
        return new TrialBatch(ledger, subject(order), order.parameters());
    }

    /** What is known of all tries of an order's strategy on its data. */
    public TrialFacts facts(BacktestOrder order) {
        return ledger.facts(subject(order));
    }

    private TrialSubject subject(BacktestOrder order) {
        String name = order.strategyName();
        return subject(order, Map.of(name, strategies.find(name).contentHash()));
    }

    /**
     * Counts a run that ended.
     *
     * @param profits change of the account's equity over each trading day
     */
    public DeflatedSharpe count(BacktestOrder order, Map<String, String> code, double[] profits) {
        TrialSubject subject = subject(order, code);
        Trial trial = new Trial(parameters(order), profits);
        ledger.record(subject, List.of(trial));
        TrialFacts tries = ledger.count(subject);
        double luck = tries.luckRatio() * Math.sqrt(DAYS_A_YEAR);
        Measure ratio = trial.sharpe();
        Measure deflated =
                ratio.defined() ? SharpeSample.of(profits).deflated(tries.trials(), tries.variance()) : ratio;
        return new DeflatedSharpe(deflated.value(), deflated.reason(), tries.trials(), luck, DEFINITION);
    }

    private static Map<String, Object> parameters(BacktestOrder order) {
        if (!OrderNames.joint(order)) {
            return order.parameters();
        }
        Map<String, Object> all = new TreeMap<>();
        order.strategies()
                .forEach(one -> all.put(one.name(), List.of(one.strategyName(), one.symbol(), one.parameters())));
        return all;
    }
}
