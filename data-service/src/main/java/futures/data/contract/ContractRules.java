package futures.data.contract;

import futures.model.ContractSpec;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.wire.data.ContractMessage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;

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
        positive("tick_size", given.tickSize());
        positive("point_value", given.pointValue());
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
        BigDecimal margin = given.initialMargin() != null ? given.initialMargin() : given.marginRequirement();
        if (given.marginRequirement() != null && given.marginRequirement().compareTo(margin) != 0) {
            throw new Violation("margin_requirement", "is another name of initial_margin and must be equal to it");
        }
        margins(margin, given.maintenanceMargin());
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
                margin,
                given.quote() == null ? given.currency() : given.quote(),
                margin,
                given.maintenanceMargin(),
                given.marginDate(),
                given.marginSource(),
                months,
                months("active_months", given.activeMonths(), months),
                given.timeZone() == null ? SessionHours.CME_GLOBEX.zone().getId() : given.timeZone(),
                given.opens() == null ? SessionHours.CME_GLOBEX.opens() : given.opens(),
                given.closes() == null ? SessionHours.CME_GLOBEX.closes() : given.closes(),
                given.notes());
        positive("contract_size", complete.contractSize());
        try {
            ZoneId.of(complete.timeZone());
        } catch (DateTimeException e) {
            throw new Violation("time_zone", "must be a zone such as America/Chicago, found " + complete.timeZone());
        }
        return complete;
    }

    private static void margins(BigDecimal initial, BigDecimal maintenance) throws Violation {
        if (initial != null) {
            positive("initial_margin", initial);
        }
        if (maintenance != null) {
            positive("maintenance_margin", maintenance);
            if (initial != null && maintenance.compareTo(initial) > 0) {
                throw new Violation("maintenance_margin", "must not be above initial_margin");
            }
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

    private static void positive(String field, BigDecimal value) throws Violation {
        if (value == null) {
            throw new Violation(field, "is missing");
        }
        if (value.signum() <= 0) {
            throw new Violation(field, "must be above zero, found " + value.toPlainString());
        }
    }

    static ContractSpec spec(ContractMessage message) {
        return new ContractSpec(
                message.symbol(),
                message.name(),
                message.exchange(),
                message.currency(),
                new TickGrid(message.tickSize()),
                message.pointValue(),
                message.initialMargin(),
                message.maintenanceMargin(),
                new SessionHours(ZoneId.of(message.timeZone()), message.opens(), message.closes()));
    }
}
