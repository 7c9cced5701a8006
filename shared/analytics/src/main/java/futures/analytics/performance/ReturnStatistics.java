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

    public static ReturnStatistics of(double[] returns, double periodsPerYear) {
        return new ReturnStatistics(returns.clone(), periodsPerYear);
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
        double squares = 0;
        for (double value : returns) {
            double below = Math.min(value - minimum, 0);
            squares += below * below;
        }
        return returns.length == 0 ? none() : Measure.of(Math.sqrt(squares / returns.length));
    }

    public Measure omega() {
        return omega(0);
    }

    /** @param threshold return per period above which a period gained */
    public Measure omega(double threshold) {
        double gains = 0;
        double losses = 0;
        for (double value : returns) {
            double away = value - threshold;
            gains += Math.max(away, 0);
            losses -= Math.min(away, 0);
        }
        return returns.length == 0 ? none() : Measure.ratio(gains, losses, lost(threshold));
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
     * Covariance with the return so many periods before / variance, both around the mean of all and divided by n.
     *
     * @param lag 1 or more
     * @return 0 for returns that do not vary
     */
    public double autocorrelation(int lag) {
        double both = 0;
        for (int i = lag; i < returns.length; i++) {
            both += (returns[i] - mean) * (returns[i - lag] - mean);
        }
        return constant() ? 0 : both / sumOfSquares;
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
        double losses = 0;
        for (double value : returns) {
            losses -= Math.min(value, 0);
        }
        return returns.length == 0 ? none() : Measure.ratio(mean * returns.length, losses, "no period lost");
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
