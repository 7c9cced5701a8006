package futures.engine.twin;

import futures.model.BarSeries;
import futures.model.TradingCalendar;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Bars with their times, and the trading days that they make. */
public final class NaiveMarket {
    final String symbol;
    final NaiveRules rules;
    private final List<LocalDate> days = new ArrayList<>();
    private final List<NaiveBar> bars;
    private final List<Long> closes = new ArrayList<>();
    private final List<NaiveBar> finer;
    private final NaiveRolls rolls;
    /** Contracts that the bar still has; null for no limit. */
    Integer volumeLeft;

    private int volumeOf = -1;
    private final List<NaiveBar> seen = new ArrayList<>();

    /** @param finer bars in the bars, or null */
    public NaiveMarket(
            NaiveRules rules, TradingCalendar calendar, BarSeries series, BarSeries finer, NaiveRolls rolls) {
        this.symbol = series.symbol();
        this.rules = rules;
        this.bars = NaiveBar.of(series);
        this.finer = finer == null ? List.of() : NaiveBar.of(finer);
        for (int i = 0; i < series.size(); i++) {
            days.add(calendar.tradingDay(series.openTime(i)));
            closes.add(series.openTime(i) + series.timeframe().millis());
        }
        this.rolls = rolls;
        for (int i = 0; i < series.size(); i++) {
            NaiveBar bar = bars.get(i);
            seen.add(
                    rolls.none()
                            ? bar
                            : new NaiveBar(
                                    bar.opensAt(),
                                    rolls.seen(this, i, bar.open()),
                                    rolls.seen(this, i, bar.high()),
                                    rolls.seen(this, i, bar.low()),
                                    rolls.seen(this, i, bar.close()),
                                    bar.volume()));
        }
    }

    /** All traders together have a share of a bar's volume. */
    void enter(int bar) {
        if (bar != volumeOf) {
            volumeOf = bar;
            volumeLeft = rules.share.signum() == 0
                    ? null
                    : rules.share
                            .multiply(bar(bar).volume())
                            .setScale(0, RoundingMode.FLOOR)
                            .intValueExact();
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
        return bars.get(bar).opensAt();
    }

    long closesAt(int bar) {
        return closes.get(bar);
    }

    /** The finer bars that lie in a bar; the bar itself when there are none. */
    List<NaiveBar> partsOf(int bar) {
        List<NaiveBar> parts = new ArrayList<>();
        for (NaiveBar part : finer) {
            if (part.opensAt() >= opensAt(bar) && part.opensAt() < closesAt(bar)) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? List.of(bars.get(bar)) : parts;
    }

    // ---- trading days

    LocalDate day(int bar) {
        return days.get(bar);
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

    /** The first bar, from one on, that begins a trading day. */
    int firstBarOfADay(int from) {
        int first = from;
        while (first > 0 && first < bars.size() && day(first).equals(day(first - 1))) {
            first++;
        }
        return first;
    }

    /** The first bar after one that opens at a time or later. */
    int firstBarAfter(int bar, long time) {
        int first = bar + 1;
        while (first < bars.size() && opensAt(first) < time) {
            first++;
        }
        return first;
    }
}
