package futures.model.bars;

import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.TradingCalendar;

/**
 * Makes bars out of shorter ones. A bar is given to the sink when it is finished, and what comes later does not change it;
 * one that is not finished at the end is not given unless it is asked for.
 */
public abstract class BarMaker {
    private final BarSink sink;

    BarMaker(BarSink sink) {
        this.sink = sink;
    }

    /**
     * @param regular of the contract; null when it is not known
     * @param ticks   the contract's grid, for {@link BarForm.Kind#RANGE} and {@link BarForm.Kind#RENKO}
     * @throws IllegalArgumentException when regular hours or a grid are needed and there are none
     */
    public static BarMaker of(
            BarForm form, TradingCalendar calendar, SessionHours regular, TickGrid ticks, BarSink sink) {
        if (form.insideStoredBars() && ticks == null) {
            throw new IllegalArgumentException("the tick size is not known");
        }
        return switch (form.kind()) {
            case TIME -> new TimeBars(form, calendar, regular, sink);
            case TICK, VOLUME -> new CountedBars(form, new DayCourse(calendar, regular, form.hours()), sink);
            case RANGE -> new RangeBars(form, new DayCourse(calendar, regular, form.hours()), ticks, sink);
            case RENKO -> new RenkoBars(form, new DayCourse(calendar, regular, form.hours()), ticks, sink);
        };
    }

    /** The next shorter bar; open times ascend. */
    public abstract void add(
            long openTime, long closeTime, double open, double high, double low, double close, double volume);

    /**
     * After the last one: gives the bar that is over by the close of that one.
     *
     * @param unfinishedToo gives it even if it is not, for who keeps track of that
     */
    public abstract void finish(boolean unfinishedToo);

    final void give(long openTime, long closeTime, double open, double high, double low, double close, double volume) {
        sink.bar(openTime, closeTime, open, high, low, close, volume);
    }
}
