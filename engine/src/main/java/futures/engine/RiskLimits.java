package futures.engine;

import futures.analytics.limit.Exposure;
import futures.analytics.limit.Limit;
import futures.analytics.limit.LimitKind;
import futures.analytics.limit.LimitRules;
import futures.analytics.limit.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The limits of an account, beside margin, and what they are counted from: equity at the close before the trading day, before
 * the week, and at the highest of all closes.
 */
final class RiskLimits {
    /** How every reason of theirs begins. */
    static final String REASON = "risk limit ";

    private final List<Limit> limits;
    private long last;
    private long dayStart;
    private long weekStart;
    private long peak;
    private LocalDate day;

    /**
     * @param contracts net by market, summed over markets
     * @param notional  the largest of a market, in millionths of the account's currency
     */
    record Held(long contracts, long notional) {}

    RiskLimits(List<Limit> limits, long initial) {
        for (Limit limit : limits) {
            if (limit.kind() == LimitKind.CORRELATION) {
                throw new IllegalArgumentException(
                        "a run has no limit to correlation: it has no past to take one from");
            }
        }
        this.limits = limits;
        this.last = initial;
        this.dayStart = initial;
        this.weekStart = initial;
        this.peak = initial;
    }

    void enter(LocalDate next) {
        if (next.equals(day)) {
            return;
        }
        if (day == null || week(next) != week(day)) {
            weekStart = last;
        }
        dayStart = last;
        day = next;
    }

    /** Weeks begin with Monday's trading day. */
    private static int week(LocalDate of) {
        return of.get(IsoFields.WEEK_BASED_YEAR) * 100 + of.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    void mark(long equity) {
        last = equity;
        peak = Math.max(peak, equity);
    }

    /** Null when no limit is passed; all amounts in millionths. */
    String refusal(long equity, long margin, long risk, Held held) {
        Exposure after = new Exposure(
                amount(equity),
                amount(dayStart),
                amount(weekStart),
                amount(Math.max(peak, equity)),
                amount(risk),
                BigDecimal.valueOf(held.contracts()),
                amount(held.notional()),
                amount(margin),
                null);
        List<Refusal> refusals = LimitRules.refusals(limits, after);
        return refusals.isEmpty()
                ? null
                : refusals.stream().map(Refusal::reason).collect(Collectors.joining("; ", REASON, ""));
    }

    private static BigDecimal amount(long millionths) {
        return new BigDecimal(Money.text(millionths));
    }
}
