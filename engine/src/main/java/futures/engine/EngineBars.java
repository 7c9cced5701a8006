package futures.engine;

import futures.model.Bar;
import futures.model.BarSeries;
import futures.model.TradingDays;
import futures.strategy.Bars;
import futures.strategy.Line;
import java.time.LocalDate;

/** The series up to a cursor that only the engine moves. */
final class EngineBars implements Bars {
    private final BarSeries bars;
    private final TradingDays days;
    private final MarketCursor cursor;

    EngineBars(MarketCursor cursor) {
        this.cursor = cursor;
        this.bars = cursor.market.bars();
        this.days = cursor.market.days();
    }

    private int at() {
        if (cursor.at < 0) {
            throw new IllegalStateException(
                    "no bar of " + bars.symbol() + " in " + bars.timeframe() + " is complete yet; ask count() first");
        }
        return cursor.at;
    }

    @Override
    public int count() {
        return cursor.at + 1;
    }

    @Override
    public long openTime() {
        return bars.openTime(at());
    }

    @Override
    public long closeTime() {
        return bars.closeTime(at());
    }

    @Override
    public LocalDate tradingDay() {
        return days.day(days.indexOf(at()));
    }

    @Override
    public boolean firstOfDay() {
        return days.firstBar(days.indexOf(at())) == at();
    }

    @Override
    public double open() {
        return bars.open(at());
    }

    @Override
    public double high() {
        return bars.high(at());
    }

    @Override
    public double low() {
        return bars.low(at());
    }

    @Override
    public double close() {
        return bars.close(at());
    }

    @Override
    public double volume() {
        return bars.volume(at());
    }

    @Override
    public Bar ago(int back) {
        if (back < 0 || back > at()) {
            throw new IllegalArgumentException("bars can be asked for 0 to " + at() + " bars ago here, found " + back);
        }
        return bars.bar(at() - back);
    }

    Line line(double[] values) {
        return new IndicatorLine(values);
    }

    private final class IndicatorLine implements Line {
        private final double[] values;

        IndicatorLine(double[] values) {
            this.values = values;
        }

        @Override
        public double now() {
            return cursor.at < 0 ? Double.NaN : values[cursor.at];
        }

        @Override
        public double ago(int back) {
            if (back < 0) {
                throw new IllegalArgumentException("a line can be asked for 0 or more bars ago, found " + back);
            }
            return back > cursor.at ? Double.NaN : values[cursor.at - back];
        }

        @Override
        public boolean crossesAbove(Line other) {
            return (other instanceof IndicatorLine line && line.sameBars(this))
                    ? crosses(values, line.values, cursor.at)
                    : Line.super.crossesAbove(other);
        }

        @Override
        public boolean crossesBelow(Line other) {
            return (other instanceof IndicatorLine line && line.sameBars(this))
                    ? crosses(line.values, values, cursor.at)
                    : Line.super.crossesBelow(other);
        }

        private boolean sameBars(IndicatorLine other) {
            return other.bars() == bars();
        }

        private EngineBars bars() {
            return EngineBars.this;
        }
    }

    /** What {@link Line#crossesAbove} says, read from the columns: strategies ask it at every bar. */
    private static boolean crosses(double[] upper, double[] lower, int at) {
        if (at < 1 || !(upper[at] > lower[at])) {
            return false;
        }
        int before = at - 1;
        while (before > 0 && upper[before] == lower[before]) {
            before--;
        }
        return upper[before] < lower[before];
    }
}
