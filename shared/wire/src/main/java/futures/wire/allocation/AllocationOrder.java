package futures.wire.allocation;

import java.math.BigDecimal;
import java.util.List;

/**
 * Body of {@code POST /api/allocations}. What is left out is filled in before the order is kept.
 *
 * @param name         one line to find it again by; may be null
 * @param results      what capital is shared out over, 2 to 60
 * @param method       {@code equal}, {@code inverse_volatility}, {@code minimum_variance}, {@code maximum_sharpe},
 *                     {@code mean_variance}, {@code risk_parity} (the standard), {@code hrp} or {@code kelly}
 * @param covariance   {@code sample}, {@code ledoit_wolf} (the standard), {@code single_factor} or {@code constant_correlation}
 * @param hrpDistance  {@code lopez_de_prado} (the standard) or {@code correlation}; also of the tree that is shown
 * @param capital      null: {@code defaults.initial_cash}
 * @param marginBudget money that the margin of whole contracts may bind together; null for none
 * @param minWeight    of each result that names none, 0 to 1; standard 0
 * @param maxWeight    of each result that names none, 0 to 1; standard 1
 * @param riskFree     yearly return that a Sharpe ratio is measured from, -1 to 1; standard 0
 * @param riskAversion of {@code mean_variance}, above 0 to 1000; standard 5
 * @param kellyShare   of {@code kelly}: share of the growth-optimal leverage that is taken, above 0 to 1; standard 0.5
 * @param maxLeverage  of {@code kelly}: what the multiples of capital may sum to, above 0 to 50; standard 1
 * @param lookback     trading days before the end that weights are estimated from, 20 or more; null: all
 * @param missing      {@code zero} (the standard): a day that a result lacks gained nothing; {@code drop}: only days that all have
 * @param walkForward  null: 252 days, or half of what there is, and every 21
 * @param points       at most so many days of each curve, evenly spread, 2 to 5000; standard 500
 */
public record AllocationOrder(
        String name,
        List<AllocatedResult> results,
        String method,
        String covariance,
        String hrpDistance,
        BigDecimal capital,
        BigDecimal marginBudget,
        Double minWeight,
        Double maxWeight,
        Double riskFree,
        Double riskAversion,
        Double kellyShare,
        Double maxLeverage,
        Integer lookback,
        String missing,
        Walk walkForward,
        Integer points) {

    /**
     * How weights are chosen anew.
     *
     * @param window    trading days that each choice is made from, 20 or more
     * @param rebalance trading days that it holds, 1 or more
     * @param cost      money for each contract by which a result's size is changed, 0 to 1000; null: {@code defaults.commission}
     */
    public record Walk(Integer window, Integer rebalance, Double cost) {}
}
