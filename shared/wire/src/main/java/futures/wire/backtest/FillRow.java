package futures.wire.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * An execution.
 *
 * @param orderId       orders are numbered by strategy and market
 * @param time          open time of the bar in which it filled, or its close time for a fill at the close
 * @param price         slippage included
 * @param slippageTicks ticks by which slippage made the price worse
 * @param rule          number of the sentence in {@code docs/fills.md} that priced it
 * @param ruleName      e.g. {@code stop_gap}
 * @param ambiguous     the bar leaves open if and in which order this happened
 * @param strategy      which strategy of a joint run; absent in a run of one
 */
public record FillRow(
        String symbol,
        int orderId,
        Instant time,
        String side,
        int contracts,
        BigDecimal price,
        int slippageTicks,
        int rule,
        String ruleName,
        boolean ambiguous,
        @JsonInclude(JsonInclude.Include.NON_NULL) String strategy) {}
