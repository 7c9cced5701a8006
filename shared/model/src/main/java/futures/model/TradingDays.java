package futures.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The exchange's trading days that have bars, oldest first, and the first bar of each. Immutable. */
public final class TradingDays {
    private final List<LocalDate> days;
    private final int[] firstBar;
    private final TradingCalendar calendar;
    private final int bars;

    private TradingDays(TradingCalendar calendar, List<LocalDate> days, int[] firstBar, int bars) {
        this.bars = bars;
        this.calendar = calendar;
        this.days = days;
        this.firstBar = firstBar;
    }

    /** A bar belongs to the day of its open time. */
    public static TradingDays of(BarSeries bars, TradingCalendar calendar) {
        List<LocalDate> days = new ArrayList<>();
        int[] firstBar = new int[16];
        int i = 0;
        while (i < bars.size()) {
            LocalDate day = calendar.tradingDay(bars.openTime(i));
            if (days.size() == firstBar.length) {
                firstBar = Arrays.copyOf(firstBar, firstBar.length * 2);
            }
            firstBar[days.size()] = i;
            days.add(day);
            i = Math.max(i + 1, bars.firstAtOrAfter(calendar.endOf(day)));
        }
        return new TradingDays(calendar, List.copyOf(days), Arrays.copyOf(firstBar, days.size()), bars.size());
    }

    public int count() {
        return firstBar.length;
    }

    /** @param index 0 is the oldest day, as in all methods here */
    public LocalDate day(int index) {
        return days.get(index);
    }

    /** Index, in the series, of the day's first bar. */
    public int firstBar(int index) {
        return firstBar[index];
    }

    /** {@link TradingCalendar#opensAt} of a day; its first bar may be later, or earlier after a holiday. */
    public long opensAt(int index) {
        return calendar.opensAt(days.get(index));
    }

    /** Index, in the series, of the day's last bar; for the last day that is the last bar there is. */
    public int lastBar(int index) {
        return (index + 1 < firstBar.length ? firstBar[index + 1] : bars) - 1;
    }

    /** Index of the day that a bar belongs to. */
    public int indexOf(int bar) {
        int found = Arrays.binarySearch(firstBar, bar);
        return found >= 0 ? found : -found - 2;
    }
}
