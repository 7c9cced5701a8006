package futures.data.quality;

import futures.model.BarSeries;
import futures.model.TradingCalendar;
import futures.wire.data.QualityReport.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prices that leave and come back within one bar: by how much a high lies above the highs of both neighbours, or a low below both
 * lows, beside {@code K × 1.4826 × MAD} of the 50 changes of closes around it. A move that stays is none.
 *
 * <p>The window of 50 and the factor of 10 are rule Q4 of Barndorff-Nielsen, Hansen, Lunde and Shephard, "Realized kernels in
 * practice: trades and quotes" (2009); here with the median deviation of changes, which neither a spike nor a trend widens. Two
 * things besides keep what is real apart: a price must also lie further out than both neighbours are high together, since news leaves
 * wide bars behind and an error does not; and a trading day's first and last bar are not judged, for they have a neighbour on
 * one side only.
 */
final class SpikeCheck {
    static final double K = 10;
    private static final int SIDE = 25;

    private final TradingCalendar calendar;
    private final double tick;
    private final List<Mark> first = new ArrayList<>();
    private long count;

    /** @param tick one price step, the least that the spread is taken to be; 0 when not known */
    SpikeCheck(TradingCalendar calendar, double tick) {
        this.calendar = calendar;
        this.tick = tick;
    }

    void add(Window window) {
        BarSeries bars = window.bars();
        int i = window.from();
        while (i < window.to()) {
            long end = calendar.endOf(calendar.tradingDay(bars.openTime(i)));
            int next = bars.firstAtOrAfter(end);
            for (int k = i + 1; k < next - 1; k++) {
                look(bars, k, "high", bars.high(k), above(bars, k));
                look(bars, k, "low", bars.low(k), below(bars, k));
            }
            i = next;
        }
    }

    /** By how much a bar's high lies above those of both neighbours. */
    static double above(BarSeries bars, int i) {
        return bars.high(i) - Math.max(bars.high(i - 1), bars.high(i + 1));
    }

    static double below(BarSeries bars, int i) {
        return Math.min(bars.low(i - 1), bars.low(i + 1)) - bars.low(i);
    }

    long count() {
        return count;
    }

    List<Mark> first() {
        return List.copyOf(first);
    }

    private void look(BarSeries bars, int i, String what, double price, double excursion) {
        double spread = spread(bars, i, excursion, tick);
        if (excursion > K * spread) {
            if (first.size() < QualityCheck.LISTED) {
                String reason =
                        String.format(Locale.ROOT, "%.6g beyond both neighbours; usual change %.6g", excursion, spread);
                first.add(new Mark(Instant.ofEpochMilli(bars.openTime(i)), what, price, reason));
            }
            count++;
        }
    }

    /** The usual change around a bar, at least a tick; infinite for an excursion that cannot be a spike whatever is usual. */
    static double spread(BarSeries bars, int i, double excursion, double tick) {
        // The spread is never below a tick: most bars are done with here.
        return excursion > K * tick && excursion > range(bars, i - 1) + range(bars, i + 1)
                ? Math.max(tick, spread(bars, i))
                : Double.POSITIVE_INFINITY;
    }

    private static double range(BarSeries bars, int i) {
        return bars.high(i) - bars.low(i);
    }

    /** Of the changes from close to close around a bar, without the two that it takes part in. */
    private static double spread(BarSeries bars, int i) {
        int from = Math.max(1, i - SIDE);
        int to = Math.min(bars.size() - 1, i + 1 + SIDE);
        double[] changes = new double[to - from + 1];
        int n = 0;
        for (int k = from; k <= to; k++) {
            if (k != i && k != i + 1) {
                changes[n++] = bars.close(k) - bars.close(k - 1);
            }
        }
        return n == 0 ? Double.POSITIVE_INFINITY : Robust.deviation(Arrays.copyOf(changes, n));
    }
}
