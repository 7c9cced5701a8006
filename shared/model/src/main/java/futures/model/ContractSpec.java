package futures.model;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A product, such as ES: what one contract of any of its months is worth.
 *
 * <p>The <em>point value</em> (the exchange's multiplier) is the one independent number; the tick value follows from it.
 * Worked example, ES: tick 0.25 index points, point value 50 USD, hence a tick is worth 12.50 USD.
 *
 * @param symbol            product root, e.g. {@code ES}
 * @param ticks             the grid of valid prices
 * @param pointValue        money per contract for a price move of 1.0, in {@code currency}
 * @param initialMargin     money per contract needed to open; null when unknown
 * @param maintenanceMargin money per contract needed to hold; null when unknown
 * @param session           hours of a trading day
 */
public record ContractSpec(
        String symbol,
        String name,
        String exchange,
        String currency,
        TickGrid ticks,
        BigDecimal pointValue,
        BigDecimal initialMargin,
        BigDecimal maintenanceMargin,
        SessionHours session) {

    public ContractSpec {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(ticks, "ticks");
        Objects.requireNonNull(session, "session");
        if (pointValue.signum() <= 0) {
            throw new IllegalArgumentException("point value of " + symbol + " must be above zero");
        }
    }

    /** Money per contract for a move of one tick, exact. */
    public BigDecimal tickValue() {
        return pointValue.multiply(ticks.tickSize());
    }
}
