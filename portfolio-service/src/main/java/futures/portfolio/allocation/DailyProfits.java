package futures.portfolio.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;

/**
 * What a result gained on each trading day.
 *
 * @param initialCash what it was made with
 * @param margin      that it binds at its peak; null when it is not known
 * @param days        money by trading day
 */
record DailyProfits(BigDecimal initialCash, BigDecimal margin, NavigableMap<LocalDate, Double> days) {}
