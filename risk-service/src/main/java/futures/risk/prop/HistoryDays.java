package futures.risk.prop;

import futures.analytics.propfirm.DayPath;
import futures.kit.http.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a backtest into the trading days of a firm, with what equity did at the closes of bars, and inside trades where that
 * is certain. A low inside a trade is put before the close of its bar of entry, when the floor was no higher than when it
 * happened; a high before the close of its bar of exit, by when it had happened.
 */
final class HistoryDays {
    private final StoredRun run;
    private final Plan plan;
    private final long[] lows;
    private final long[] highs;
    private final long[] closed;

    private HistoryDays(StoredRun run, Plan plan) {
        this.run = run;
        this.plan = plan;
        this.lows = new long[run.bars()];
        Arrays.setAll(lows, run::equity);
        this.highs = lows.clone();
        this.closed = plan.followsRealised() ? closedBalances() : null;
    }

    static History of(StoredRun run, Plan plan) {
        if (run.bars() == 0 || run.days().isEmpty()) {
            throw Problem.unprocessable("The backtest has no bars; run it on a period with data.");
        }
        return new HistoryDays(run, plan).cut();
    }

    private History cut() {
        int[] ends = ends();
        tighten(ends);
        ContractUse.Walk use = ContractUse.of(run.trips(), trip -> plan.weight(run.product(trip.symbol())))
                .walk();
        List<FirmDay> days = new ArrayList<>();
        int elsewhere = 0;
        int overnight = 0;
        for (int day = 0, from = 0; day < ends.length; from = ends[day++]) {
            if (ends[day] == from) {
                continue;
            }
            double contracts = use.mostUntil(run.time(ends[day] - 1));
            overnight += use.held() > 0 ? 1 : 0;
            elsewhere += run.equity(ends[day] - 1) == run.days().get(day).equity() ? 0 : 1;
            days.add(day(day, from, ends[day], contracts));
        }
        return new History(run.id(), days, run.trips(), notes(elsewhere, overnight, AloneTrips.flatAtEnd(run)));
    }

    /** Bars before the end of each trading day by the firm's clock; what comes after the last one counts for it. */
    private int[] ends() {
        int[] ends = new int[run.days().size()];
        int bar = 0;
        for (int day = 0; day < ends.length; day++) {
            long end = run.days()
                    .get(day)
                    .day()
                    .atTime(plan.dayEnds())
                    .atZone(plan.zone())
                    .toInstant()
                    .toEpochMilli();
            while (bar < run.bars() && (run.time(bar) <= end || day == ends.length - 1)) {
                bar++;
            }
            ends[day] = bar;
        }
        return ends;
    }

    private void tighten(int[] ends) {
        for (AloneTrips.Alone alone : AloneTrips.of(run)) {
            int entry = run.barAfter(alone.trip().entryTime().toEpochMilli());
            int exit = run.barAfter(alone.trip().exitTime().toEpochMilli());
            if (exit < run.bars() && dayOf(entry, ends) == dayOf(exit, ends)) {
                lows[entry] = Math.min(lows[entry], alone.low());
                highs[exit] = Math.max(highs[exit], alone.high());
            }
        }
    }

    private static int dayOf(int bar, int[] ends) {
        int found = Arrays.binarySearch(ends, bar + 1);
        return found >= 0 ? found : -found - 1;
    }

    /** What was closed by the close of each bar. */
    private long[] closedBalances() {
        long[] balances = new long[run.bars()];
        long balance = run.initial();
        int next = 0;
        for (int bar = 0; bar < balances.length; bar++) {
            while (next < run.trips().size() && run.trips().get(next).exitTime().toEpochMilli() < run.time(bar)) {
                balance += Millionths.of(run.trips().get(next++).net());
            }
            balances[bar] = balance;
        }
        return balances;
    }

    private FirmDay day(int day, int from, int to, double contracts) {
        long opened = run.equityBefore(from);
        int points = to - from;
        for (int bar = from; bar < to; bar++) {
            points += lows[bar] < run.equity(bar) ? 1 : 0;
        }
        long[] times = new long[points];
        long[] followed = new long[points];
        long[] equity = new long[points];
        boolean[] within = new boolean[points];
        int i = 0;
        for (int bar = from; bar < to; bar++) {
            if (lows[bar] < run.equity(bar)) {
                times[i] = run.time(bar);
                followed[i] = DayPath.NOTHING;
                equity[i] = lows[bar] - opened;
                within[i++] = true;
            }
            times[i] = run.time(bar);
            followed[i] = (closed == null ? highs[bar] : closed[bar]) - opened;
            equity[i++] = run.equity(bar) - opened;
        }
        DayPath path = new DayPath(followed, equity, within, contracts, contracts > 0);
        return new FirmDay(run.days().get(day).day(), path, times, contracts);
    }

    private static List<String> notes(int elsewhere, int overnight, boolean flat) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Equity is known at the closes of bars. What it did within them is known only where a round trip was held"
                        + " alone within one day: then its worst and its best count, at the bar of entry and of exit. A real account"
                        + " is watched at every tick and may have met a limit that is not seen here.");
        if (elsewhere > 0) {
            notes.add(elsewhere
                    + " trading days of the exchange ended at another time than the firm's; bars between count for"
                    + " the firm's day.");
        }
        if (overnight > 0) {
            notes.add("Something was held over the end of " + overnight
                    + " trading days; such a day begins with what it was" + " worth there.");
        }
        if (!flat) {
            notes.add(
                    "What is open at the end of the backtest is no round trip: its contracts, and how long it was held, do not"
                            + " count.");
        }
        return notes;
    }
}
