package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One portfolio as {@code GET /api/portfolio/{id}} tells it. Money is in the account currency, exact to the cent.
 *
 * @param cash          {@code initialCash + realizedPnl - commissions}; futures are margined, so opening a position moves no
 *     cash but its commission
 * @param realizedPnl   gross P&amp;L of everything that was closed
 * @param commissions   costs of everything that was recorded
 * @param trades        closed round trips
 * @param openPositions symbols with a position that is not flat
 */
public record Portfolio(
        long id,
        String name,
        BigDecimal initialCash,
        BigDecimal cash,
        BigDecimal realizedPnl,
        BigDecimal commissions,
        long trades,
        int openPositions,
        Instant createdAt) {}
