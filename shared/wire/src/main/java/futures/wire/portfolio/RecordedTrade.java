package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A round trip as the portfolio holds it.
 *
 * @param side  {@code LONG} or {@code SHORT}
 * @param gross P&amp;L before costs, account currency, to the cent
 * @param costs of entry and exit
 * @param net   {@code gross - costs}
 * @param source where a batch came from; null for orders
 */
public record RecordedTrade(
        long id,
        String symbol,
        String side,
        int quantity,
        Instant entryTime,
        BigDecimal entryPrice,
        Instant exitTime,
        BigDecimal exitPrice,
        BigDecimal gross,
        BigDecimal costs,
        BigDecimal net,
        String exitReason,
        String strategyName,
        String source) {}
