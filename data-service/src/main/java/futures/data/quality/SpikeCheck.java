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

    private final BarSeries bars;
    private final double tick;
    private final List<Mark> first = new ArrayList<>();
    private long count;

    /** @param tick one price step, the least that the spread is taken to be; 0 when not known */
    SpikeCheck(BarSeries bars, TradingCalendar calendar, double tick) {
        this.bars = bars;
        this.tick = tick;
        int i = 0;
        while (i < bars.size()) {
            long end = calendar.endOf(calendar.tradingDay(bars.openTime(i)));
            int next = bars.firstAtOrAfter(end);
            for (int k = i + 1; k < next - 1; k++) {
                look(k, "high", bars.high(k), bars.high(k) - Math.max(bars.high(k - 1), bars.high(k + 1)));
                look(k, "low", bars.low(k), Math.min(bars.low(k - 1), bars.low(k + 1)) - bars.low(k));
            }
            i = next;
        }
    }

    long count() {
        return count;
    }

    List<Mark> first() {
        return List.copyOf(first);
    }

    private void look(int i, String what, double price, double excursion) {
        // The spread is never below a tick: most bars are done with here.
        if (!(excursion > K * tick && excursion > range(i - 1) + range(i + 1))) {
            return;
        }
        double spread = Math.max(tick, spread(i));
        if (excursion > K * spread) {
            if (first.size() < QualityCheck.LISTED) {
                String reason =
                        String.format(Locale.ROOT, "%.6g beyond both neighbours; usual change %.6g", excursion, spread);
                first.add(new Mark(Instant.ofEpochMilli(bars.openTime(i)), what, price, reason));
            }
            count++;
        }
    }

    private double range(int i) {
        return bars.high(i) - bars.low(i);
    }

    /** Of the changes from close to close around a bar, without the two that it takes part in. */
    private double spread(int i) {
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
