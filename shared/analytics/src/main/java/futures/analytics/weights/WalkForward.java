package futures.analytics.weights;

import java.util.ArrayList;
import java.util.List;

/**
 * What a rule would have earned that only knew the past: every so many periods it is asked for weights with the returns of the window
 * before, which then hold until the next time. No period is used to choose the weights that it is judged with.
 */
public final class WalkForward {
    private final int window;
    private final double[] returns;
    private final List<Rebalance> rebalances = new ArrayList<>();

    /** Chooses weights from the returns of a window, a row for each period; all zero to stay out. */
    @FunctionalInterface
    public interface Rule {
        double[] weights(double[][] trailing);
    }

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {
        void at(int period, int periods);
    }

    /** Weights that hold from one period up to another, which is not one of them. */
    public static final class Rebalance {
        private final int from;
        private final int to;
        private final double[] weights;

        Rebalance(int from, int to, double[] weights) {
            this.from = from;
            this.to = to;
            this.weights = weights;
        }

        public int from() {
            return from;
        }

        public int to() {
            return to;
        }

        public double[] weights() {
            return weights.clone();
        }

        boolean isOut() {
            for (double weight : weights) {
                if (weight != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private WalkForward(int window, int periods) {
        this.window = window;
        this.returns = new double[periods - window];
    }

    /**
     * @param returns a row for each period, more of them than the window
     * @param window  periods that each choice is made from
     * @param every   periods that a choice holds, 1 or more; the last one may hold for fewer
     */
    public static WalkForward of(double[][] returns, int window, int every, Rule rule, Progress progress) {
        if (window < 2 || every < 1 || returns.length <= window) {
            throw new IllegalArgumentException("a walk forward over " + returns.length
                    + " periods cannot have a window of " + window + " and steps of " + every);
        }
        WalkForward walk = new WalkForward(window, returns.length);
        for (int from = window; from < returns.length; from += every) {
            progress.at(from - window, returns.length - window);
            double[][] trailing = new double[window][];
            System.arraycopy(returns, from - window, trailing, 0, window);
            int to = Math.min(from + every, returns.length);
            Rebalance rebalance = new Rebalance(from, to, rule.weights(trailing));
            walk.rebalances.add(rebalance);
            for (int t = from; t < to; t++) {
                walk.returns[t - window] = Mix.mean(returns[t], rebalance.weights);
            }
        }
        return walk;
    }

    /** The first period that is judged. */
    public int window() {
        return window;
    }

    /** Of each period from {@link #window} on, one after the other over all choices. */
    public double[] returns() {
        return returns.clone();
    }

    public List<Rebalance> rebalances() {
        return List.copyOf(rebalances);
    }

    /** Σ|Δw| at each rebalance after the first, their mean; 2 is to exchange everything. Zero when there is only one. */
    public double meanTurnover() {
        double sum = 0;
        for (int k = 1; k < rebalances.size(); k++) {
            for (int i = 0; i < rebalances.get(k).weights.length; i++) {
                sum += Math.abs(rebalances.get(k).weights[i] - rebalances.get(k - 1).weights[i]);
            }
        }
        return rebalances.size() < 2 ? 0 : sum / (rebalances.size() - 1);
    }

    /** Choices to stay out. */
    public int timesOut() {
        return (int) rebalances.stream().filter(Rebalance::isOut).count();
    }
}
