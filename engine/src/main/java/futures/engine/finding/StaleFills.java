package futures.engine.finding;

import futures.model.BarSeries;
import futures.model.Fill;
import futures.model.Session;
import futures.model.TradingCalendar;
import futures.model.bars.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Fills after minutes without data: the price that a trader would have had is not there. */
final class StaleFills implements Check {
    /** Missing bars; fewer are usual in a quiet market, where nothing traded. */
    static final int BARS = 5;
    /** Missing time: the halt of CME's equity index products until June 2021 is 15 minutes and no hole. */
    static final long MILLIS = 15 * 60_000L;
    /** Share of fills above which holes in the data make a good part of the result. */
    static final double MANY = 0.01;

    @Override
    public Optional<Finding> look(RunFacts run) {
        int stale = 0;
        int fills = 0;
        long longest = 0;
        long when = 0;
        for (Holding holding : run.holdings()) {
            Set<Integer> fresh = new HashSet<>();
            for (Fill fill : holding.fills()) {
                fills++;
                long missing = fresh.contains(fill.bar()) ? 0 : missing(holding, fill.bar());
                if (missing == 0) {
                    fresh.add(fill.bar());
                    continue;
                }
                stale++;
                if (missing > longest) {
                    longest = missing;
                    when = fill.time();
                }
            }
        }
        if (stale == 0) {
            return Optional.empty();
        }
        return Wording.found(
                "stale_fills",
                stale > MANY * fills ? Severity.WARNING : Severity.NOTE,
                stale + " of " + Wording.count(fills, "fill", "fills")
                        + " came in the first bar after a hole in a trading day; the longest, before the fill of "
                        + Instant.ofEpochMilli(when) + ", lasted "
                        + Wording.count(longest / 60_000, "minute", "minutes") + ".",
                "Look at the quality report of the series and fill the holes; those fills may be far from any price that"
                        + " was there.");
    }

    /** Milliseconds without data before a bar while its trading day was open; 0 when they are few. */
    private static long missing(Holding holding, int bar) {
        BarSeries bars = holding.bars();
        // Bars of the night have the whole day's regular hours between them, and that is no hole.
        if (bar == 0 || bars.form().endsWith(Hours.OVERNIGHT.text())) {
            return 0;
        }
        long gap = bars.openTime(bar) - bars.closeTime(bar - 1);
        if (gap <= MILLIS || gap < BARS * bars.timeframe().millis()) {
            return 0;
        }
        TradingCalendar calendar = holding.contract().calendar();
        LocalDate day = calendar.tradingDay(bars.openTime(bar));
        if (!day.equals(calendar.tradingDay(bars.openTime(bar - 1)))) {
            return 0;
        }
        long open = 0;
        for (Session session : calendar.sessions(day)) {
            long from = Math.max(session.opens(), bars.closeTime(bar - 1));
            open += Math.max(0, Math.min(session.closes(), bars.openTime(bar)) - from);
        }
        return open <= MILLIS ? 0 : open;
    }
}
