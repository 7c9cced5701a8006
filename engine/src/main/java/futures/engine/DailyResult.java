package futures.engine;

import java.time.LocalDate;

/**
 * One trading day of the exchange.
 *
 * @param profit change of equity over the day, open positions marked at its last close
 * @param equity at its last close
 */
public record DailyResult(LocalDate day, double profit, double equity) {}
