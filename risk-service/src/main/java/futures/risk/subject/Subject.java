package futures.risk.subject;

import java.math.BigDecimal;
import java.util.List;

/**
 * A portfolio as it is now, or a finished backtest.
 *
 * @param kind           {@code portfolio} or {@code backtest}
 * @param name           of the portfolio; strategy and symbol of the backtest
 * @param initialCash    account currency
 * @param trades         closed round trips
 * @param maxDrawdown    of a backtest, marked at every bar's close, zero or negative; null for a portfolio
 * @param maxDrawdownPct the same in percent of the peak
 * @param slices         the account's first
 */
public record Subject(
        String kind,
        String id,
        String name,
        BigDecimal initialCash,
        long trades,
        BigDecimal maxDrawdown,
        BigDecimal maxDrawdownPct,
        List<Slice> slices) {
    public static final String PORTFOLIO = "portfolio";
    public static final String BACKTEST = "backtest";

    public Slice account() {
        return slices.get(0);
    }

    public boolean ofPortfolio() {
        return kind.equals(PORTFOLIO);
    }
}
