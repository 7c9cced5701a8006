package futures.wire.portfolio;

import java.math.BigDecimal;

/**
 * What a difference is made of, account currency, exact to the cent; negative where the portfolio did worse.
 *
 * @param entrySlippage entries of pairs at other prices
 * @param exitSlippage  exits of pairs at other prices
 * @param fees          commissions and fees of pairs
 * @param size          contracts that only one side of a match had
 * @param missed        minus the net P&amp;L of what the backtest traded alone
 * @param extra         net P&amp;L of what the portfolio traded alone
 * @param other         gross P&amp;L that prices and the point value do not explain, rounding among it
 */
public record DifferenceParts(
        BigDecimal entrySlippage,
        BigDecimal exitSlippage,
        BigDecimal fees,
        BigDecimal size,
        BigDecimal missed,
        BigDecimal extra,
        BigDecimal other) {}
