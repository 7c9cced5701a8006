package futures.backtest.luck;

/** Mean and variance of Sharpe ratios that come one by one (Welford 1962), so that no digits are lost however many there are. */
final class RatioSums {
    private long count;
    private double mean;
    private double squares;

    RatioSums() {}

    /** Goes on where others ended. */
    RatioSums(long count, double mean, double squares) {
        this.count = count;
        this.mean = mean;
        this.squares = squares;
    }

    void add(double ratio) {
        count++;
        double away = ratio - mean;
        mean += away / count;
        squares += away * (ratio - mean);
    }

    long count() {
        return count;
    }

    double mean() {
        return mean;
    }

    /** Sum of the squared deviations from the mean. */
    double squares() {
        return squares;
    }

    /** n − 1 in the denominator; 0 when there are less than two. */
    double variance() {
        return count < 2 ? 0 : squares / (count - 1);
    }
}
