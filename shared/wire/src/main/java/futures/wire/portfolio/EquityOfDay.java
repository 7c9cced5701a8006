package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Equity at the end of a trading day. */
public record EquityOfDay(LocalDate date, BigDecimal equity) {}
