package futures.analytics.weights;

import java.util.Arrays;

/**
 * Whole numbers in the place of fractions. What is wanted is first made smaller, all by the same factor, until its margin fits the
 * budget, and rounded down; then one unit or two are added, taken away or exchanged, the step first that lowers the variance of
 * the difference most and fits the budget, until none does.
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
        int n = units.length;
        while (true) {
            double now = trackingVariance();
            double[] slope = slope();
            int[] best = null;
            double change = -GAIN * Math.max(now, Mix.variance(covariance, target) * GAIN);
            for (int one = 0; one < 2 * n; one++) {
                for (int other = one; other < 2 * n; other++) {
                    int[] step = step(one, other);
                    if (step != null) {
                        double found = change(slope, step);
                        if (found < change) {
                            change = found;
                            best = step;
                        }
                    }
                }
            }
            if (best == null) {
                return;
            }
            for (int i = 0; i < n; i++) {
                units[i] += best[i];
            }
        }
    }

    /** Half of the derivative of the tracking variance by each number of units. */
    private double[] slope() {
        double[] away = new double[units.length];
        for (int i = 0; i < away.length; i++) {
            away[i] = units[i] - target[i];
        }
        double[] slope = new double[units.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = Mix.mean(covariance[i], away);
        }
        return slope;
    }

    /**
     * Up to two units changed: below n one more of that result, from n on one less; twice the same is a single one.
     *
     * @return null when it does not fit the budget, takes what is not there, or changes nothing
     */
    private int[] step(int one, int other) {
        int n = units.length;
        if (other != one && one % n == other % n) {
            return null;
        }
        int[] step = new int[n];
        step[one % n] = one < n ? 1 : -1;
        step[other % n] = other < n ? 1 : -1;
        double margin = margin();
        double after = margin;
        for (int i : new int[] {one % n, other % n}) {
            if (units[i] + step[i] < 0) {
                return null;
            }
        }
        for (int i = 0; i < n; i++) {
            after += step[i] * margins[i];
        }
        return after <= Math.max(budget, margin) + 1e-9 ? step : null;
    }

    /** Of the tracking variance. */
    private double change(double[] slope, int[] step) {
        double change = 0;
        for (int i = 0; i < step.length; i++) {
            if (step[i] != 0) {
                change += 2 * slope[i] * step[i];
                for (int j = 0; j < step.length; j++) {
                    change += step[i] * step[j] * covariance[i][j];
                }
            }
        }
        return change;
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
