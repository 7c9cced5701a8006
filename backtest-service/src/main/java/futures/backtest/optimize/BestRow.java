package futures.backtest.optimize;

import futures.backtest.optimize.search.Fitness;
import futures.backtest.run.Ran;
import java.util.Map;

/** Keeps of a search the best feasible combination; of equals the one with the lowest number. */
final class BestRow implements RowLog {
    private Ran best;
    private double score = Double.NEGATIVE_INFINITY;
    private int rows;

    @Override
    public Map<Integer, Fitness> between(int first, int count) {
        return Map.of();
    }

    @Override
    public synchronized void add(long cell, Ran ran, Fitness fitness) {
        rows++;
        if (!fitness.feasible()) {
            return;
        }
        double value = fitness.values()[0];
        boolean earlier = best != null
                && value == score
                && ran.row().number() < best.row().number();
        if (best == null || value > score || earlier) {
            best = ran;
            score = value;
        }
    }

    @Override
    public void flush() {
        // Nothing is stored.
    }

    /** Null when none is feasible. */
    synchronized Ran best() {
        return best;
    }

    synchronized double score() {
        return score;
    }

    synchronized int rows() {
        return rows;
    }
}
