package futures.engine.twin;

import futures.model.BarSeries;
import futures.model.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Bars with their times, and the trading days that they make. */
public final class NaiveMarket {
    final String symbol;
    private final TradingCalendar calendar;
    private final List<NaiveBar> bars;
    private final List<Long> opens = new ArrayList<>();
    private final List<Long> closes = new ArrayList<>();
    private final List<NaiveBar> finer;
    private final List<Long> finerOpens = new ArrayList<>();
    private final NaiveRolls rolls;
    private final List<NaiveBar> seen = new ArrayList<>();

    /** @param finer bars in the bars, or null */
    public NaiveMarket(TradingCalendar calendar, BarSeries series, BarSeries finer, NaiveRolls rolls) {
        this.symbol = series.symbol();
        this.calendar = calendar;
        this.bars = NaiveBar.of(series);
        this.finer = finer == null ? List.of() : NaiveBar.of(finer);
        for (int i = 0; i < series.size(); i++) {
            opens.add(series.openTime(i));
            closes.add(series.openTime(i) + series.timeframe().millis());
        }
        for (int i = 0; finer != null && i < finer.size(); i++) {
            finerOpens.add(finer.openTime(i));
        }
        this.rolls = rolls;
        for (int i = 0; i < series.size(); i++) {
            NaiveBar bar = bars.get(i);
            seen.add(
                    rolls.none()
                            ? bar
                            : new NaiveBar(
                                    rolls.seen(this, i, bar.open()),
                                    rolls.seen(this, i, bar.high()),
                                    rolls.seen(this, i, bar.low()),
                                    rolls.seen(this, i, bar.close()),
                                    bar.volume()));
        }
    }

    int size() {
        return bars.size();
    }

    /** The bars as strategies see them. */
    List<NaiveBar> seen() {
        return seen;
    }

    NaiveRolls rolls() {
        return rolls;
    }

    NaiveBar bar(int bar) {
        return bars.get(bar);
    }

    long opensAt(int bar) {
        return opens.get(bar);
    }

    long closesAt(int bar) {
        return closes.get(bar);
    }

    /** The finer bars that lie in a bar; the bar itself when there are none. */
    List<NaiveBar> partsOf(int bar) {
        List<NaiveBar> parts = new ArrayList<>();
        for (int i = 0; i < finer.size(); i++) {
            if (finerOpens.get(i) >= opens.get(bar) && finerOpens.get(i) < closes.get(bar)) {
                parts.add(finer.get(i));
            }
        }
        return parts.isEmpty() ? List.of(bars.get(bar)) : parts;
    }

    // ---- trading days

    LocalDate day(int bar) {
        return calendar.tradingDay(opens.get(bar));
    }

    boolean lastOfDay(int bar) {
        return bar == bars.size() - 1 || !day(bar + 1).equals(day(bar));
    }

    /** Of the trading day of a bar; never, if there is no such bar. */
    int lastBarOfDay(int bar) {
        if (bar >= bars.size()) {
            return Integer.MAX_VALUE;
        }
        int last = bar;
        while (!lastOfDay(last)) {
            last++;
        }
        return last;
    }

    int firstBarOfNextDay(int bar) {
        int next = bar + 1;
        while (next < bars.size() && day(next).equals(day(bar))) {
            next++;
        }
        return next;
    }
}
