package futures.engine;

import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.TradingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The bars of a market put together into longer ones by trading day: those within a day count from the session's opening,
 * a day's bar is a trading day, a week's bar the trading days of a calendar week.
 */
final class LongerBars {
    private final Market market;
    private final int[] complete;

    private LongerBars(Market market, int[] complete) {
        this.market = market;
        this.complete = complete;
    }

    /** @throws IllegalArgumentException when the timeframe is not a whole multiple of the market's own */
    static LongerBars of(Market market, Timeframe timeframe) {
        BarSeries bars = market.bars();
        if (timeframe.seconds() % bars.timeframe().seconds() != 0 || timeframe.compareTo(bars.timeframe()) <= 0) {
            throw new IllegalArgumentException("bars of " + timeframe + " cannot be put together from bars of "
                    + bars.timeframe() + "; ask for a multiple of it");
        }
        Builder builder = new Builder(market, timeframe);
        for (int i = 0; i < bars.size(); i++) {
            builder.add(i);
        }
        return builder.build();
    }

    Market market() {
        return market;
    }

    /** How many of the longer bars are complete, their time being over, at the close of a bar of the market. */
    int completeAt(int bar) {
        return complete[bar];
    }

    private static final class Builder {
        private final Market market;
        private final BarSeries bars;
        private final TradingDays days;
        private final TradingCalendar calendar;
        private final Timeframe timeframe;
        private final BarSeries.Builder built;
        private final int[] complete;
        private int day = -1;
        private long opensAt;
        private long dayEnds;
        private int finished;
        private long start = Long.MIN_VALUE;
        private long end = Long.MIN_VALUE;
        private double open;
        private double high;
        private double low;
        private double close;
        private double volume;

        Builder(Market market, Timeframe timeframe) {
            this.market = market;
            this.bars = market.signals();
            this.days = market.days();
            this.calendar = market.contract().calendar();
            this.timeframe = timeframe;
            this.built = BarSeries.builder(bars.symbol(), timeframe);
            this.complete = new int[bars.size()];
        }

        void add(int i) {
            if (day < 0 || (day + 1 < days.count() && i >= days.firstBar(day + 1))) {
                day++;
                opensAt = days.opensAt(day);
                dayEnds = calendar.endOf(days.day(day));
            }
            if (bars.openTime(i) >= end) {
                finish();
                begin(i);
            }
            high = Math.max(high, bars.high(i));
            low = Math.min(low, bars.low(i));
            close = bars.close(i);
            volume += bars.volume(i);
            complete[i] = finished + (bars.closeTime(i) >= end ? 1 : 0);
        }

        private void begin(int i) {
            long at = bars.openTime(i);
            if (timeframe.compareTo(Timeframe.DAY) < 0) {
                long into = Math.floorDiv(at - opensAt, timeframe.millis());
                end = Math.min(opensAt + (into + 1) * timeframe.millis(), Math.max(dayEnds, at + 1));
            } else {
                LocalDate last = days.day(day);
                if (timeframe.compareTo(Timeframe.DAY) > 0) {
                    last = last.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
                }
                end = calendar.endOf(last);
            }
            start = at;
            open = bars.open(i);
            high = bars.high(i);
            low = bars.low(i);
            volume = 0;
        }

        private void finish() {
            if (start != Long.MIN_VALUE) {
                built.add(start, open, high, low, close, volume);
                finished++;
            }
        }

        LongerBars build() {
            finish();
            return new LongerBars(Market.of(built.build(), market.contract()), complete);
        }
    }
}
