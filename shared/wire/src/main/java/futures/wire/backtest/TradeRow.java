package futures.wire.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A round trip.
 *
 * @param side      LONG or SHORT
 * @param entryRule number of the sentence in {@code docs/fills.md} that priced the entry
 * @param entryTime open time of the bar of entry
 * @param ticks     gain per contract
 * @param mae       furthest it went against the trade, money, zero or negative
 * @param mfe       furthest it went with the trade, money, zero or positive
 * @param rMultiple net over the money that the first stop risked; null without a stop
 * @param ambiguous the bars leave open in which order its events happened
 * @param strategy  which strategy of a joint run; absent in a run of one
 */
public record TradeRow(
        int number,
        String symbol,
        String side,
        int contracts,
        Instant entryTime,
        BigDecimal entryPrice,
        int entryRule,
        Instant exitTime,
        BigDecimal exitPrice,
        int exitRule,
        String exitReason,
        long ticks,
        BigDecimal gross,
        BigDecimal costs,
        BigDecimal net,
        BigDecimal mae,
        BigDecimal mfe,
        long maeTicks,
        long mfeTicks,
        Double rMultiple,
        int barsHeld,
        boolean ambiguous,
        int entryOrder,
        int exitOrder,
        String entryRuleName,
        String exitRuleName,
        @JsonInclude(JsonInclude.Include.NON_NULL) String strategy) {}
