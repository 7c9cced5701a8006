package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A {@link Position} at the last price.
 *
 * @param lastPrice     close of the newest stored bar of the symbol; null when there is none
 * @param lastPriceTime when that bar was complete
 * @param unrealizedPnl {@code (last price - entry) * point value * contracts} over the lots, negated for a short, account
 *     currency, rounded to the cent once; commissions are not in it
 * @param initialMargin of all contracts, by the contract spec on the trading day of now
 * @param lots          oldest first, the first 1000
 * @param strategies    whose lots they are, all of them
 * @param undefined     why a figure is null, by its name
 */
public record OpenPosition(
        String symbol,
        String side,
        int quantity,
        BigDecimal averagePrice,
        BigDecimal pointValue,
        Instant openedAt,
        BigDecimal openCosts,
        BigDecimal realizedPnl,
        BigDecimal lastPrice,
        Instant lastPriceTime,
        BigDecimal unrealizedPnl,
        BigDecimal initialMargin,
        List<OpenLot> lots,
        List<StrategyShare> strategies,
        Map<String, String> undefined) {}
