package futures.analytics.weights;

import java.util.Arrays;

/**
 * Whole numbers in the place of fractions. What is wanted is first made smaller, all by the same factor, until its margin fits the
 * budget, and rounded down; then one unit is added, taken away or exchanged for another, the step first that lowers the
 * variance of the difference most and fits the budget, until none does.
 */
public final class WholeUnits {
    private static final double GAIN = 1e-12;

    private final double[][] covariance;
    private final double[] margins;
    private final double budget;
    private final double[] target;
    private final int[] units;
    private final double scale;

    private WholeUnits(double[][] covariance, double[] margins, double budget, double[] wanted) {
        this.covariance = covariance;
        this.margins = margins;
        this.budget = budget;
        double needed = Mix.mean(margins, wanted);
        this.scale = needed > budget ? budget / needed : 1;
        this.target = new double[wanted.length];
        this.units = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            target[i] = wanted[i] * scale;
            units[i] = (int) Math.floor(target[i] + 1e-9);
        }
    }

    /**
     * @param wanted     units, 0 or more, below 2^31
     * @param covariance of what a unit of each gains in a period, money squared
     * @param margins    that a unit of each binds, money, 0 or more
     * @param budget     money; infinite for none
     */
    public static WholeUnits of(double[] wanted, double[][] covariance, double[] margins, double budget) {
        WholeUnits whole = new WholeUnits(covariance, margins, budget, wanted);
        whole.search();
        return whole;
    }

    private void search() {
        double now = trackingVariance();
        double[] away = new double[units.length];
        while (true) {
            for (int i = 0; i < away.length; i++) {
                away[i] = units[i] - target[i];
            }
            double[] slope = new double[units.length];
            for (int i = 0; i < slope.length; i++) {
                slope[i] = Mix.mean(covariance[i], away);
            }
            int more = -1;
            int less = -1;
            double best = -GAIN * Math.max(now, Mix.variance(covariance, target) * GAIN);
            double free = budget - margin();
            for (int i = -1; i < units.length; i++) {
                for (int j = -1; j < units.length; j++) {
                    if (i == j || (j >= 0 && units[j] == 0) || !fits(i, j, free)) {
                        continue;
                    }
                    double change = change(slope, i, j);
                    if (change < best) {
                        best = change;
                        more = i;
                        less = j;
                    }
                }
            }
            if (more < 0 && less < 0) {
                return;
            }
            if (more >= 0) {
                units[more]++;
            }
            if (less >= 0) {
                units[less]--;
            }
            now = trackingVariance();
        }
    }

    private boolean fits(int more, int less, double free) {
        return (more < 0 ? 0 : margins[more]) - (less < 0 ? 0 : margins[less]) <= Math.max(0, free) + 1e-9;
    }

    /** Of the tracking variance by one unit more of one and one less of the other; −1 stands for none. */
    private double change(double[] slope, int more, int less) {
        double change = 0;
        if (more >= 0) {
            change += 2 * slope[more] + covariance[more][more];
        }
        if (less >= 0) {
            change += -2 * slope[less] + covariance[less][less];
        }
        return more >= 0 && less >= 0 ? change - 2 * covariance[more][less] : change;
    }

    /** Variance per period of what the whole units gain less what the target gains, money squared. */
    public double trackingVariance() {
        double[] away = new double[units.length];
        for (int i = 0; i < away.length; i++) {
            away[i] = units[i] - target[i];
        }
        return Math.max(0, Mix.variance(covariance, away));
    }

    public double margin() {
        double sum = 0;
        for (int i = 0; i < units.length; i++) {
            sum += units[i] * margins[i];
        }
        return sum;
    }

    public int[] units() {
        return units.clone();
    }

    /** What the units stand for: what was wanted, times {@link #scale}. */
    public double[] target() {
        return Arrays.copyOf(target, target.length);
    }

    /** 1, or less when the budget does not suffice. */
    public double scale() {
        return scale;
    }
}
