package futures.portfolio.ledger;

import futures.model.Side;
import java.math.BigDecimal;

/**
 * Contracts that were opened together and are still open.
 *
 * @param id        in the store; 0 while it is in memory only
 * @param price     entry, price units
 * @param openedMs  epoch ms UTC
 * @param costCents commission paid for what is still open
 * @param order     id of the order that opened it; null for what was recorded before this was kept
 */
public record Lot(
        long id,
        Side side,
        int quantity,
        BigDecimal price,
        BigDecimal pointValue,
        long openedMs,
        long costCents,
        String strategyName,
        Long order) {

    /** What is left after a part was closed. */
    Lot less(int contracts, long cents) {
        return new Lot(
                id, side, quantity - contracts, price, pointValue, openedMs, costCents - cents, strategyName, order);
    }

    /** Gain of some of its contracts at a price, exact. */
    public BigDecimal gain(BigDecimal at, int contracts) {
        return at.subtract(price)
                .multiply(BigDecimal.valueOf((long) side.sign() * contracts))
                .multiply(pointValue);
    }
}
