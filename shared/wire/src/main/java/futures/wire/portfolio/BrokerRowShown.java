package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A row of an export as it was understood.
 *
 * @param line      of the file
 * @param action    {@code BUY} or {@code SELL} of a fill, {@code LONG} or {@code SHORT} of a round trip
 * @param time      of the fill, or of the entry
 * @param price     of the fill, or of the entry
 * @param exitTime  null for a fill
 * @param exitPrice null for a fill
 * @param gross     P&amp;L before costs of a round trip; null for a fill
 * @param costs     commissions and fees; null when the file does not say them
 */
public record BrokerRowShown(
        long line,
        String number,
        String symbol,
        String action,
        int quantity,
        Instant time,
        BigDecimal price,
        Instant exitTime,
        BigDecimal exitPrice,
        BigDecimal gross,
        BigDecimal costs) {}
