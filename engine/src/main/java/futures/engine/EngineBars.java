package futures.engine;

import futures.model.Bar;
import futures.model.BarSeries;
import futures.model.TradingDays;
import futures.model.bars.Hours;
import futures.strategy.Bars;
import futures.strategy.Line;
import java.time.LocalDate;
import java.util.Arrays;

/** The series that strategies see, up to a cursor that only the engine moves. */
final class EngineBars implements Bars {
    private final BarSeries bars;
    private final TradingDays days;
    private final MarketCursor cursor;
    /** The session that the strategy asked for; that of the whole trading day unless it did. */
    private SessionEnds session;

    EngineBars(MarketCursor cursor) {
        this.cursor = cursor;
        this.bars = cursor.market.signals();
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
    public boolean inSession() {
        return session().contains(at());
    }

    SessionEnds session() {
        if (session == null) {
            session = cursor.market.sessionEnds(Hours.ALL, 0);
        }
        return session;
    }

    void session(Hours hours, int minutesBeforeEnd) {
        session = cursor.market.sessionEnds(hours, minutesBeforeEnd);
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
        /** With each line that was asked about: strategies ask at every bar, mostly about the same one. */
        private Crosses[] known = {};

        private Crosses last = new Crosses(new double[0], null);

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
            return (other instanceof IndicatorLine line && line.bars() == bars())
                    ? crossesNow(with(line.values), true)
                    : Line.super.crossesAbove(other);
        }

        @Override
        public boolean crossesBelow(Line other) {
            return (other instanceof IndicatorLine line && line.bars() == bars())
                    ? crossesNow(with(line.values), false)
                    : Line.super.crossesBelow(other);
        }

        private boolean crossesNow(Crosses crosses, boolean upwards) {
            return crosses.next(cursor.at) == cursor.at && crosses.upwards() == upwards;
        }

        private Crosses with(double[] others) {
            if (!last.with(others)) {
                last = find(others);
            }
            return last;
        }

        private Crosses find(double[] others) {
            for (Crosses crosses : known) {
                if (crosses.with(others)) {
                    return crosses;
                }
            }
            known = Arrays.copyOf(known, known.length + 1);
            known[known.length - 1] = new Crosses(values, others);
            return known[known.length - 1];
        }

        private EngineBars bars() {
            return EngineBars.this;
        }
    }

    /**
     * The crosses of two lines of these bars.
     *
     * @throws IllegalArgumentException when one of them is a line of other bars
     */
    Crosses crosses(Line one, Line other) {
        if (one instanceof IndicatorLine first
                && other instanceof IndicatorLine second
                && first.bars() == this
                && second.bars() == this) {
            return new Crosses(first.values, second.values);
        }
        throw new IllegalArgumentException("both lines must be of the bars that the strategy is called for");
    }
}
