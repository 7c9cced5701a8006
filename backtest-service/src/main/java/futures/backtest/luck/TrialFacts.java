package futures.backtest.luck;

import futures.analytics.inference.IndependentTrials;
import futures.analytics.inference.ReturnMatrix;
import futures.analytics.inference.SharpeSample;
import futures.analytics.performance.Measure;
import futures.analytics.performance.ReturnStatistics;

/**
 * What a verdict has to know of all tries, whether their returns are at hand or not.
 *
 * @param trials      with a Sharpe ratio, at least 1: one that never traded shows nothing, and no luck makes it the best
 * @param variance    of their Sharpe ratios per day (n − 1 in the denominator); 0 for a single one
 * @param correlation mean correlation of their daily returns over pairs, or why it is not known
 */
public record TrialFacts(long trials, double variance, Measure correlation) {
    public TrialFacts {
        if (trials < 1 || !(variance >= 0)) {
            throw new IllegalArgumentException(
                    "at least one try and a variance were expected, found " + trials + ", " + variance);
        }
    }

    /** As if these were all the tries that were ever made; at least one of the strategies must vary. */
    public static TrialFacts of(ReturnMatrix returns) {
        RatioSums sums = new RatioSums();
        for (int k = 0; k < returns.strategies(); k++) {
            Measure ratio = ReturnStatistics.of(returns.strategy(k), 1).sharpe(0);
            if (ratio.defined()) {
                sums.add(ratio.value());
            }
        }
        return new TrialFacts(Math.max(1, sums.count()), sums.variance(), returns.meanCorrelation());
    }

    /**
     * The Sharpe ratio per day that the best of so many tries without merit is expected to show.
     *
     * <p>The number is the one that was counted, not the effective one: the spread that was observed has become smaller by what the
     * tries have in common, and fewer tries would count the same thing twice.
     */
    double luckRatio() {
        return SharpeSample.expectedBest(trials, variance);
    }

    Measure effective() {
        return correlation.defined()
                ? Measure.of(IndependentTrials.effective(trials, Math.min(1, correlation.value())))
                : Measure.undefined(correlation.reason());
    }
}
