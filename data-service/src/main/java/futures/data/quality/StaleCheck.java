package futures.data.quality;

import futures.model.BarSeries;
import futures.wire.data.QualityReport.StaleRun;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Runs of bars that say nothing new: no volume, and the same four prices as the bar before, or all four at its close. Such bars
 * are what a program fills gaps with.
 */
final class StaleCheck {
    /** Bars in a run from which on it counts. */
    static final int RUN = 10;

    private static final Comparator<StaleRun> LENGTH =
            Comparator.comparingLong(StaleRun::bars).thenComparing(StaleRun::from, Comparator.reverseOrder());

    /** The longest ones, the shortest of them at the head; of two that are as long, the earlier one is kept. */
    private final PriorityQueue<StaleRun> longest = new PriorityQueue<>(LENGTH);

    private long count;
    /** Of the run that may go on. */
    private long bars;

    private long from;
    private long to;
    private double price;

    void add(Window window) {
        for (int i = window.from(); i < window.to(); i++) {
            if (i > 0 && repeats(window.bars(), i)) {
                if (bars == 0) {
                    from = window.bars().openTime(i);
                    price = window.bars().close(i);
                }
                to = window.bars().openTime(i);
                bars++;
            } else {
                end();
            }
        }
        if (window.last()) {
            end();
        }
    }

    private void end() {
        if (bars >= RUN) {
            count += bars;
            longest.add(new StaleRun(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), bars, price));
            if (longest.size() > QualityCheck.LISTED) {
                longest.remove();
            }
        }
        bars = 0;
    }

    /** Whether a bar that is not the first one says nothing new. */
    static boolean repeats(BarSeries bars, int i) {
        if (bars.volume(i) != 0) {
            return false;
        }
        double before = bars.close(i - 1);
        boolean flat = bars.high(i) == before && bars.low(i) == before;
        boolean same = bars.open(i) == bars.open(i - 1)
                && bars.high(i) == bars.high(i - 1)
                && bars.low(i) == bars.low(i - 1)
                && bars.close(i) == before;
        return flat || same;
    }

    /** Bars in all runs. */
    long count() {
        return count;
    }

    List<StaleRun> longest() {
        return longest.stream().sorted(LENGTH.reversed()).toList();
    }
}
