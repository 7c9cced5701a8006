package futures.wire.portfolio;

import java.math.BigDecimal;
import java.util.List;

/**
 * The equity curve of what is closed: cash after every order and every round trip of a batch, by their times.
 *
 * @param initialCash where the curve starts
 * @param cursor      pass it on for the next page; null on the last one
 */
public record EquityPage(BigDecimal initialCash, List<CashPoint> points, String cursor) {}
