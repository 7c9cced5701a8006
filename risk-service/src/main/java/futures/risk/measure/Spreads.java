package futures.risk.measure;

import futures.analytics.ruin.Spread;
import futures.wire.risk.Distribution;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Drawn figures on their way to the wire. */
final class Spreads {
    private static final int[] PERCENTS = {0, 1, 5, 25, 50, 75, 90, 95, 99, 100};
    private static final int PART = 500;

    private Spreads() {}

    static Distribution wire(Spread spread) {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        for (int percent : PERCENTS) {
            percentiles.put("p" + percent, spread.count() == 0 ? null : (Double) spread.at(percent / 100.0));
        }
        boolean none = spread.count() == 0;
        return new Distribution(
                spread.count(),
                none ? null : (Double) spread.mean(),
                none ? null : (Double) spread.deviation(),
                percentiles);
    }

    /** Ranges of paths on all processors: what they come to does not depend on how many there are. */
    static void inParts(int paths, Range range) {
        IntConsumer part = i -> range.fill(i * PART, Math.min(paths, (i + 1) * PART));
        IntStream.range(0, (paths + PART - 1) / PART).parallel().forEach(part);
    }

    /** Fills paths from one up to, not including, another. */
    interface Range {
        void fill(int from, int to);
    }
}
