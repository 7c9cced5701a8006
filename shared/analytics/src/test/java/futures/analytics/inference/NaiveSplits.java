package futures.analytics.inference;

import futures.analytics.performance.Measure;
import futures.analytics.performance.ReturnStatistics;
import java.util.ArrayList;
import java.util.List;

/** Cross-validation word for word: rows are copied for each half, and all strategies are ranked. */
final class NaiveSplits {
    private final List<double[]> returns;
    private final int blocks;
    private final int length;
    private int splits;
    private int overfit;
    private int lost;
    private double logits;

    NaiveSplits(List<double[]> returns, int blocks) {
        this.returns = returns;
        this.blocks = blocks;
        this.length = returns.get(0).length / blocks;
        choose(new ArrayList<>(), 0);
    }

    private void choose(List<Integer> chosen, int from) {
        if (chosen.size() == blocks / 2) {
            split(chosen);
            return;
        }
        for (int block = from; block < blocks; block++) {
            chosen.add(block);
            choose(chosen, block + 1);
            chosen.remove(chosen.size() - 1);
        }
    }

    private void split(List<Integer> chosen) {
        List<Integer> others = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            if (!chosen.contains(block)) {
                others.add(block);
            }
        }
        int best = 0;
        for (int k = 0; k < returns.size(); k++) {
            best = sharpe(k, chosen) > sharpe(best, chosen) + 1e-12 ? k : best;
        }
        double own = sharpe(best, others);
        double rank = 0.5;
        for (int k = 0; k < returns.size(); k++) {
            double other = sharpe(k, others);
            rank += Math.abs(other - own) < 1e-12 ? 0.5 : other < own ? 1 : 0;
        }
        double logit = Math.log(rank / (returns.size() + 1 - rank));
        splits++;
        overfit += logit < 1e-12 ? 1 : 0;
        lost += own < -1e-12 ? 1 : 0;
        logits += logit;
    }

    private double sharpe(int k, List<Integer> half) {
        int dropped = returns.get(k).length - blocks * length;
        double[] days = new double[half.size() * length];
        for (int i = 0; i < half.size(); i++) {
            System.arraycopy(returns.get(k), dropped + half.get(i) * length, days, i * length, length);
        }
        Measure sharpe = ReturnStatistics.of(days, 1).sharpe(0);
        return sharpe.defined() ? sharpe.value() : 0;
    }

    int splits() {
        return splits;
    }

    double overfit() {
        return (double) overfit / splits;
    }

    double lost() {
        return (double) lost / splits;
    }

    double meanLogit() {
        return logits / splits;
    }
}
