package futures.wire.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order from its sending to its end.
 *
 * @param id         1, 2, 3 … by strategy and market
 * @param entryOrder the order that this leg of a bracket protects; null for one that the strategy sent
 * @param price      limit, stop or touch price as it last stood; null for an order without one
 * @param limitPrice of a stop-limit order; null for the others
 * @param lasting    day, gtc, gtd, ioc or fok
 * @param doneTime   null while it works
 * @param reason     why it was cancelled or refused, or how its price was rounded
 * @param fillPrice  slippage included, the mean of several fills; null when nothing filled
 * @param rule       number of the sentence in {@code docs/fills.md} that priced the last fill; null without one
 * @param ruleName   e.g. {@code stop_gap}; null without a fill
 * @param strategy   which strategy of a joint run; absent in a run of one
 */
public record OrderRow(
        int id,
        String symbol,
        Integer entryOrder,
        String role,
        String side,
        String type,
        int contracts,
        BigDecimal price,
        BigDecimal limitPrice,
        String lasting,
        boolean reduceOnly,
        String tag,
        Instant sentTime,
        String status,
        Instant doneTime,
        String reason,
        int filled,
        BigDecimal fillPrice,
        Integer rule,
        String ruleName,
        int slippageTicks,
        @JsonInclude(JsonInclude.Include.NON_NULL) String strategy) {}
