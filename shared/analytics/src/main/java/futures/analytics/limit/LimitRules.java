package futures.analytics.limit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules, as {@code docs/limits.md} tells them. All comparisons are exact: a percentage is compared by multiplying, not by
 * dividing.
 */
public final class LimitRules {
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final int PLACES = 6;

    private LimitRules() {}

    /** How a state stands to a limit; a risk that the state carries is left out. */
    public static Reading read(Limit limit, Exposure state) {
        Fraction counted = counted(limit, state, BigDecimal.ZERO);
        if (counted.unknown != null) {
            return new Reading(limit, null, false, counted.unknown);
        }
        if (counted.base.signum() <= 0) {
            // Nothing bears it: any amount is too much, and there is no percentage.
            return new Reading(
                    limit, null, counted.amount.signum() > 0, "the equity that it is a percentage of is not above 0");
        }
        return new Reading(limit, counted.value(), counted.above(limit.value()), null);
    }

    /**
     * Why an order that opens contracts may not be carried out; none when it may. An order that only closes is not to be
     * asked about: it always may.
     *
     * @param after the state with the order carried out at its price, and the risk that it adds
     */
    public static List<Refusal> refusals(List<Limit> limits, Exposure after) {
        List<Refusal> refusals = new ArrayList<>();
        for (Limit limit : limits) {
            Refusal refusal = refusal(limit, after);
            if (refusal != null) {
                refusals.add(refusal);
            }
        }
        return refusals;
    }

    private static Refusal refusal(Limit limit, Exposure after) {
        String name = Limit.word(limit.kind());
        if (limit.kind() == LimitKind.CORRELATION && after.correlation() == null) {
            return null;
        }
        Fraction counted = counted(limit, after, limit.kind().loss() ? after.risk() : BigDecimal.ZERO);
        if (counted.unknown != null) {
            return new Refusal(limit, null, name + " cannot be checked: " + counted.unknown);
        }
        if (counted.base.signum() <= 0) {
            return new Refusal(limit, null, name + ": equity is not above 0");
        }
        String most = ", the limit is " + limit.value().toPlainString() + unit(limit.unit());
        if (limit.kind().loss()) {
            Fraction lost = counted(limit, after, BigDecimal.ZERO);
            if (lost.reaches(limit.value())) {
                return new Refusal(
                        limit, counted.value(), name + ": " + text(lost.value(), limit) + " is lost already" + most);
            }
            return !counted.above(limit.value())
                    ? null
                    : new Refusal(
                            limit,
                            counted.value(),
                            name + ": " + text(lost.value(), limit) + " is lost and the stop would make it "
                                    + text(counted.value(), limit) + most);
        }
        return !counted.above(limit.value())
                ? null
                : new Refusal(limit, counted.value(), name + " would be " + text(counted.value(), limit) + most);
    }

    private static String text(BigDecimal value, Limit limit) {
        return value.toPlainString() + unit(limit.unit());
    }

    private static String unit(LimitUnit unit) {
        return switch (unit) {
            case PERCENT -> " %";
            case CONTRACTS -> " contracts";
            default -> "";
        };
    }

    /** An amount over what it is a part of; {@code unknown} says what is missing. */
    private record Fraction(BigDecimal amount, BigDecimal base, boolean percent, String unknown) {
        static Fraction missing(String what) {
            return new Fraction(null, null, false, what + " is not known");
        }

        BigDecimal value() {
            BigDecimal shown = percent
                    ? amount.multiply(HUNDRED).divide(base, PLACES, RoundingMode.HALF_UP)
                    : amount.setScale(Math.min(PLACES, Math.max(0, amount.scale())), RoundingMode.HALF_UP);
            return shown.signum() == 0 ? BigDecimal.ZERO : shown;
        }

        private int compare(BigDecimal limit) {
            return percent ? amount.multiply(HUNDRED).compareTo(limit.multiply(base)) : amount.compareTo(limit);
        }

        boolean above(BigDecimal limit) {
            return compare(limit) > 0;
        }

        boolean reaches(BigDecimal limit) {
            return compare(limit) >= 0;
        }
    }

    private static Fraction counted(Limit limit, Exposure state, BigDecimal risk) {
        boolean percent = limit.unit() == LimitUnit.PERCENT;
        return switch (limit.kind()) {
            case DAILY_LOSS -> loss(state, limit.kind(), risk, percent, "equity at the start of the day");
            case WEEKLY_LOSS -> loss(state, limit.kind(), risk, percent, "equity at the start of the week");
            case DRAWDOWN -> loss(state, limit.kind(), risk, percent, "the highest equity");
            case POSITION -> plain(state.contracts(), "the position");
            case CORRELATION -> plain(state.correlation(), "the correlation");
            case CONCENTRATION -> ofEquity(state.notional(), state.equity(), "the notional value of the positions");
            case MARGIN_USE -> ofEquity(state.margin(), state.equity(), "the margin of the positions");
        };
    }

    private static Fraction loss(Exposure state, LimitKind kind, BigDecimal risk, boolean percent, String what) {
        BigDecimal start = state.start(kind);
        if (start == null || state.equity() == null) {
            return Fraction.missing(start == null ? what : "equity");
        }
        BigDecimal lost = start.subtract(state.equity()).add(risk).max(BigDecimal.ZERO);
        return new Fraction(lost, percent ? start : BigDecimal.ONE, percent, null);
    }

    private static Fraction plain(BigDecimal amount, String what) {
        return amount == null ? Fraction.missing(what) : new Fraction(amount, BigDecimal.ONE, false, null);
    }

    private static Fraction ofEquity(BigDecimal amount, BigDecimal equity, String what) {
        if (amount == null || equity == null) {
            return Fraction.missing(amount == null ? what : "equity");
        }
        return new Fraction(amount, equity, true, null);
    }
}
