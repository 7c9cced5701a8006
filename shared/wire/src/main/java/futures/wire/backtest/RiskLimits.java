package futures.wire.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/**
 * Limits of a run's account: an order that opens contracts and would pass one is refused. What is null is not limited.
 *
 * @param maxContracts     net by market, summed over markets, 0 or more
 * @param dailyLoss        from equity at the start of the trading day, account currency
 * @param dailyLossPct     the same in percent of that equity
 * @param weeklyLoss       from equity at the start of the week
 * @param drawdown         from the highest equity at a bar's close
 * @param concentrationPct largest notional value of a market, in percent of equity
 * @param marginUsePct     initial margin of all that is held, in percent of equity
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RiskLimits(
        Integer maxContracts,
        BigDecimal dailyLoss,
        BigDecimal dailyLossPct,
        BigDecimal weeklyLoss,
        BigDecimal weeklyLossPct,
        BigDecimal drawdown,
        BigDecimal drawdownPct,
        BigDecimal concentrationPct,
        BigDecimal marginUsePct) {}
