package futures.analytics.inference;

import futures.analytics.performance.Measure;
import java.util.Arrays;

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation (Bailey, Borwein, López de Prado and Zhu,
 * "The Probability of Backtest Overfitting", Journal of Computational Finance 20, 2017): how often the strategy that was best in
 * one half of the days is no better than the median one in the other half, over all halves that equal blocks of days can form.
 *
 * <p>Strategies are compared by Sharpe ratio, mean / standard deviation (n − 1), which is 0 for returns that do not vary; of
 * equal ones the first is the best. The relative rank in the other half is rank / (strategies + 1), the worst having rank 1 and
 * equal ones their mean rank; its logit at or below 0 counts as overfit.
 *
 * @param blocks          into which the days were cut
 * @param dropped         first days that were left out, so that the blocks are equal
 * @param splits          ways to choose half of the blocks
 * @param probability     share of the splits with a logit at or below 0
 * @param meanLogit       over the splits
 * @param medianLogit     over the splits
 * @param lossProbability share of the splits in which the best one's Sharpe ratio in the other half is negative
 * @param slope           of the regression, over the splits, of the best one's Sharpe ratio in the other half on that in the
 *                        half it was chosen by; undefined when the latter do not vary
 * @param intercept       of the same
 * @param determination   R² of the same
 */
public record BacktestOverfitting(
        int blocks,
        int dropped,
        int splits,
        double probability,
        double meanLogit,
        double medianLogit,
        double lossProbability,
        Measure slope,
        Measure intercept,
        Measure determination) {
    /** 184,756 splits. */
    public static final int MOST_BLOCKS = 20;

    /**
     * Takes a time that grows with splits × strategies × blocks: a second or so for 16 blocks and a thousand strategies.
     *
     * @param blocks even, 2 to 20, with at least two days in each; 16 is the paper's choice
     * @throws IllegalArgumentException when it is not, or for less than two strategies
     */
    public static BacktestOverfitting of(ReturnMatrix returns, int blocks) {
        if (blocks < 2 || blocks > MOST_BLOCKS || blocks % 2 != 0) {
            throw new IllegalArgumentException(
                    "an even number of blocks from 2 to " + MOST_BLOCKS + " was expected, found " + blocks);
        }
        if (returns.days() < 2 * blocks) {
            throw new IllegalArgumentException(
                    blocks + " blocks need " + 2 * blocks + " days, there are " + returns.days());
        }
        if (returns.strategies() < 2) {
            throw new IllegalArgumentException("one strategy alone was not chosen from any others");
        }
        HalvedReturns halves = new HalvedReturns(returns, blocks);
        double[] chosenBy = new double[halves.splits()];
        double[] after = new double[chosenBy.length];
        double[] logits = new double[chosenBy.length];
        int overfit = 0;
        int lost = 0;
        for (int split = 0; split < logits.length; split++) {
            halves.next();
            int best = halves.best();
            chosenBy[split] = halves.inside(best);
            after[split] = halves.outside(best);
            double rank = halves.rankOutside(best) / (returns.strategies() + 1);
            logits[split] = StrictMath.log(rank / (1 - rank));
            // by the rank, for which one half is exact
            overfit += rank <= 0.5 ? 1 : 0;
            lost += after[split] < 0 ? 1 : 0;
        }
        double splits = logits.length;
        double mean = Arrays.stream(logits).sum() / splits;
        Arrays.sort(logits);
        double median = (logits[logits.length / 2] + logits[(logits.length - 1) / 2]) / 2;
        double meanBy = Arrays.stream(chosenBy).sum() / splits;
        double meanAfter = Arrays.stream(after).sum() / splits;
        double both = 0;
        double by = 0;
        double of = 0;
        for (int i = 0; i < splits; i++) {
            both += (chosenBy[i] - meanBy) * (after[i] - meanAfter);
            by += (chosenBy[i] - meanBy) * (chosenBy[i] - meanBy);
            of += (after[i] - meanAfter) * (after[i] - meanAfter);
        }
        Measure none = Measure.undefined("the best Sharpe ratios do not vary");
        boolean varies = !ReturnMatrix.negligible(Math.sqrt(by / splits), Math.abs(meanBy));
        boolean variesAfter = !ReturnMatrix.negligible(Math.sqrt(of / splits), Math.abs(meanAfter));
        return new BacktestOverfitting(
                blocks,
                halves.dropped(),
                logits.length,
                overfit / splits,
                mean,
                median,
                lost / splits,
                varies ? Measure.of(both / by) : none,
                varies ? Measure.of(meanAfter - both / by * meanBy) : none,
                varies && variesAfter ? Measure.of(both * both / (by * of)) : none);
    }
}
