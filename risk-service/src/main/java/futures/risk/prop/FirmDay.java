package futures.risk.prop;

import futures.analytics.propfirm.DayPath;
import java.time.Instant;
import java.time.LocalDate;

/** A trading day of a history. */
final class FirmDay {
    private final LocalDate day;
    private final DayPath path;
    private final long[] times;
    private final double contracts;

    /**
     * @param times     of the points of its path, epoch milliseconds UTC; null when nobody knows
     * @param contracts most at once, micros as parts; negative when nobody knows
     */
    FirmDay(LocalDate day, DayPath path, long[] times, double contracts) {
        this.day = day;
        this.path = path;
        this.times = times;
        this.contracts = contracts;
    }

    LocalDate day() {
        return day;
    }

    DayPath path() {
        return path;
    }

    /** Null when nobody knows. */
    Instant time(int point) {
        return times == null ? null : Instant.ofEpochMilli(times[point]);
    }

    /** Negative when nobody knows. */
    double contracts() {
        return contracts;
    }

    boolean contractsKnown() {
        return contracts >= 0;
    }
}
