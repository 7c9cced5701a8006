package futures.risk.alert;

import futures.analytics.limit.Exposure;
import futures.analytics.limit.Limit;
import futures.analytics.limit.LimitKind;
import futures.analytics.limit.LimitRules;
import futures.analytics.limit.Reading;
import futures.risk.subject.Day;
import futures.risk.subject.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Goes over the days of a slice as if the initial cash were its own: equity at the start of the day, of the week (Monday's
 * trading day to Friday's), and at the highest.
 */
public final class LossWalk {
    /** The worse is the higher one; where there is no value, nothing is left to compare with. */
    static final Comparator<Reading> WORSE =
            Comparator.comparing(Reading::value, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()));

    private BigDecimal equity;
    private BigDecimal dayStart;
    private BigDecimal weekStart;
    private BigDecimal peak;
    private LocalDate day;
    /** The last day that closed at the highest; the start before any did. */
    private String peakDay = "start";

    private LossWalk(BigDecimal initialCash) {
        equity = initialCash;
        dayStart = initialCash;
        weekStart = initialCash;
        peak = initialCash;
    }

    /**
     * The account as it is, for the question whether an order may be carried out.
     *
     * @param today the trading day; when it is later than the last day with a result, nothing has been won or lost on it
     */
    public static Exposure state(BigDecimal initialCash, Slice slice, LocalDate today) {
        LossWalk walk = new LossWalk(initialCash);
        slice.days().forEach(walk::enter);
        return walk.now(slice, today);
    }

    /** Readings of a limit by period, each the worst of its period; the last entry, {@code now}, is as it is. */
    static Map<String, Reading> readings(Limit limit, BigDecimal initialCash, Slice slice, LocalDate today) {
        LossWalk walk = new LossWalk(initialCash);
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Day one : slice.days()) {
            walk.enter(one);
            walk.put(readings, limit, LimitRules.read(limit, walk.exposure(walk.equity)));
        }
        Reading now = LimitRules.read(limit, walk.now(slice, today));
        if (slice.open().signum() != 0) {
            walk.put(readings, limit, now);
        }
        readings.put("now", now);
        return readings;
    }

    private void enter(Day one) {
        begin(one.day());
        equity = equity.add(one.profit());
        if (equity.compareTo(peak) >= 0) {
            peak = equity;
            peakDay = one.day().toString();
        }
    }

    private void begin(LocalDate next) {
        if (day == null || !week(next).equals(week(day))) {
            weekStart = equity;
        }
        if (!next.equals(day)) {
            dayStart = equity;
        }
        day = next;
    }

    private Exposure now(Slice slice, LocalDate today) {
        if (day == null || today.isAfter(day)) {
            begin(today);
        }
        return exposure(equity.add(slice.open()));
    }

    private Exposure exposure(BigDecimal marked) {
        return Exposure.ofResults(marked, dayStart, weekStart, peak.max(marked));
    }

    private void put(Map<String, Reading> readings, Limit limit, Reading reading) {
        String period = limit.kind() == LimitKind.DAILY_LOSS
                ? day.toString()
                : limit.kind() == LimitKind.WEEKLY_LOSS ? week(day) : peakDay;
        readings.merge(period, reading, (one, other) -> WORSE.compare(one, other) >= 0 ? one : other);
    }

    /** E.g. {@code 2024-W10}. */
    static String week(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
