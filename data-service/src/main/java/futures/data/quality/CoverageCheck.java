package futures.data.quality;

import futures.model.BarSeries;
import futures.model.Session;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.wire.data.QualityReport.Coverage;
import futures.wire.data.QualityReport.Day;
import futures.wire.data.QualityReport.Gap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Bars beside the slots in which the market is open. A slot is one length of the timeframe, counted from 1970 UTC as in the store;
 * one that is open for a part of it counts.
 */
final class CoverageCheck {
    /**
     * From here on a bar without a trade is an exception, and a missing one is held to be lost. In 2024 MES had a median of 1, and
     * MCL one of 0.991 with gaps of a few minutes at night, which are no errors.
     */
    static final double DENSE = 0.995;

    /** Of the usual coverage; a day below has lost more than a quiet day explains. */
    static final double THIN = 0.5;

    private static final Comparator<Gap> LENGTH =
            Comparator.comparingLong(Gap::bars).thenComparing(Gap::from, Comparator.reverseOrder());

    private final TradingCalendar calendar;
    private final Timeframe timeframe;
    private final long length;
    private final List<DayCount> days = new ArrayList<>();
    /** The longest ones, the shortest of them at the head; of two that are as long, the earlier one is kept. */
    private final PriorityQueue<Gap> longest = new PriorityQueue<>(LENGTH);

    private final List<Instant> firstClosed = new ArrayList<>();
    private long gaps;
    private long missing;
    private long closed;
    private long slotDone = Long.MIN_VALUE;
    /** Null before the first window. */
    private LocalDate day;

    private long firstSlot;
    /** Open time of the last bar that was counted; a long bar may be one of the day before. */
    private long taken = Long.MIN_VALUE;

    private BarSeries bars;
    private int next;
    private long lastSlot;

    CoverageCheck(Timeframe timeframe, TradingCalendar calendar) {
        this.timeframe = timeframe;
        this.calendar = calendar;
        this.length = timeframe.millis();
    }

    /** Null for bars longer than a day. */
    static Coverage of(BarSeries bars, TradingCalendar calendar) {
        if (bars.timeframe().compareTo(Timeframe.DAY) > 0) {
            return null;
        }
        CoverageCheck check = new CoverageCheck(bars.timeframe(), calendar);
        check.add(Window.whole(bars));
        return check.coverage();
    }

    void add(Window window) {
        bars = window.bars();
        next = window.from();
        while (next < bars.size() && bars.openTime(next) <= taken) {
            next++;
        }
        if (day == null) {
            day = calendar.tradingDay(bars.openTime(window.from()));
            firstSlot = slot(window.from());
        }
        lastSlot = window.last() ? slot(window.to() - 1) : Long.MAX_VALUE;
        boolean daily = timeframe.equals(Timeframe.DAY);
        LocalDate last = calendar.tradingDay(bars.openTime(window.to() - 1));
        while (!day.isAfter(last)) {
            if (daily) {
                wholeDay(day);
            } else {
                sessions(day);
            }
            day = calendar.tradingDay(calendar.endOf(day));
        }
        while (next < window.to()) {
            takeClosed();
        }
        if (next > 0) {
            taken = Math.max(taken, bars.openTime(next - 1));
        }
        bars = null;
    }

    private long slot(int i) {
        return Math.floorDiv(bars.openTime(i), length);
    }

    private void wholeDay(LocalDate date) {
        int first = next;
        long end = calendar.endOf(date);
        while (next < bars.size() && bars.openTime(next) < end) {
            next++;
        }
        days.add(new DayCount(date, 1, next > first ? 1 : 0));
    }

    private void sessions(LocalDate date) {
        long expected = 0;
        long present = 0;
        List<Gap> found = new ArrayList<>();
        for (Session session : calendar.sessions(date)) {
            // A long bar may reach over a break: the second session does not expect it once more.
            long from = Math.max(Math.max(Math.floorDiv(session.opens(), length), slotDone + 1), firstSlot);
            long to = Math.min(Math.floorDiv(session.closes() - 1, length), lastSlot);
            if (from > to) {
                continue;
            }
            expected += to - from + 1;
            slotDone = to;
            while (next < bars.size() && slot(next) < from) {
                takeClosed();
            }
            long awaited = from;
            for (; next < bars.size() && slot(next) <= to; next++) {
                long slot = slot(next);
                if (slot > awaited) {
                    found.add(gap(date, awaited, slot));
                }
                awaited = slot + 1;
                present++;
            }
            if (awaited <= to) {
                found.add(gap(date, awaited, to + 1));
            }
        }
        if (expected > 0) {
            days.add(new DayCount(date, expected, present));
        }
        if (present > 0) {
            found.forEach(this::count);
        }
    }

    private void count(Gap gap) {
        gaps++;
        missing += gap.bars();
        longest.add(gap);
        if (longest.size() > QualityCheck.LISTED) {
            longest.remove();
        }
    }

    private void takeClosed() {
        if (firstClosed.size() < QualityCheck.LISTED) {
            firstClosed.add(Instant.ofEpochMilli(bars.openTime(next)));
        }
        closed++;
        next++;
    }

    private Gap gap(LocalDate date, long from, long to) {
        return new Gap(date, Instant.ofEpochMilli(from * length), Instant.ofEpochMilli(to * length), to - from);
    }

    Coverage coverage() {
        double[] shares = days.stream()
                .filter(one -> one.present() > 0)
                .mapToDouble(DayCount::coverage)
                .toArray();
        double usual = shares.length == 0 ? 0 : Robust.median(shares);
        List<LocalDate> lost = days.stream()
                .filter(one -> one.present() == 0)
                .map(DayCount::date)
                .toList();
        List<Day> thin = days.stream()
                .filter(one -> one.present() > 0 && one.coverage() < THIN * usual)
                .map(one -> new Day(one.date(), one.present(), one.expected()))
                .toList();
        return new Coverage(
                days.size(),
                days.stream().mapToLong(DayCount::expected).sum(),
                missing,
                gaps,
                longest.stream().sorted(LENGTH.reversed()).toList(),
                usual,
                usual >= DENSE,
                lost.size(),
                lost.stream().limit(QualityCheck.LISTED).toList(),
                thin.size(),
                thin.stream().limit(QualityCheck.LISTED).toList(),
                days.stream()
                        .filter(one -> one.present() < one.expected())
                        .map(one -> new Day(one.date(), one.present(), one.expected()))
                        .toList(),
                closed,
                List.copyOf(firstClosed));
    }
}
