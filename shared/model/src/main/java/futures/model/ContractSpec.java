package futures.model;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A product, such as ES: what one contract of any of its months is worth.
 *
 * <p>The <em>point value</em> (the exchange's multiplier) is the one independent number; the tick value follows from it.
 * Worked example, ES: tick 0.25 index points, point value 50 USD, hence a tick is worth 12.50 USD.
 *
 * @param symbol            product root, e.g. {@code ES}
 * @param ticks             the grid of valid prices
 * @param pointValue        money per contract for a price move of 1.0, in {@code currency}
 * @param initialMargin     money per contract needed to open; null when unknown
 * @param maintenanceMargin money per contract needed to hold; null when unknown
 * @param session           hours of an ordinary trading day
 * @param commission        money per contract and side, to the broker; null when the contract has none of its own
 * @param exchangeFees      money per contract and side, to the exchange and the clearing house; null when not known
 * @param regularHours      when the market is busy, within a day of the calendar; null when not known
 * @param calendar          trading days, with holidays and early closes as far as they are known
 */
public record ContractSpec(
        String symbol,
        String name,
        String exchange,
        String currency,
        TickGrid ticks,
        BigDecimal pointValue,
        BigDecimal initialMargin,
        BigDecimal maintenanceMargin,
        SessionHours session,
        BigDecimal commission,
        BigDecimal exchangeFees,
        SessionHours regularHours,
        TradingCalendar calendar) {

    public ContractSpec {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(ticks, "ticks");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(calendar, "calendar");
        if (pointValue.signum() <= 0) {
            throw new IllegalArgumentException("point value of " + symbol + " must be above zero");
        }
        notNegative(symbol, "commission", commission);
        notNegative(symbol, "exchange fees", exchangeFees);
        if (regularHours != null && !regularHours.opens().isBefore(regularHours.closes())) {
            throw new IllegalArgumentException("regular hours of " + symbol + " must begin before they end");
        }
    }

    /** Without charges and regular hours; every weekday is a trading day. */
    public ContractSpec(
            String symbol,
            String name,
            String exchange,
            String currency,
            TickGrid ticks,
            BigDecimal pointValue,
            BigDecimal initialMargin,
            BigDecimal maintenanceMargin,
            SessionHours session) {
        this(
                symbol,
                name,
                exchange,
                currency,
                ticks,
                pointValue,
                initialMargin,
                maintenanceMargin,
                session,
                null,
                null,
                null,
                TradingCalendar.of(session));
    }

    private static void notNegative(String symbol, String what, BigDecimal amount) {
        if (amount != null && amount.signum() < 0) {
            throw new IllegalArgumentException(what + " of " + symbol + " must not be negative, found " + amount);
        }
    }

    /** The same contract with what trading it costs per contract and side; null where that is not known. */
    public ContractSpec withCharges(BigDecimal toBroker, BigDecimal toExchange) {
        return with(toBroker, toExchange, regularHours, calendar);
    }

    /** The same contract with its regular hours; null when they are not known. */
    public ContractSpec withRegularHours(SessionHours hours) {
        return with(commission, exchangeFees, hours, calendar);
    }

    /** The same contract with a calendar of trading days. */
    public ContractSpec withCalendar(TradingCalendar other) {
        return with(commission, exchangeFees, regularHours, other);
    }

    private ContractSpec with(BigDecimal toBroker, BigDecimal toExchange, SessionHours regular, TradingCalendar days) {
        return new ContractSpec(
                symbol,
                name,
                exchange,
                currency,
                ticks,
                pointValue,
                initialMargin,
                maintenanceMargin,
                session,
                toBroker,
                toExchange,
                regular,
                days);
    }

    /** Money per contract for a move of one tick, exact. */
    public BigDecimal tickValue() {
        return pointValue.multiply(ticks.tickSize());
    }
}
