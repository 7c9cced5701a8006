package futures.analytics.performance;

import futures.analytics.allocation.Kelly;
import java.util.OptionalDouble;

/**
 * Figures of a series of simple returns, one per period, flat periods included.
 *
 * <p>Definitions are those of {@link Metric}; annual figures use the given number of periods a year. A deviation that
 * is zero up to rounding counts as zero: otherwise a constant series would have a Sharpe ratio of 10^16.
 */
public final class ReturnStatistics {
    private static final double ROUNDING = 1e-12;
    private static final int AT_ONCE = 5;
    private static final String SAME = "returns do not vary";
    private static final String NONE = "there are no periods";

    private final double[] returns;
    private final double periodsPerYear;
    private final double mean;
    /** Powers of the distances from the mean. */
    private final double sumOfSquares;

    private final double sumOfCubes;
    private final double sumOfFourths;
    private final double largest;
    /** The last one that was asked for; the next one is often of the same threshold. */
    private Beside beside;

    private ReturnStatistics(double[] returns, double periodsPerYear) {
        this.returns = returns;
        this.periodsPerYear = periodsPerYear;
        double sum = 0;
        double most = 0;
        for (double value : returns) {
            sum += value;
            most = Math.max(most, Math.abs(value));
        }
        mean = returns.length == 0 ? 0 : sum / returns.length;
        largest = most;
        double squares = 0;
        double cubes = 0;
        double fourths = 0;
        for (double value : returns) {
            double away = value - mean;
            double square = away * away;
            squares += square;
            cubes += square * away;
            fourths += square * away * away;
        }
        sumOfSquares = squares;
        sumOfCubes = cubes;
        sumOfFourths = fourths;
    }

    /** @param returns not copied: they must stay as they are */
    public static ReturnStatistics of(double[] returns, double periodsPerYear) {
        return new ReturnStatistics(returns, periodsPerYear);
    }

    public Measure mean() {
        return returns.length == 0 ? none() : Measure.of(mean);
    }

    /** Sample standard deviation, n − 1. */
    public Measure deviation() {
        return returns.length < 2
                ? Measure.undefined("a deviation needs two periods, there are " + returns.length)
                : Measure.of(constant() ? 0 : Math.sqrt(sumOfSquares / (returns.length - 1)));
    }

    public Measure volatility() {
        Measure deviation = deviation();
        return deviation.defined() ? Measure.of(deviation.value() * Math.sqrt(periodsPerYear)) : deviation;
    }

    /** @param riskFree return per period that costs nothing to earn; 0 for futures, whose gains are in excess already */
    public Measure sharpe(double riskFree) {
        Measure deviation = deviation();
        if (!deviation.defined()) {
            return deviation;
        }
        return deviation.value() == 0
                ? Measure.undefined(SAME)
                : Measure.of((mean - riskFree) / deviation.value() * Math.sqrt(periodsPerYear));
    }

    public Measure sortino() {
        return sortino(0);
    }

    /** @param minimum return per period that is acceptable: what falls short of it counts as loss */
    public Measure sortino(double minimum) {
        Measure downside = downsideDeviation(minimum);
        if (!downside.defined()) {
            return downside;
        }
        return downside.value() == 0
                ? Measure.undefined(lost(minimum))
                : Measure.of((mean - minimum) / downside.value() * Math.sqrt(periodsPerYear));
    }

    /** Root mean square of what periods fell short of a minimum, all periods in the denominator. */
    public Measure downsideDeviation(double minimum) {
        return returns.length == 0 ? none() : Measure.of(Math.sqrt(beside(minimum).squares / returns.length));
    }

    /** What periods were above and below a threshold. */
    private static final class Beside {
        final double threshold;
        final double gains;
        final double losses;
        final double squares;

        Beside(double[] returns, double threshold) {
            double above = 0;
            double below = 0;
            double squared = 0;
            for (double value : returns) {
                double away = value - threshold;
                double under = Math.min(away, 0);
                above += Math.max(away, 0);
                below -= under;
                squared += under * under;
            }
            this.threshold = threshold;
            this.gains = above;
            this.losses = below;
            this.squares = squared;
        }
    }

    private Beside beside(double threshold) {
        Beside known = beside;
        if (known == null || known.threshold != threshold) {
            known = new Beside(returns, threshold);
            beside = known;
        }
        return known;
    }

    public Measure omega() {
        return omega(0);
    }

    /** @param threshold return per period above which a period gained */
    public Measure omega(double threshold) {
        if (returns.length == 0) {
            return none();
        }
        Beside beside = beside(threshold);
        return Measure.ratio(beside.gains, beside.losses, lost(threshold));
    }

    private static String lost(double minimum) {
        return minimum == 0 ? "no period lost" : "no period fell short of the minimum";
    }

    /** Population skewness g1. */
    public Measure skewness() {
        int n = returns.length;
        return n < 2 || constant()
                ? Measure.undefined(SAME)
                : Measure.of(sumOfCubes / n / StrictMath.pow(sumOfSquares / n, 1.5));
    }

    /** Population kurtosis, raw: 3 for a normal distribution. */
    public Measure kurtosis() {
        int n = returns.length;
        return n < 2 || constant()
                ? Measure.undefined(SAME)
                : Measure.of(sumOfFourths / n / StrictMath.pow(sumOfSquares / n, 2));
    }

    /** Of the mean: mean / standard error of the mean. */
    public Measure tStatistic() {
        Measure deviation = deviation();
        if (!deviation.defined()) {
            return deviation;
        }
        return deviation.value() == 0
                ? Measure.undefined(SAME)
                : Measure.of(mean / deviation.value() * Math.sqrt(returns.length));
    }

    /**
     * Standard error of {@link #sharpe} for independent, normal returns: √((1 + SR² / 2) / n) per period (Lo 2002), made
     * annual like the ratio.
     */
    public Measure sharpeError() {
        return sharpeError(0);
    }

    /** Of {@link #sharpe} beside a risk-free return per period. */
    public Measure sharpeError(double riskFree) {
        Measure ratio = sharpe(riskFree);
        if (!ratio.defined()) {
            return ratio;
        }
        double perPeriod = ratio.value() / Math.sqrt(periodsPerYear);
        return Measure.of(Math.sqrt((1 + perPeriod * perPeriod / 2) / returns.length * periodsPerYear));
    }

    /** Pearson's correlation of each return with the one before. */
    public Measure autocorrelation() {
        int pairs = returns.length - 1;
        if (pairs < 2) {
            return Measure.undefined("a correlation needs three periods, there are " + returns.length);
        }
        double meanFirst = (mean * returns.length - returns[pairs]) / pairs;
        double meanSecond = (mean * returns.length - returns[0]) / pairs;
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < pairs; i++) {
            double before = returns[i] - meanFirst;
            double after = returns[i + 1] - meanSecond;
            both += before * after;
            first += before * before;
            second += after * after;
        }
        double noise = pairs * largest * largest * ROUNDING * ROUNDING;
        return first <= noise || second <= noise
                ? Measure.undefined(SAME)
                : Measure.of(both / Math.sqrt(first * second));
    }

    /**
     * Covariances with the return 1, 2 and so on periods before / variance, around the mean of all and divided by n; 0 for
     * returns that do not vary.
     *
     * @param lags up to which; a multiple of {@value #AT_ONCE}
     */
    public double[] autocorrelations(int lags) {
        double[] correlations = new double[lags];
        if (!constant()) {
            for (int lag = 0; lag < lags; lag += AT_ONCE) {
                add(correlations, lag);
            }
        }
        return correlations;
    }

    /** Five sums that do not wait for each other take a processor as long as one. */
    private void add(double[] correlations, int before) {
        double one = 0;
        double two = 0;
        double three = 0;
        double four = 0;
        double five = 0;
        double back1 = 0;
        double back2 = 0;
        double back3 = 0;
        double back4 = 0;
        double back5 = 0;
        for (int i = before + 1; i < returns.length; i++) {
            back5 = back4;
            back4 = back3;
            back3 = back2;
            back2 = back1;
            back1 = returns[i - before - 1] - mean;
            double away = returns[i] - mean;
            one += away * back1;
            two += away * back2;
            three += away * back3;
            four += away * back4;
            five += away * back5;
        }
        correlations[before] = one / sumOfSquares;
        correlations[before + 1] = two / sumOfSquares;
        correlations[before + 2] = three / sumOfSquares;
        correlations[before + 3] = four / sumOfSquares;
        correlations[before + 4] = five / sumOfSquares;
    }

    /** |95th percentile| / |5th percentile|, both interpolated linearly. */
    public Measure tailRatio() {
        return tailRatio(new LowestFirst(returns));
    }

    /** The same of returns that are being put in order. */
    public Measure tailRatio(LowestFirst ordered) {
        if (returns.length == 0) {
            return none();
        }
        return Measure.ratio(
                Math.abs(ordered.percentile(0.95)), Math.abs(ordered.percentile(0.05)), "the 5th percentile is zero");
    }

    /** Sum of returns / |sum of the negative ones| (Schwager), of periods as they are. */
    public Measure gainToPain() {
        return returns.length == 0 ? none() : Measure.ratio(mean * returns.length, beside(0).losses, "no period lost");
    }

    /** Sum of the positive returns. */
    public double gains() {
        return beside(0).gains;
    }

    /** Sum of the negative returns, without their sign. */
    public double losses() {
        return beside(0).losses;
    }

    public GrowthLine growthLine() {
        return GrowthLine.of(returns);
    }

    /** The multiple of the size that earned these returns which would have grown fastest: {@link Kelly#ofResults}. */
    public Measure kellyLeverage() {
        OptionalDouble kelly = Kelly.ofResults(returns);
        return kelly.isPresent()
                ? Measure.of(kelly.getAsDouble())
                : Measure.undefined(returns.length == 0 ? NONE : "no period lost");
    }

    /** Compounded. A period that loses all or more ends it at −1: what follows is not compounded. */
    public Measure totalReturn() {
        if (returns.length == 0) {
            return none();
        }
        double wealth = 1;
        for (double value : returns) {
            wealth *= Math.max(0, 1 + value);
        }
        return Measure.of(wealth - 1);
    }

    /** Compounded return as if every year had the given number of periods. */
    public Measure annualisedReturn() {
        Measure total = totalReturn();
        return total.defined()
                ? Measure.of(StrictMath.pow(1 + total.value(), periodsPerYear / returns.length) - 1)
                : total;
    }

    /** Drawdown of what one unit of money became, the start included; it stays at zero once all is lost. */
    public Drawdown drawdown() {
        double[] wealth = new double[returns.length + 1];
        wealth[0] = 1;
        for (int i = 0; i < returns.length; i++) {
            wealth[i + 1] = wealth[i] * Math.max(0, 1 + returns[i]);
        }
        return Drawdown.of(wealth);
    }

    private boolean constant() {
        return Math.sqrt(sumOfSquares / returns.length) <= largest * ROUNDING;
    }

    private static Measure none() {
        return Measure.undefined(NONE);
    }
}
