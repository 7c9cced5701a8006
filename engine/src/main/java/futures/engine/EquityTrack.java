package futures.engine;

import futures.model.TradingDays;
import java.util.Arrays;

/**
 * Keeps of a run's equity what statistics need and no more: the end of each trading day and the deepest falls. They are
 * those of {@link futures.analytics.performance.Drawdown}, to the last bit.
 */
final class EquityTrack implements Marks {
    private final TradingDays days;
    private final TickColumns ticks;
    private final long[] daily;
    private int day;
    private int dayEnds;
    private long peak;
    /** Lowest equity since the peak. */
    private long low;

    private long deepest;
    private double deepestFraction;
    /** The bar marked last may be marked again, after fills at its close. */
    private int pendingBar = -1;

    private long pending;

    EquityTrack(Market market, long initialCash) {
        days = market.days();
        ticks = market.ticks();
        daily = new long[days.count()];
        dayEnds = days.lastBar(0);
        peak = initialCash;
        low = initialCash;
    }

    /** At the last close of each trading day. */
    long[] daily() {
        return daily;
    }

    long deepest() {
        return deepest;
    }

    /** With the fall that is under way; the bar marked last counts when the next one has been. */
    long deepestNow() {
        return Math.min(deepest, low - peak);
    }

    /** The same in parts of the peak. */
    double deepestFractionNow() {
        return peak > 0 ? Math.min(deepestFraction, Money.toDouble(low) / Money.toDouble(peak) - 1) : deepestFraction;
    }

    /**
     * At the last close of each trading day that is over.
     *
     * @param first place of the first one
     */
    long[] endedDays(int first) {
        return Arrays.copyOfRange(daily, first, Math.max(first, day));
    }

    double deepestFraction() {
        return deepestFraction;
    }

    @Override
    public void mark(int bar, long equity) {
        if (bar != pendingBar) {
            settle();
            pendingBar = bar;
        }
        pending = equity;
    }

    @Override
    public void flat(int from, int to, long equity) {
        if (from < to) {
            settle();
            see(equity);
            for (int bar = dayEnds; bar < to; bar = dayEnds) {
                endDay(equity);
            }
        }
    }

    @Override
    public int hold(int from, int to, long base, long perTick, long floor) {
        settle();
        if (floor > peak) {
            // a new peak may be below the floor: to be looked at bar by bar
            return from;
        }
        int bar = from;
        while (bar < to) {
            int block = bar / TickColumns.BLOCK;
            int end = Math.min(to, (block + 1) * TickColumns.BLOCK);
            boolean whole = end - bar == TickColumns.BLOCK;
            bar = whole && seenAtOnce(block, base, perTick, floor) ? end : each(bar, end, base, perTick, floor);
            if (bar < end) {
                break;
            }
        }
        endDays(bar, base, perTick);
        return bar;
    }

    /** Sees a whole block of bars by its extremes, if nothing in it matters but the lowest equity. */
    private boolean seenAtOnce(int block, long base, long perTick, long floor) {
        long atLowest = base + perTick * ticks.lowestClose(block);
        long atHighest = base + perTick * ticks.highestClose(block);
        long worst = Math.min(atLowest, atHighest);
        if (Math.max(atLowest, atHighest) >= peak || worst < floor) {
            return false;
        }
        low = Math.min(low, worst);
        return true;
    }

    /** Sees bar after bar; gives the first that is not seen, as {@link #hold} does. */
    private int each(int from, int to, long base, long perTick, long floor) {
        long highest = peak;
        long lowest = low;
        int[] closes = ticks.closesAlong(to - from);
        int step = ticks.stepOf(closes);
        int bar = from;
        for (int at = from * step + step - 1; bar < to; bar++, at += step) {
            long equity = base + perTick * closes[at];
            if (equity >= highest) {
                low = lowest;
                fall();
                highest = equity;
                lowest = equity;
                peak = equity;
            } else if (equity < lowest) {
                if (equity < floor) {
                    break;
                }
                lowest = equity;
            } else if (equity < floor) {
                break;
            }
        }
        low = lowest;
        return bar;
    }

    private void endDays(int bar, long base, long perTick) {
        for (int end = dayEnds; end < bar; end = dayEnds) {
            endDay(base + perTick * ticks.close(end));
        }
    }

    /** After the last bar. */
    void end() {
        settle();
        fall();
    }

    private void settle() {
        if (pendingBar >= 0) {
            see(pending);
            if (pendingBar == dayEnds) {
                endDay(pending);
            }
            pendingBar = -1;
        }
    }

    private void see(long equity) {
        if (equity >= peak) {
            fall();
            peak = equity;
            low = equity;
        } else {
            low = Math.min(low, equity);
        }
    }

    /** Counts the fall from the peak, which is over. */
    private void fall() {
        if (low < peak) {
            deepest = Math.min(deepest, low - peak);
            if (peak > 0) {
                deepestFraction = Math.min(deepestFraction, Money.toDouble(low) / Money.toDouble(peak) - 1);
            }
        }
    }

    private void endDay(long equity) {
        daily[day++] = equity;
        dayEnds = day < daily.length ? days.lastBar(day) : Integer.MAX_VALUE;
    }
}
