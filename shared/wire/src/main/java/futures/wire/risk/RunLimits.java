package futures.wire.risk;

import futures.wire.backtest.RiskLimits;
import java.util.List;

/**
 * Answer of {@code GET /api/risk/limits/run}: the limits that a backtest would have as part of a portfolio.
 *
 * @param revision of the limits
 * @param limits   of several of a kind and unit the tightest
 * @param leftOut  those that cover the run and that a run cannot have, with the reason
 */
public record RunLimits(long revision, RiskLimits limits, List<String> leftOut) {}
