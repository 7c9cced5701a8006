package futures.wire.data;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Margins from a day on, until the next row's.
 *
 * @param from        first trading day
 * @param initial     money per contract to open
 * @param maintenance money per contract to hold; null: not asked for
 * @param dayTrade    money per contract to open and hold within a trading day; null: as at any other time
 */
public record MarginRow(LocalDate from, BigDecimal initial, BigDecimal maintenance, BigDecimal dayTrade) {}
