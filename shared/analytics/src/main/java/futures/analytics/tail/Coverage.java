package futures.analytics.tail;

import futures.analytics.inference.NormalDistribution;
import futures.analytics.performance.Measure;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Whether losses exceeded the value at risk as often as its level says, and one apart from the other. Likelihood ratios are
 * those of Kupiec (1995) and Christoffersen (1998), with 0 · log 0 = 0.
 *
 * @param periods      forecasts
 * @param exceedances  periods that lost more
 * @param level        share of periods that should
 * @param first        number of the first such period, counted from 1; 0 when there is none
 * @param n00          transitions from a period without to one without, and so on
 */
public record Coverage(int periods, int exceedances, double level, int first, int n00, int n01, int n10, int n11) {
    private static final double GREEN = 0.95;
    private static final double YELLOW = 0.9999;

    /**
     * A test.
     *
     * @param ratio       likelihood ratio, chi-squared distributed
     * @param probability p-value: the chance of a ratio as high when the forecasts are right
     */
    public record Test(Measure ratio, Measure probability) {
        static Test of(double ratio, int freedom) {
            double positive = Math.max(0, ratio);
            double p = freedom == 1
                    ? 2 * NormalDistribution.probability(-Math.sqrt(positive))
                    : StrictMath.exp(-positive / 2);
            return new Test(Measure.of(positive), Measure.of(Math.min(1, p)));
        }
    }

    /** Zones of the Basel committee (1996), by the probability of so few exceedances or fewer. */
    public enum Zone {
        GREEN,
        YELLOW,
        RED
    }

    /** @param exceeded by period */
    public static Coverage of(boolean[] exceeded, double level) {
        int count = 0;
        int first = 0;
        int[] transitions = new int[4];
        for (int i = 0; i < exceeded.length; i++) {
            if (exceeded[i]) {
                count++;
                first = first == 0 ? i + 1 : first;
            }
            if (i > 0) {
                transitions[(exceeded[i - 1] ? 2 : 0) + (exceeded[i] ? 1 : 0)]++;
            }
        }
        return new Coverage(
                exceeded.length, count, level, first, transitions[0], transitions[1], transitions[2], transitions[3]);
    }

    /** Proportion of failures (Kupiec): as many as the level says. */
    public Test proportion() {
        return Test.of(proportionRatio(periods, exceedances, level), 1);
    }

    private static double proportionRatio(int n, int x, double p) {
        double share = (double) x / n;
        return -2 * (log(n - x, 1 - p) + log(x, p) - log(n - x, 1 - share) - log(x, share));
    }

    /** Time until the first failure (Kupiec); undefined when there is none. */
    public Test untilFirst() {
        if (first == 0) {
            Measure none = Measure.undefined("no loss exceeded the value at risk");
            return new Test(none, none);
        }
        double share = 1.0 / first;
        return Test.of(-2 * (log(1, level) + log(first - 1, 1 - level) - log(1, share) - log(first - 1, 1 - share)), 1);
    }

    /** Independence (Christoffersen): an exceedance makes one in the next period no likelier. */
    public Test independence() {
        return Test.of(independenceRatio(), 1);
    }

    private double independenceRatio() {
        int from0 = n00 + n01;
        int from1 = n10 + n11;
        if (from0 == 0 || from1 == 0) {
            return 0;
        }
        double after0 = (double) n01 / from0;
        double after1 = (double) n11 / from1;
        double all = (double) (n01 + n11) / (from0 + from1);
        return -2
                * (log(n00 + n10, 1 - all)
                        + log(n01 + n11, all)
                        - log(n00, 1 - after0)
                        - log(n01, after0)
                        - log(n10, 1 - after1)
                        - log(n11, after1));
    }

    /** Conditional coverage (Christoffersen): both; the sum of their ratios. */
    public Test conditional() {
        return Test.of(proportionRatio(periods, exceedances, level) + independenceRatio(), 2);
    }

    /** The same given the first period, as the paper has it: the proportion is that of the periods after it. */
    public Test conditionalOnFirst() {
        return Test.of(proportionRatio(n00 + n01 + n10 + n11, n01 + n11, level) + independenceRatio(), 2);
    }

    /** Probability of so few exceedances or fewer when the forecasts are right. */
    public double atMost() {
        return new BinomialDistribution(periods, level).cumulativeProbability(exceedances);
    }

    /** Probability of so many or more. */
    public double atLeast() {
        return 1 - new BinomialDistribution(periods, level).cumulativeProbability(exceedances - 1);
    }

    public Zone zone() {
        double probability = atMost();
        return probability < GREEN ? Zone.GREEN : probability < YELLOW ? Zone.YELLOW : Zone.RED;
    }

    private static double log(int count, double share) {
        return count == 0 ? 0 : count * StrictMath.log(share);
    }
}
