package futures.strategies;

import futures.model.BarSeries;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Which bars are of a session and at which it is over, reckoned bar after bar as the page says it: it is over at the close of
 * the first bar after which no more than one bar, or so many minutes, are left; where bars are missing then, at the close of
 * the next one.
 */
final class NaiveSessions {
    private final List<Boolean> inside = new ArrayList<>();
    private final List<Boolean> over = new ArrayList<>();
    private final List<LocalDate> days = new ArrayList<>();

    /** @param regular 08:30 to 15:00; else the whole trading day */
    NaiveSessions(BarSeries bars, boolean regular, int minutesBeforeEnd) {
        long length = bars.timeframe().millis();
        long left = Math.max(length, minutesBeforeEnd * 60_000L);
        Long awaited = null;
        for (int bar = 0; bar < bars.size(); bar++) {
            long opens = bars.openTime(bar);
            long closes = opens + length;
            LocalDate day = ExchangeDays.day(opens);
            LocalTime last = ExchangeDays.ends(day);
            if (regular && last.isAfter(LocalTime.of(15, 0))) {
                last = LocalTime.of(15, 0);
            }
            long end = ExchangeDays.at(day, last);
            boolean told = false;
            if (bar == 0 || !day.equals(days.get(bar - 1))) {
                told = awaited != null; // of an earlier day, whose bars stopped before
                awaited = opens < end ? end : null;
            }
            if (awaited != null && closes >= awaited - left) {
                told = true;
                awaited = null;
            }
            boolean begun = !regular || opens >= ExchangeDays.at(day, LocalTime.of(8, 30));
            days.add(day);
            inside.add(begun && closes < end - left);
            over.add(told);
        }
    }

    boolean inside(int bar) {
        return inside.get(bar);
    }

    boolean overAt(int bar) {
        return over.get(bar);
    }

    LocalDate day(int bar) {
        return days.get(bar);
    }

    boolean firstOfDay(int bar) {
        return bar == 0 || !days.get(bar).equals(days.get(bar - 1));
    }

    int count() {
        return days.size();
    }
}
