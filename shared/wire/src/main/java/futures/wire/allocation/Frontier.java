package futures.wire.allocation;

import java.util.List;

/**
 * The efficient frontier within the bounds, per year, by the same estimates as the allocation: in-sample means, hence an upper bound.
 *
 * @param points  from the least variance to the highest return, evenly spaced in return
 * @param minimumVariance the first of them
 * @param maximumSharpe   null when nothing within the bounds earns more than the risk-free return
 * @param chosen  the weights of the order's method
 * @param singles each result alone, by the order's results
 */
public record Frontier(
        List<String> results,
        List<Point> points,
        Point minimumVariance,
        Point maximumSharpe,
        Point chosen,
        List<Point> singles) {

    /** @param sharpe null when nothing varies */
    public record Point(double annualReturn, double volatility, Double sharpe, List<Double> weights) {}
}
