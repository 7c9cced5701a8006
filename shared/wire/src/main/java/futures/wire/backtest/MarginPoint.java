package futures.wire.backtest;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Margin bound at a bar's close.
 *
 * @param time   the bar's close
 * @param margin initial margin of all that was held, by the net position of each market
 * @param equity of the account
 * @param share  margin / equity to six decimals; 1 is all of it, null when there is no equity left
 */
public record MarginPoint(Instant time, BigDecimal margin, BigDecimal equity, BigDecimal share) {}
