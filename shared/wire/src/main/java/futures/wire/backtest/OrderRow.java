package futures.wire.backtest;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order from its sending to its end.
 *
 * @param entryOrder the order that this leg of a bracket protects; null for one that the strategy sent
 * @param price      limit or stop price; null for a market order
 * @param doneTime   null while it works
 * @param reason     why it was cancelled or refused, or how its price was rounded
 * @param rule       number of the sentence in {@code docs/fills.md} that priced the fill; null without one
 */
public record OrderRow(
        int id,
        Integer entryOrder,
        String role,
        String side,
        String type,
        int contracts,
        BigDecimal price,
        boolean reduceOnly,
        String tag,
        Instant sentTime,
        String status,
        Instant doneTime,
        String reason,
        int filled,
        BigDecimal fillPrice,
        Integer rule,
        int slippageTicks) {}
