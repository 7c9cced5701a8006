package futures.data.quality;

import futures.model.BarSeries;
import futures.wire.data.QualityReport.StaleRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs of bars that say nothing new: no volume, and the same four prices as the bar before, or all four at its close. Such bars
 * are what a program fills gaps with.
 */
final class StaleCheck {
    /** Bars in a run from which on it counts. */
    static final int RUN = 10;

    private final BarSeries bars;
    private final List<StaleRun> runs = new ArrayList<>();

    StaleCheck(BarSeries bars) {
        this.bars = bars;
        int from = 1;
        for (int i = 1; i <= bars.size(); i++) {
            if (i == bars.size() || !repeats(i)) {
                if (i - from >= RUN) {
                    runs.add(new StaleRun(time(from), time(i - 1), i - from, bars.close(from)));
                }
                from = i + 1;
            }
        }
    }

    private Instant time(int i) {
        return Instant.ofEpochMilli(bars.openTime(i));
    }

    private boolean repeats(int i) {
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
        return runs.stream().mapToLong(StaleRun::bars).sum();
    }

    List<StaleRun> longest() {
        return runs.stream()
                .sorted(Comparator.comparingLong(StaleRun::bars).reversed())
                .limit(QualityCheck.LISTED)
                .toList();
    }
}
