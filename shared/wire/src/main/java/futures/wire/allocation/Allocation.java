package futures.wire.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How capital is shared out, and what that would have come to.
 *
 * @param days         that the results have in common
 * @param estimated    the days that weights were estimated from, and {@code inSample} judges
 * @param capital      that weights are fractions of
 * @param leverage     that the mix has: 1 unless the method is {@code kelly}
 * @param shrinkage    weight of the target in the covariance, 0 to 1
 * @param results      in the order in which they were asked for
 * @param expected     of the exact weights, by the means and covariances that they were estimated with
 * @param inSample     what weights would have earned on the very days that they were estimated from: flattering
 * @param whole        whole contracts
 * @param correlation  of the estimated covariance, by {@code results}
 * @param clusters     the tree of results, single linkage
 * @param drawdowns    when results are under water together
 * @param equity       of the estimated days
 * @param walkForward  what the rule would have earned that only knew the past; null with the reason in {@code walkForwardMissing}
 * @param warnings     what should be known about it
 */
public record Allocation(
        Span days,
        Span estimated,
        BigDecimal capital,
        double leverage,
        double shrinkage,
        List<Line> results,
        Expected expected,
        InSample inSample,
        Whole whole,
        List<List<Double>> correlation,
        Clusters clusters,
        Drawdowns drawdowns,
        Curves equity,
        AllocationWalk walkForward,
        String walkForwardMissing,
        List<String> warnings) {

    /** Trading days, both ends included. */
    public record Span(LocalDate from, LocalDate to, int count) {}

    /**
     * One result.
     *
     * @param missingDays      days of {@code days} that it lacks and counts as zero
     * @param left             days of its own outside of {@code days}, which are not used
     * @param expectedReturn   mean daily return on its own capital * 252
     * @param volatility       by the estimated covariance, * sqrt(252)
     * @param sharpe           (expectedReturn - riskFree) / volatility
     * @param weight           fraction of capital
     * @param riskContribution share in the variance of the mix
     * @param multiple         of the result's own size that the weight stands for: weight * leverage * capital / initialCash
     * @param exactContracts   multiple * contracts, made to fit the margin budget
     * @param wholeContracts   what can be traded
     * @param wholeWeight      fraction of capital that they stand for; they need not sum to 1
     * @param margin           of one multiple; null when it is not known
     */
    public record Line(
            String name,
            String backtest,
            String strategy,
            Long portfolio,
            BigDecimal initialCash,
            int missingDays,
            int left,
            double expectedReturn,
            double volatility,
            double sharpe,
            double weight,
            double riskContribution,
            double multiple,
            int contracts,
            double exactContracts,
            int wholeContracts,
            double wholeWeight,
            BigDecimal margin) {}

    /** Per year. */
    public record Expected(double annualReturn, double volatility, Double sharpe) {}

    /** Figures of the exact mix, the whole contracts and equal weights on the estimated days. */
    public record InSample(MixFigures exact, MixFigures whole, MixFigures equalWeights) {}

    /**
     * Whole contracts under the margin budget.
     *
     * @param scale                 all exact contracts were multiplied by it to fit the budget; 1 when they did
     * @param margin                that the whole contracts bind; null when a margin is not known
     * @param trackingError         deviation of a year of what they gain less what the exact ones gain, money
     * @param trackingErrorFraction of capital
     */
    public record Whole(
            BigDecimal marginBudget,
            double scale,
            BigDecimal margin,
            BigDecimal trackingError,
            double trackingErrorFraction) {}

    /**
     * Results by correlation.
     *
     * @param order  indices into {@code results}, so that no branches of the tree cross
     * @param merges n - 1, by distance: results are 0 to n - 1, the k-th merge makes the cluster n + k
     */
    public record Clusters(String distance, List<Integer> order, List<Merge> merges) {}

    public record Merge(int left, int right, double distance, int size) {}

    /**
     * On the estimated days.
     *
     * @param timeUnderWater by result: share of the days below its highest sum of profits
     * @param overlap        by result and result: days on which both are, of those on which either is
     * @param deepest        the deepest fall of the exact mix; null when it never fell
     */
    public record Drawdowns(List<Double> timeUnderWater, List<List<Double>> overlap, Fall deepest) {}

    /**
     * @param peak  the day from whose close on the mix lost; null when it is the start
     * @param loss  money, negative
     * @param parts by result: what each made of it
     */
    public record Fall(LocalDate peak, LocalDate trough, BigDecimal loss, List<BigDecimal> parts) {}

    /**
     * Equity at the close of days.
     *
     * @param exact        of the exact mix
     * @param whole        of the whole contracts
     * @param equalWeights of the same capital in equal parts
     * @param parts        by result: capital shared out to it and what it gained, so that they add up to {@code exact}
     */
    public record Curves(
            List<LocalDate> days,
            List<BigDecimal> exact,
            List<BigDecimal> whole,
            List<BigDecimal> equalWeights,
            List<List<BigDecimal>> parts) {}
}
