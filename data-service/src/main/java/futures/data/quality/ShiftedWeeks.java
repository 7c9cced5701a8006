package futures.data.quality;

import futures.model.BarSeries;
import futures.wire.data.RepairList.Remedy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Weeks whose bars lie in closed hours and would fit the calendar some whole hours earlier or later: a file that was imported with
 * another time zone than it has. Weeks, because clocks change between them.
 */
final class ShiftedWeeks {
    /** Share of a week's bars in closed hours from which on it is looked at. */
    private static final double SUSPECT = 0.01;
    /** Share that may be left after the move. */
    private static final double FITS = 0.001;

    private static final int FEWEST = 60;
    private static final int MOST_HOURS = 12;
    private static final long WEEK = 7 * 86_400_000L;
    /** Saturday, 22:00 UTC: closed in every calendar, whatever the shift. */
    private static final long BEGINS = 2 * 86_400_000L + 22 * 3_600_000L;

    private final List<Remedy> remedies = new ArrayList<>();

    /** Takes bars out of those that are closed where the whole week is shifted. */
    void take(BarSeries bars, int from, boolean[] closed, OpenHours hours) {
        int i = 0;
        while (i < closed.length) {
            long week = week(bars.openTime(from + i));
            int end = i;
            int count = 0;
            while (end < closed.length && week(bars.openTime(from + end)) == week) {
                count += closed[end] ? 1 : 0;
                end++;
            }
            if (end - i >= FEWEST && count > SUSPECT * (end - i)) {
                int shift = shift(bars, from + i, from + end, hours);
                if (shift != 0) {
                    Arrays.fill(closed, i, end, false);
                    add(bars.openTime(from + i), bars.openTime(from + end - 1), shift, end - i, count);
                }
            }
            i = end;
        }
    }

    private static long week(long time) {
        return Math.floorDiv(time - BEGINS, WEEK);
    }

    /** Hours, 0 when none fit. */
    private static int shift(BarSeries bars, int from, int to, OpenHours hours) {
        int best = 0;
        int fewest = Integer.MAX_VALUE;
        for (int size = 1; size <= MOST_HOURS; size++) {
            for (int shift : new int[] {-size, size}) {
                int left = 0;
                for (boolean closed : hours.closed(bars, from, to, shift)) {
                    left += closed ? 1 : 0;
                }
                if (left < fewest) {
                    fewest = left;
                    best = shift;
                }
            }
        }
        return fewest <= FITS * (to - from) ? best : 0;
    }

    private void add(long from, long to, int shift, long bars, long closed) {
        int newest = remedies.size() - 1;
        Remedy before = newest < 0 ? null : remedies.get(newest);
        if (before != null && before.hours() == shift && from - before.to().toEpochMilli() < WEEK) {
            remedies.set(
                    newest,
                    remedy(
                            before.from(),
                            Instant.ofEpochMilli(to),
                            shift,
                            before.bars() + bars,
                            before.closedBars() + closed));
        } else {
            remedies.add(remedy(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), shift, bars, closed));
        }
    }

    private static Remedy remedy(Instant from, Instant to, int shift, long bars, long closed) {
        String hours =
                Math.abs(shift) + (Math.abs(shift) == 1 ? " hour " : " hours ") + (shift < 0 ? "earlier" : "later");
        return new Remedy(
                "shifted_hours",
                from,
                to,
                shift,
                bars,
                closed,
                closed + " of " + bars + " bars lie in closed hours, and next to none would " + hours
                        + ": the file was imported with another time zone than it has. Delete the range and import it again"
                        + " with time_zone= (or stamps=, when a whole bar is the difference). No bar is moved or deleted here.");
    }

    List<Remedy> remedies() {
        return List.copyOf(remedies);
    }
}
