package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Contracts that the backtest and the portfolio both traded.
 *
 * @param backtestTrade      number of the backtest's round trip
 * @param portfolioTrade     id of the portfolio's
 * @param backtestSymbol     as the backtest names it
 * @param symbol             as the portfolio does
 * @param entryDelaySeconds  portfolio's entry after the backtest's
 * @param entrySlippageTicks per contract, positive where the portfolio's price was worse; null when the tick is not known
 * @param entrySlippage      money, negative where it was worse
 * @param fees               backtest's costs less the portfolio's
 * @param other              gross P&amp;L that prices do not explain
 * @param difference         portfolio's net less the backtest's, of these contracts
 */
public record ReconciledPair(
        int backtestTrade,
        long portfolioTrade,
        String backtestSymbol,
        String symbol,
        String side,
        int quantity,
        Instant backtestEntryTime,
        Instant entryTime,
        double entryDelaySeconds,
        BigDecimal backtestEntryPrice,
        BigDecimal entryPrice,
        BigDecimal entrySlippageTicks,
        BigDecimal entrySlippage,
        Instant backtestExitTime,
        Instant exitTime,
        double exitDelaySeconds,
        BigDecimal backtestExitPrice,
        BigDecimal exitPrice,
        BigDecimal exitSlippageTicks,
        BigDecimal exitSlippage,
        BigDecimal fees,
        BigDecimal other,
        BigDecimal difference) {}
