package futures.data.quality;

import futures.data.store.ChunkRows;
import futures.wire.data.RepairList.Change;
import futures.wire.data.RepairList.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;

/** Bars before and after a repair as answers show them. */
final class ShownBars {
    /** Of one repair. */
    static final int MOST = 20;

    private ShownBars() {}

    /** Prices as they are checked; null for a bar that is not there. */
    static Change change(long time, double[] before, double[] after) {
        return new Change(Instant.ofEpochMilli(time), values(before), values(after));
    }

    /** Prices as they are stored; null for a bar that is not there. */
    static Change change(long time, long[] before, long[] after) {
        return change(time, doubles(before), doubles(after));
    }

    private static double[] doubles(long[] bar) {
        return bar == null
                ? null
                : Arrays.stream(bar)
                        .mapToDouble(value ->
                                BigDecimal.valueOf(value, ChunkRows.DECIMALS).doubleValue())
                        .toArray();
    }

    private static Values values(double[] bar) {
        return bar == null ? null : new Values(bar[0], bar[1], bar[2], bar[3], bar[4]);
    }
}
