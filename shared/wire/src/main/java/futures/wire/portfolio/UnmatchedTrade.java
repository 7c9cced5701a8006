package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A round trip that one side made alone.
 *
 * @param trade number of the backtest's, or id of the portfolio's
 */
public record UnmatchedTrade(
        long trade,
        String symbol,
        String side,
        int quantity,
        Instant entryTime,
        BigDecimal entryPrice,
        Instant exitTime,
        BigDecimal exitPrice,
        BigDecimal net) {}
