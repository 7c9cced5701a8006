package futures.portfolio.ledger;

import java.math.BigDecimal;

/**
 * What an order is counted with.
 *
 * @param pointValue     money per contract for a move of 1.0
 * @param commission     money per contract, exchange fees included where the contract says them
 * @param commissionFrom {@code order}, {@code contract} or {@code settings}
 */
public record Terms(BigDecimal pointValue, BigDecimal commission, String commissionFrom) {}
