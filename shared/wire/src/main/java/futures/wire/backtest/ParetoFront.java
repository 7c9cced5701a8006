package futures.wire.backtest;

import java.util.List;

/**
 * Combinations that meet the constraints and that no other one beats in every objective.
 *
 * @param total of the front; rows are thinned beyond a thousand
 */
public record ParetoFront(List<ObjectiveTerm> objectives, int total, List<OptimizationRow> rows) {}
