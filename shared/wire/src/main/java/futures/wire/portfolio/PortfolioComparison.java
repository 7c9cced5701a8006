package futures.wire.portfolio;

import java.math.BigDecimal;
import java.util.List;

/**
 * Portfolios side by side.
 *
 * @param combined            sum of their equities on every day that any of them has; one counts with its initial cash before
 *     its first day and with its last equity after its last
 * @param combinedMaxDrawdown of that sum, the start included, zero or negative
 */
public record PortfolioComparison(
        List<ComparedPortfolio> portfolios, List<EquityOfDay> combined, BigDecimal combinedMaxDrawdown) {}
