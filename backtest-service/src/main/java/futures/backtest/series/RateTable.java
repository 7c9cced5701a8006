package futures.backtest.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;

/**
 * Currency rates as the data service has them.
 *
 * @param pair  e.g. {@code EURUSD}: dollars for one euro
 * @param byDay at least one
 */
public record RateTable(String pair, NavigableMap<LocalDate, BigDecimal> byDay) {}
