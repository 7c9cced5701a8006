package futures.wire.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A product as the data service gives and takes it. Worked example, ES: tick 0.25, point value 50 USD, tick value 12.50 USD.
 *
 * @param tickValue         money per tick, always {@code tick_size * point_value}; may be left out of a request
 * @param contractSize      units of the underlying per contract; the point value when left out
 * @param marginRequirement the same as {@code initial_margin}; may be left out of a request
 * @param quote             unit in which prices are written, e.g. {@code cents per bushel}
 * @param initialMargin     with {@code margins}: that of the newest row, and so are the next two
 * @param marginDate        day from which the margins are known, since they change
 * @param margins           by date, oldest first; none: the margins above hold on all days
 * @param commission        money per contract and side, to the broker; null: settings {@code defaults.commission}
 * @param exchangeFees      money per contract and side, to the exchange and the clearing house; null: not known
 * @param feesDate          day from which the fees are known
 * @param months            CME month codes that are listed
 * @param lastTrade         rule for a contract's last trading day, e.g. {@code third_friday}; null: not known
 * @param firstNotice       rule for the first day on which its holder may be told to take delivery; null: none, or not known
 * @param calendar          trading days, e.g. {@code CME_EQUITY}; null: every weekday with the hours below
 * @param opens             of the trading day, local time of {@code time_zone}
 * @param regularOpens      when the market gets busy, local time; null: not known
 * @param regularCloses     when it is over, the same day
 */
public record ContractMessage(
        String symbol,
        String name,
        String exchange,
        String currency,
        BigDecimal tickSize,
        BigDecimal pointValue,
        BigDecimal tickValue,
        BigDecimal contractSize,
        BigDecimal marginRequirement,
        String quote,
        BigDecimal initialMargin,
        BigDecimal maintenanceMargin,
        LocalDate marginDate,
        String marginSource,
        List<MarginRow> margins,
        BigDecimal commission,
        BigDecimal exchangeFees,
        LocalDate feesDate,
        String feesSource,
        String months,
        String activeMonths,
        String timeZone,
        String lastTrade,
        String firstNotice,
        String calendar,
        LocalTime opens,
        LocalTime closes,
        LocalTime regularOpens,
        LocalTime regularCloses,
        String notes) {}
