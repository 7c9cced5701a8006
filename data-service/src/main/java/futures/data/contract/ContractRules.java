package futures.data.contract;

import futures.model.ContractSpec;
import futures.model.FirstNotice;
import futures.model.LastTrade;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.TradingCalendar;
import futures.wire.data.ContractMessage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What must hold for a contract spec, whether it comes from the file or from a request. */
final class ContractRules {
    static final String MONTH_CODES = "FGHJKMNQUVXZ";

    private ContractRules() {}

    /** A field that breaks a rule. */
    static final class Violation extends Exception {
        private static final long serialVersionUID = 1L;
        private final String field;

        Violation(String field, String message) {
            super(message, null, false, false);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /** The spec with all that follows from the rest filled in. */
    static ContractMessage complete(ContractMessage given) throws Violation {
        if (given.symbol() == null || !given.symbol().matches("[A-Z0-9]{1,8}")) {
            throw new Violation("symbol", "must be 1 to 8 capital letters and digits, such as ES or 6E");
        }
        present("name", given.name());
        present("exchange", given.exchange());
        Amounts.positive("tick_size", given.tickSize());
        Amounts.positive("point_value", given.pointValue());
        BigDecimal tickValue = given.tickSize().multiply(given.pointValue()).stripTrailingZeros();
        if (given.tickValue() != null && given.tickValue().compareTo(tickValue) != 0) {
            throw new Violation(
                    "tick_value",
                    "must be tick_size * point_value = " + tickValue.toPlainString() + ", found "
                            + given.tickValue().toPlainString());
        }
        if (given.currency() == null || !given.currency().matches("[A-Z]{3}")) {
            throw new Violation("currency", "must be an ISO code such as USD");
        }
        MarginRules.Margins margins = MarginRules.of(given);
        Amounts.charge("commission", given.commission());
        Amounts.charge("exchange_fees", given.exchangeFees());
        regularHours(given.regularOpens(), given.regularCloses());
        oneOf("last_trade", given.lastTrade(), LastTrade.values());
        oneOf("first_notice", given.firstNotice(), FirstNotice.values());
        if (given.firstNotice() != null && given.lastTrade() == null) {
            throw new Violation("first_notice", "needs last_trade beside it");
        }
        SessionHours hours = hours(given);
        String months = months("months", given.months(), MONTH_CODES);
        ContractMessage complete = new ContractMessage(
                given.symbol(),
                given.name(),
                given.exchange(),
                given.currency(),
                given.tickSize(),
                given.pointValue(),
                tickValue,
                given.contractSize() == null ? given.pointValue() : given.contractSize(),
                margins.initial(),
                given.quote() == null ? given.currency() : given.quote(),
                margins.initial(),
                margins.maintenance(),
                margins.date(),
                given.marginSource(),
                margins.rows(),
                given.commission(),
                given.exchangeFees(),
                given.feesDate(),
                given.feesSource(),
                months,
                months("active_months", given.activeMonths(), months),
                hours.zone().getId(),
                given.lastTrade(),
                given.firstNotice(),
                given.calendar(),
                hours.opens(),
                hours.closes(),
                given.regularOpens(),
                given.regularCloses(),
                given.notes());
        Amounts.positive("contract_size", complete.contractSize());
        return complete;
    }

    /** The hours that are given, and those of the calendar, or of most CME products, for what is left out. */
    private static SessionHours hours(ContractMessage given) throws Violation {
        SessionHours usual = given.calendar() == null
                ? SessionHours.CME_GLOBEX
                : calendar(given.calendar()).hours();
        SessionHours hours = new SessionHours(
                given.timeZone() == null ? usual.zone() : zone(given.timeZone()),
                given.opens() == null ? usual.opens() : given.opens(),
                given.closes() == null ? usual.closes() : given.closes());
        if (given.calendar() != null && !hours.equals(usual)) {
            throw new Violation(
                    "calendar",
                    given.calendar() + " has the hours " + usual.opens() + " to " + usual.closes() + " "
                            + usual.zone() + ", and opens, closes and time_zone say " + hours.opens() + " to "
                            + hours.closes() + " " + hours.zone() + "; leave those out, or the calendar");
        }
        return hours;
    }

    private static TradingCalendar calendar(String name) throws Violation {
        try {
            return TradingCalendar.named(name);
        } catch (IllegalArgumentException e) {
            throw new Violation("calendar", "must be one of " + TradingCalendar.names() + ", found " + name);
        }
    }

    private static ZoneId zone(String text) throws Violation {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new Violation("time_zone", "must be a zone such as America/Chicago, found " + text);
        }
    }

    private static void oneOf(String field, String name, Enum<?>... rules) throws Violation {
        List<String> names = Arrays.stream(rules)
                .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                .toList();
        if (name != null && !names.contains(name)) {
            throw new Violation(field, "must be one of " + String.join(", ", names) + ", found " + name);
        }
    }

    private static void regularHours(LocalTime opens, LocalTime closes) throws Violation {
        if ((opens == null) != (closes == null)) {
            throw new Violation(
                    opens == null ? "regular_opens" : "regular_closes",
                    "is missing; say both ends of the regular hours, or neither");
        }
        if (opens != null && !opens.isBefore(closes)) {
            throw new Violation("regular_closes", "must be after regular_opens, on the same day, found " + closes);
        }
    }

    private static String months(String field, String given, String standIn) throws Violation {
        if (given == null) {
            return standIn;
        }
        if (given.isEmpty() || !given.chars().allMatch(code -> MONTH_CODES.indexOf(code) >= 0)) {
            throw new Violation(field, "must be CME month codes out of " + MONTH_CODES + ", found " + given);
        }
        return given;
    }

    private static void present(String field, String value) throws Violation {
        if (value == null || value.isBlank()) {
            throw new Violation(field, "is missing");
        }
    }

    static ContractSpec spec(ContractMessage message) {
        ZoneId zone = ZoneId.of(message.timeZone());
        ContractSpec spec = new ContractSpec(
                message.symbol(),
                message.name(),
                message.exchange(),
                message.currency(),
                new TickGrid(message.tickSize()),
                message.pointValue(),
                message.initialMargin(),
                message.maintenanceMargin(),
                new SessionHours(zone, message.opens(), message.closes()));
        TradingCalendar calendar =
                message.calendar() == null ? spec.calendar() : TradingCalendar.named(message.calendar());
        return spec.withCalendar(calendar)
                .withCharges(message.commission(), message.exchangeFees())
                .withRegularHours(
                        message.regularOpens() == null
                                ? null
                                : new SessionHours(zone, message.regularOpens(), message.regularCloses()));
    }
}
