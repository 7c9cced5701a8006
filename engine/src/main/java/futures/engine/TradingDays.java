package futures.engine;

import futures.model.BarSeries;
import futures.model.SessionHours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The exchange's trading days that have bars, and the first bar of each. */
final class TradingDays {
    private final List<LocalDate> days;
    private final int[] firstBar;

    private TradingDays(List<LocalDate> days, int[] firstBar) {
        this.days = days;
        this.firstBar = firstBar;
    }

    /** A bar belongs to the day of its open time. */
    static TradingDays of(BarSeries bars, SessionHours session) {
        List<LocalDate> days = new ArrayList<>();
        int[] firstBar = new int[16];
        int i = 0;
        while (i < bars.size()) {
            LocalDate day = session.tradingDay(bars.openTime(i));
            if (days.size() == firstBar.length) {
                firstBar = Arrays.copyOf(firstBar, firstBar.length * 2);
            }
            firstBar[days.size()] = i;
            days.add(day);
            i = Math.max(i + 1, bars.firstAtOrAfter(session.endOf(day)));
        }
        return new TradingDays(List.copyOf(days), Arrays.copyOf(firstBar, days.size()));
    }

    int count() {
        return firstBar.length;
    }

    LocalDate day(int index) {
        return days.get(index);
    }

    int firstBar(int index) {
        return firstBar[index];
    }

    /** The day that a bar belongs to. */
    int indexOf(int bar) {
        int found = Arrays.binarySearch(firstBar, bar);
        return found >= 0 ? found : -found - 2;
    }
}
