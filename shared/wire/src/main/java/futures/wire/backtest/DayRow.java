package futures.wire.backtest;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One trading day of the exchange: change of equity, and equity at its last close. */
public record DayRow(LocalDate day, BigDecimal profit, BigDecimal equity) {}
