package futures.model.bars;

import futures.model.Session;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.model.TradingCalendar;

/**
 * The stretches of time that bars of a timeframe cover: counted from each opening of the market within a day, a trading day,
 * or the trading days of a calendar week. To be led through ascending instants.
 */
public final class BarSlots {
    private final DayCourse days;
    private final long length;
    private long from = Long.MAX_VALUE;
    private long opens;
    private long closes;
    private long ends = Long.MIN_VALUE;

    /**
     * @param regular of the contract; null is enough for {@link Hours#ALL}
     * @throws IllegalArgumentException when there are no bars of that timeframe, or the regular hours are needed
     */
    public BarSlots(TradingCalendar calendar, SessionHours regular, Hours part, Timeframe timeframe) {
        if (!BarForm.possible(timeframe)) {
            throw new IllegalArgumentException(
                    "there are no bars of " + timeframe + "; longer than a day are only those of a week, 1w");
        }
        this.days = new DayCourse(calendar, regular, part);
        this.length = timeframe.millis();
    }

    /** Goes to the slot of an instant; false when that is not taken, and then nothing changes. */
    public boolean move(long time) {
        DayHours day = days.at(time);
        if (!day.takes(time)) {
            return false;
        }
        if (time < from || time >= ends) {
            if (length < Timeframe.DAY.millis()) {
                within(day, time);
            } else if (length == Timeframe.DAY.millis()) {
                set(day.begins(), day.opens(), day.closes(), day.over());
            } else {
                week(day);
            }
        }
        return true;
    }

    /** Counted on after a close and back before the first opening, where a bar is stored though the market was closed. */
    private void within(DayHours day, long time) {
        long opening = day.opens();
        long close = day.begins();
        long next = day.ends();
        for (Session session : day.open()) {
            if (session.opens() > time) {
                next = session.opens();
                break;
            }
            opening = session.opens();
            close = session.closes();
        }
        long start = opening + Math.floorDiv(time - opening, length) * length;
        if (time < close) {
            set(start, start, Math.min(start + length, close), Math.min(start + length, close));
        } else {
            long first = Math.max(start, close);
            long end = Math.min(start + length, next);
            set(first, first, end, end);
        }
    }

    private void week(DayHours day) {
        DayHours[] week = days.week(day.day());
        long[] bounds = days.weekBounds(day.day());
        boolean regular = day.part() == Hours.REGULAR;
        set(bounds[0], week[0].opens(), week[1].closes(), regular ? week[1].over() : bounds[1]);
    }

    private void set(long first, long opening, long close, long end) {
        from = first;
        opens = opening;
        closes = close;
        ends = end;
    }

    /** When the slot opens, epoch milliseconds UTC. */
    public long opens() {
        return opens;
    }

    /** When the market closes in it, or the slot is over. */
    public long closes() {
        return closes;
    }

    /** The first instant that belongs to a later slot, or to none: a bar is whole when this is reached. */
    public long ends() {
        return ends;
    }
}
