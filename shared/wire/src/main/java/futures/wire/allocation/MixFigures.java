package futures.wire.allocation;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Figures of daily profits on a fixed capital; null when undefined.
 *
 * @param netProfit           sum, money
 * @param annualReturn        mean daily profit / capital * 252
 * @param volatility          standard deviation (n - 1) of daily profit / capital * sqrt(252)
 * @param sharpe              of daily profit / capital less the risk-free return, * sqrt(252)
 * @param sharpeError         standard error of it for independent, normal returns (Lo 2002)
 * @param sortino             mean / root mean square of losing days * sqrt(252)
 * @param maxDrawdown         deepest fall of capital + profits, the start included; money, zero or negative
 * @param maxDrawdownFraction the same as a fraction of the peak before it, zero or negative
 * @param calmar              annualReturn / |maxDrawdownFraction|
 * @param days                trading days
 * @param undefined           why a figure is null, by name
 */
public record MixFigures(
        BigDecimal netProfit,
        Double annualReturn,
        Double volatility,
        Double sharpe,
        Double sharpeError,
        Double sortino,
        BigDecimal maxDrawdown,
        double maxDrawdownFraction,
        Double calmar,
        int days,
        Map<String, String> undefined) {}
