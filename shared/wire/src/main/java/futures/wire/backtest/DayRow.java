package futures.wire.backtest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One trading day of the exchange: change of equity, and equity at its last close.
 *
 * @param strategy which strategy of a joint run, its equity being that of an account of its own; absent for the account
 */
public record DayRow(
        LocalDate day,
        BigDecimal profit,
        BigDecimal equity,
        @JsonInclude(JsonInclude.Include.NON_NULL) String strategy) {}
