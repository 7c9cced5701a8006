package futures.analytics.tail;

import futures.analytics.performance.LowestFirst;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Tails as the past had them. */
public final class HistoricalTail {
    private HistoricalTail() {}

    /** Quantile of type 7, and the mean of the exact tail (Acerbi and Tasche 2002). */
    public static TailRisk of(double[] returns, double level) {
        LowestFirst ordered = new LowestFirst(returns);
        return TailRisk.of(-ordered.percentile(level), -ordered.tailMean(level));
    }

    /** The same of another quantile. */
    public static TailRisk of(double[] returns, double level, Quantile quantile) {
        double[] sorted = Quantile.sorted(returns);
        return TailRisk.of(-quantile.of(sorted, level), -new LowestFirst(sorted).tailMean(level));
    }

    /** Mean of the returns at or below minus the value at risk of type 7, as many programs have it. */
    public static double meanBeyond(double[] returns, double level) {
        double bound = new LowestFirst(returns).percentile(level);
        double sum = 0;
        int count = 0;
        for (double value : returns) {
            if (value <= bound) {
                sum += value;
                count++;
            }
        }
        return -sum / count;
    }

    /**
     * Each return weighs less than the one after it by a factor (Boudoukh, Richardson and Whitelaw 1998): the highest return
     * up to which the weights of the lowest ones come to the level.
     *
     * @param decay above 0, at most 1; 0.98 in the paper
     */
    public static TailRisk ageWeighted(double[] returns, double level, double decay) {
        int n = returns.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> returns[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] weights = new double[n];
        double total = 0;
        for (int i = n - 1, age = 0; i >= 0; i--, age++) {
            weights[i] = StrictMath.pow(decay, age);
            total += weights[i];
        }
        double cumulated = 0;
        double sum = 0;
        for (int i : order) {
            double weight = weights[i] / total;
            double taken = Math.min(weight, level - cumulated);
            sum += taken * returns[i];
            cumulated += weight;
            if (cumulated >= level) {
                return TailRisk.of(-returns[i], -sum / level);
            }
        }
        return TailRisk.of(-returns[order[n - 1]], -sum / level);
    }

    /** Sums of so many returns in a row, each one beginning a period after the one before. */
    static double[] overlapping(double[] returns, int horizon) {
        double[] sums = new double[returns.length - horizon + 1];
        double sum = 0;
        for (int i = 0; i < returns.length; i++) {
            sum += returns[i];
            if (i >= horizon) {
                sum -= returns[i - horizon];
            }
            if (i >= horizon - 1) {
                sums[i - horizon + 1] = sum;
            }
        }
        return sums;
    }
}
