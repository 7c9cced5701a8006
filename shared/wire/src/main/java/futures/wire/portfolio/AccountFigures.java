package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * A portfolio as an account at the last prices, account currency, exact to the cent:
 * {@code initial cash + realized - commissions + unrealized = equity}.
 *
 * @param realizedPnl   gross P&amp;L of all that was closed
 * @param unrealizedPnl of all that is open; null when a position has no price
 * @param equity        {@code cash + unrealizedPnl}
 * @param marginUsed    initial margin of what is open
 * @param marginFree    {@code equity - marginUsed}
 * @param asOf          when it was asked; each position names the time of its price
 * @param undefined     why a figure is null, by its name
 */
public record AccountFigures(
        BigDecimal initialCash,
        BigDecimal realizedPnl,
        BigDecimal commissions,
        BigDecimal cash,
        BigDecimal unrealizedPnl,
        BigDecimal equity,
        BigDecimal marginUsed,
        BigDecimal marginFree,
        Instant asOf,
        Map<String, String> undefined) {}
