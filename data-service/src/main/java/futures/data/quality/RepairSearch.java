package futures.data.quality;

import futures.data.quality.RepairProposal.Change;
import futures.data.source.BarHeader;
import futures.data.store.Adjustment;
import futures.model.BarSeries;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.wire.data.RepairList.Remedy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds repairs. A bar that is repaired may show a fault in another one, so the rules go over the days until they find nothing more:
 * after all proposals have been applied there are none left. The rules are listed in {@code docs/data.md}.
 */
final class RepairSearch {
    /** Version of the rules. */
    static final int RULES = 1;

    /**
     * Crude oil settled below zero on 2020-04-20, and the exchange prepared all its energy products for it; nowhere else are such
     * prices taken for real.
     */
    private static final Set<String> MAY_BE_BELOW_ZERO = Set.of("CL", "MCL", "QM", "BZ", "NG", "RB", "HO");

    private static final int MOST_ROUNDS = 50;

    private final BarHeader header;
    private final TradingCalendar calendar;
    private final TickGrid grid;
    private final Consumer<RepairProposal> found;
    private final ShiftedWeeks shifted = new ShiftedWeeks();
    private final boolean aboveZero;

    /**
     * @param grid  null when not known
     * @param found hears the proposals in the order of time
     */
    RepairSearch(BarHeader header, TradingCalendar calendar, TickGrid grid, Consumer<RepairProposal> found) {
        this.header = header;
        this.calendar = calendar;
        this.grid = grid;
        this.found = found;
        String product = header.provenance().product();
        this.aboveZero = product != null
                && !MAY_BE_BELOW_ZERO.contains(product)
                && header.provenance().adjustment() != Adjustment.DIFFERENCE;
    }

    List<Remedy> remedies() {
        return shifted.remedies();
    }

    void add(Window window) {
        RepairedBars bars = new RepairedBars(window);
        if (!calendar.name().isEmpty() && header.timeframe().compareTo(Timeframe.DAY) < 0) {
            closed(window, bars);
        }
        int rounds = 0;
        while (round(bars) && rounds < MOST_ROUNDS) {
            rounds++;
        }
        propose(bars);
    }

    private void closed(Window window, RepairedBars bars) {
        OpenHours hours = new OpenHours(window.bars(), calendar);
        boolean[] closed = hours.closed(window.bars(), window.from(), window.to(), 0);
        shifted.take(window.bars(), window.from(), closed, hours);
        for (int i = 0; i < closed.length; i++) {
            if (closed[i]) {
                bars.delete(window.from() + i, RepairKind.CLOSED_BARS, "while the market was closed");
            }
        }
    }

    /** Whether something was repaired. */
    private boolean round(RepairedBars bars) {
        bars.begin();
        BarSeries now = bars.now();
        boolean changed = stale(bars, now);
        int i = 0;
        while (i < now.size()) {
            int end = Math.min(now.size(), now.firstAtOrAfter(calendar.endOf(calendar.tradingDay(now.openTime(i)))));
            changed |= day(bars, now, i, end);
            i = end;
        }
        return changed;
    }

    private boolean stale(RepairedBars bars, BarSeries now) {
        boolean changed = false;
        int from = 1;
        for (int i = 1; i <= now.size(); i++) {
            if (i == now.size() || !StaleCheck.repeats(now, i)) {
                for (int k = from; i - from >= StaleCheck.RUN && k < i; k++) {
                    changed |=
                            bars.deleteNow(k, RepairKind.STALE_BARS, "no volume, and a repetition of the bar before");
                }
                from = i + 1;
            }
        }
        return changed;
    }

    private boolean day(RepairedBars bars, BarSeries now, int from, int to) {
        int off = 0;
        int belowZero = 0;
        for (int i = from; i < to; i++) {
            off += grid == null ? 0 : off(now, i);
            belowZero += now.low(i) <= 0 ? 1 : 0;
        }
        boolean onGrid = grid != null && off < GridCheck.OFF_DAY * 4 * (to - from);
        boolean changed = false;
        boolean spiked = false;
        for (int i = from; i < to; i++) {
            if (!bars.open(i)) {
                continue;
            }
            double[] bar = {now.open(i), now.high(i), now.low(i), now.close(i)};
            if (BarRepair.broken(bar)) {
                changed |= bars.set(
                        i, RepairKind.BROKEN_BARS, BarRepair.mended(bar), "high and low must enclose open and close");
            } else if (aboveZero && bar[2] <= 0 && 2 * belowZero < (to - from)) {
                changed |= notAboveZero(bars, i, bar);
            } else if (onGrid && off(now, i) > 0) {
                changed |= bars.set(
                        i,
                        RepairKind.OFF_TICK_PRICES,
                        BarRepair.onGrid(bar, grid),
                        "prices off the tick grid of " + grid + " become the nearest tick");
            }
        }
        // A price beside one that is wrong is no spike for that.
        for (int i = from + 1; !changed && i < to - 1; i++) {
            if (bars.open(i)) {
                double[] bar = {now.open(i), now.high(i), now.low(i), now.close(i)};
                spiked |= spike(bars, now, i, bar);
            }
        }
        return changed || spiked;
    }

    private boolean notAboveZero(RepairedBars bars, int i, double[] bar) {
        if (bar[0] <= 0 || bar[3] <= 0) {
            String reason = "no price that " + header.provenance().product() + " can have";
            return bars.deleteNow(i, RepairKind.PRICES_NOT_ABOVE_ZERO, reason);
        }
        return bars.set(
                i,
                RepairKind.PRICES_NOT_ABOVE_ZERO,
                BarRepair.aboveZero(bar),
                "a low at or below zero becomes the lower of open and close");
    }

    private int off(BarSeries bars, int i) {
        return (grid.isOnGrid(bars.open(i)) ? 0 : 1)
                + (grid.isOnGrid(bars.high(i)) ? 0 : 1)
                + (grid.isOnGrid(bars.low(i)) ? 0 : 1)
                + (grid.isOnGrid(bars.close(i)) ? 0 : 1);
    }

    private boolean spike(RepairedBars bars, BarSeries now, int i, double[] bar) {
        double tick = grid == null ? 0 : grid.tickSize().doubleValue();
        double above = SpikeCheck.above(now, i);
        double below = SpikeCheck.below(now, i);
        double most = above > SpikeCheck.K * SpikeCheck.spread(now, i, above, tick)
                ? Math.max(now.high(i - 1), now.high(i + 1))
                : Double.POSITIVE_INFINITY;
        double least = below > SpikeCheck.K * SpikeCheck.spread(now, i, below, tick)
                ? Math.min(now.low(i - 1), now.low(i + 1))
                : Double.NEGATIVE_INFINITY;
        if (most == Double.POSITIVE_INFINITY && least == Double.NEGATIVE_INFINITY) {
            return false;
        }
        return bars.set(
                i,
                RepairKind.SPIKES,
                BarRepair.within(bar, least, most),
                "a price that left and came back ends at the "
                        + (most < Double.POSITIVE_INFINITY ? "higher high" : "lower low") + " of its neighbours");
    }

    /** One for each bar that is changed, one for each run of bars that are deleted for the same. */
    private void propose(RepairedBars bars) {
        List<Change> run = new ArrayList<>();
        Set<RepairKind> kinds = EnumSet.noneOf(RepairKind.class);
        String reason = "";
        int last = -2;
        for (int i = 0; i < bars.size(); i++) {
            if (!bars.changed(i)) {
                continue;
            }
            boolean goesOn = last == i - 1
                    && bars.deleted(i)
                    && run.get(run.size() - 1).after() == null
                    && kinds.equals(bars.kinds(i));
            if (!goesOn && !run.isEmpty()) {
                tell(run, kinds, reason);
                run.clear();
            }
            run.add(bars.change(i));
            kinds = bars.kinds(i);
            reason = bars.reason(i);
            last = i;
        }
        if (!run.isEmpty()) {
            tell(run, kinds, reason);
        }
    }

    private void tell(List<Change> run, Set<RepairKind> kinds, String reason) {
        found.accept(RepairProposal.of(header.symbol(), header.timeframe().toString(), kinds, reason, run));
    }
}
