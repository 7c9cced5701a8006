package futures.model.bars;

import futures.model.SessionHours;
import futures.model.TradingCalendar;
import java.time.LocalTime;
import java.time.ZoneId;

/** Bars of a timeframe. */
final class TimeBars extends BarMaker {
    private final BarSlots slots;
    private final TradingCalendar calendar;
    private final LocalTime settlement;
    private final GrowingBar bar = new GrowingBar();
    private boolean begun;
    private long closes;
    private long ends = Long.MIN_VALUE;
    private long lastOpen;
    private long reached = Long.MIN_VALUE;
    /** Before the day's settlement: its time, whether anything traded, and the last price. */
    private long settles;

    private boolean settled;
    private double settledAt;

    TimeBars(BarForm form, TradingCalendar calendar, SessionHours regular, BarSink sink) {
        super(sink);
        this.slots = new BarSlots(calendar, regular, form.hours(), form.timeframe());
        this.calendar = calendar;
        this.settlement = form.settlement();
    }

    @Override
    public void add(long openTime, long closeTime, double open, double high, double low, double close, double volume) {
        reached = closeTime;
        if (!slots.move(openTime)) {
            return;
        }
        if (slots.ends() != ends) {
            give();
            begun = true;
            closes = slots.closes();
            ends = slots.ends();
            bar.begin(Math.min(slots.opens(), openTime), open, high, low);
            settle(openTime);
        }
        lastOpen = openTime;
        bar.add(high, low, close, volume);
        if (closeTime <= settles) {
            settled = true;
            settledAt = close;
        }
    }

    private void settle(long openTime) {
        settled = false;
        settles = Long.MIN_VALUE;
        if (settlement != null) {
            ZoneId zone = calendar.zone();
            settles = calendar.tradingDay(openTime)
                    .atTime(settlement)
                    .atZone(zone)
                    .toInstant()
                    .toEpochMilli();
        }
    }

    private void give() {
        if (begun) {
            double close = settled ? settledAt : bar.close;
            // What is stored after the close makes it later: the bar is not whole before its slot is over.
            long closeTime = lastOpen < closes ? closes : ends;
            give(bar.openTime, closeTime, bar.open, bar.high, bar.low, close, bar.volume);
        }
    }

    @Override
    public void finish(boolean unfinishedToo) {
        if (unfinishedToo || reached >= ends) {
            give();
        }
        begun = false;
    }
}
