package futures.wire.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A position that was opened and closed again.
 *
 * @param symbol     e.g. {@code ES}
 * @param side       {@code LONG} or {@code SHORT}
 * @param quantity   contracts, positive
 * @param entryTime  not after {@code exitTime}
 * @param entryPrice price units, may be negative (crude oil was, in April 2020)
 * @param exitPrice  price units
 * @param gross      P&amp;L before costs, account currency, at most two decimals
 * @param costs      commission, fees and slippage that is charged as a cost, account currency, zero or more, at most two
 *     decimals
 * @param net        {@code gross - costs} to the cent
 * @param exitReason e.g. {@code target}, {@code stop}, {@code signal}; null when unknown
 * @param strategyName strategy that made it; null: the batch's
 */
public record RoundTripRecord(
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
        @JsonInclude(JsonInclude.Include.NON_NULL) String strategyName) {

    /** Of the batch's strategy. */
    public RoundTripRecord(
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
            String exitReason) {
        this(symbol, side, quantity, entryTime, entryPrice, exitTime, exitPrice, gross, costs, net, exitReason, null);
    }
}
