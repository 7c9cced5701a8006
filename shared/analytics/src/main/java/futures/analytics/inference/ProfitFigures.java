package futures.analytics.inference;

import futures.analytics.performance.Drawdown;
import futures.analytics.performance.Measure;
import futures.analytics.performance.ReturnStatistics;

/**
 * What a sequence of profits, one per day, came to.
 *
 * @param netProfit           sum of the profits
 * @param maxDrawdown         deepest fall of what the account was worth at the end of a day, from its peak, the start
 *                            included; zero or negative
 * @param maxDrawdownFraction deepest fall as a fraction of the peak before it
 * @param sharpe              annual, of 252 days; NaN when the profits do not vary
 * @param profitFactor        sum of the days that won / of those that lost; infinite when none lost, NaN when all were flat
 */
public record ProfitFigures(
        double netProfit, double maxDrawdown, double maxDrawdownFraction, double sharpe, double profitFactor) {
    private static final double DAYS_A_YEAR = 252;

    /**
     * @param profits     in any unit of money; whole numbers give sums without rounding
     * @param initialCash above zero, in the same unit
     */
    public static ProfitFigures of(double[] profits, double initialCash) {
        double[] worth = new double[profits.length + 1];
        worth[0] = initialCash;
        for (int i = 0; i < profits.length; i++) {
            worth[i + 1] = worth[i] + profits[i];
        }
        Drawdown drawdown = Drawdown.of(worth);
        ReturnStatistics statistics = ReturnStatistics.of(profits, DAYS_A_YEAR);
        Measure sharpe = statistics.sharpe(0);
        Measure factor = statistics.omega();
        double net = worth[profits.length] - initialCash;
        double withoutLoss = net > 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        return new ProfitFigures(
                net,
                drawdown.deepest(),
                drawdown.deepestFraction(),
                sharpe.defined() ? sharpe.value() : Double.NaN,
                factor.defined() ? factor.value() : withoutLoss);
    }
}
