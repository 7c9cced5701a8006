package futures.data.contract;

import futures.data.contract.ContractRules.Violation;
import java.math.BigDecimal;

/** Numbers that a contract spec may hold. */
final class Amounts {
    private static final BigDecimal MOST_MARGIN = new BigDecimal("1000000000");
    private static final BigDecimal MOST_CHARGE = new BigDecimal("1000");
    private static final int PLACES = 6;

    private Amounts() {}

    static void positive(String field, BigDecimal value) throws Violation {
        if (value == null) {
            throw new Violation(field, "is missing");
        }
        if (value.signum() <= 0) {
            throw new Violation(field, "must be above zero, found " + value.toPlainString());
        }
    }

    /** Money per contract that an account must have. */
    static void margin(String field, BigDecimal value) throws Violation {
        positive(field, value);
        within(field, value, MOST_MARGIN);
    }

    /** Money per contract and side; null when there is none. */
    static void charge(String field, BigDecimal value) throws Violation {
        if (value == null) {
            return;
        }
        if (value.signum() < 0) {
            throw new Violation(field, "must not be below zero, found " + value.toPlainString());
        }
        within(field, value, MOST_CHARGE);
    }

    private static void within(String field, BigDecimal value, BigDecimal most) throws Violation {
        if (value.compareTo(most) > 0 || value.stripTrailingZeros().scale() > PLACES) {
            throw new Violation(
                    field,
                    "must be at most " + most + " with at most " + PLACES + " decimal places, found "
                            + value.toPlainString());
        }
    }
}
