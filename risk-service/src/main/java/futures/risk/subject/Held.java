package futures.risk.subject;

import java.math.BigDecimal;

/**
 * What is held: by a portfolio now, by a backtest at most in its course. What is null is not known.
 *
 * @param contracts      net by symbol, summed over symbols
 * @param notional       largest |contracts * price * point value| of a symbol, account currency; of a backtest where its share
 *                       of equity was highest
 * @param notionalEquity of the account at that moment
 * @param margin         initial margin, account currency; of a backtest where its share of equity was highest
 * @param equity         of the account at that moment
 */
public record Held(
        BigDecimal contracts, BigDecimal notional, BigDecimal notionalEquity, BigDecimal margin, BigDecimal equity) {
    public static final Held UNKNOWN = new Held(null, null, null, null, null);
}
