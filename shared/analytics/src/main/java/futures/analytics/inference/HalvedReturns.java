package futures.analytics.inference;

/** Walks through all choices of half of the blocks of days, and has the Sharpe ratios inside and outside the chosen half. */
final class HalvedReturns {
    private final int blocks;
    private final int dropped;
    private final int strategies;
    private final int halfDays;
    private final double[] shift;
    private final double[] least;
    /** By block and strategy: sums of what is left when the mean of all days is taken off, which keeps small deviations exact. */
    private final double[][] sums;

    private final double[][] squares;
    private final double[] totals;
    private final double[] totalSquares;
    private final double[] inside;
    private final double[] outside;
    private int chosen;

    HalvedReturns(ReturnMatrix returns, int blocks) {
        this.blocks = blocks;
        this.strategies = returns.strategies();
        int length = returns.days() / blocks;
        this.dropped = returns.days() - length * blocks;
        this.halfDays = length * blocks / 2;
        this.shift = returns.means();
        this.least = new double[strategies];
        this.sums = new double[blocks][strategies];
        this.squares = new double[blocks][strategies];
        this.totals = new double[strategies];
        this.totalSquares = new double[strategies];
        this.inside = new double[strategies];
        this.outside = new double[strategies];
        for (int k = 0; k < strategies; k++) {
            least[k] = returns.largest(k);
            for (int day = dropped; day < returns.days(); day++) {
                double value = returns.at(day, k) - shift[k];
                int block = (day - dropped) / length;
                sums[block][k] += value;
                squares[block][k] += value * value;
                totals[k] += value;
                totalSquares[k] += value * value;
            }
        }
    }

    int dropped() {
        return dropped;
    }

    int splits() {
        long splits = 1;
        for (int i = 1; i <= blocks / 2; i++) {
            splits = splits * (blocks / 2 + i) / i;
        }
        return (int) splits;
    }

    /** Goes to the next choice, the first one at first. */
    void next() {
        if (chosen == 0) {
            chosen = (1 << (blocks / 2)) - 1;
        } else {
            // the next larger number with as many bits
            int lowest = chosen & -chosen;
            int ripple = chosen + lowest;
            chosen = ((ripple ^ chosen) >>> 2) / lowest | ripple;
        }
        double[] sum = new double[strategies];
        double[] square = new double[strategies];
        for (int block = 0; block < blocks; block++) {
            if ((chosen >>> block & 1) == 1) {
                for (int k = 0; k < strategies; k++) {
                    sum[k] += sums[block][k];
                    square[k] += squares[block][k];
                }
            }
        }
        for (int k = 0; k < strategies; k++) {
            inside[k] = sharpe(k, sum[k], square[k]);
            outside[k] = sharpe(k, totals[k] - sum[k], totalSquares[k] - square[k]);
        }
    }

    private double sharpe(int k, double sum, double square) {
        double deviation = Math.sqrt(Math.max(0, square - sum * sum / halfDays) / (halfDays - 1));
        return ReturnMatrix.negligible(deviation, least[k]) ? 0 : (shift[k] + sum / halfDays) / deviation;
    }

    int best() {
        int best = 0;
        for (int k = 1; k < strategies; k++) {
            if (inside[k] > inside[best]) {
                best = k;
            }
        }
        return best;
    }

    double inside(int k) {
        return inside[k];
    }

    double outside(int k) {
        return outside[k];
    }

    /** From 1 for the worst; equal ones have their mean rank. */
    double rankOutside(int k) {
        int below = 0;
        int equal = 0;
        for (double other : outside) {
            below += other < outside[k] ? 1 : 0;
            equal += other == outside[k] ? 1 : 0;
        }
        return below + (equal + 1) / 2.0;
    }
}
