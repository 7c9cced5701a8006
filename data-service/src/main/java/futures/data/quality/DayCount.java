package futures.data.quality;

import java.time.LocalDate;

/**
 * One trading day's bars.
 *
 * @param expected bars of its open hours, as far as they lie between the first and the last bar of the series
 * @param present  of these, those that are there
 */
record DayCount(LocalDate date, long expected, long present) {
    double coverage() {
        return (double) present / expected;
    }
}
