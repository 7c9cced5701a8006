package futures.data.store;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Bars of one chunk as they are served: in order, with prices and volumes as integers of their own decimals.
 *
 * <p>{@code value / 10^decimals} is the double nearest to the decimal number, the same that {@code Double.parseDouble} gives
 * for its text, because both integers are exact as doubles.
 *
 * @param time           open times, epoch milliseconds, ascending
 * @param closeTime      when each bar is complete; null when all are as long as their timeframe
 * @param prices         open, high, low, close
 * @param priceDecimals  decimals of the prices, the fewest that show all of them
 * @param volumeDecimals decimals of the volumes, 0 for whole contracts
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared as values
public record Chunk(
        long[] time, long[] closeTime, long[][] prices, int priceDecimals, long[] volume, int volumeDecimals) {
    /** Up to here a double holds every integer, so that one division rounds once. */
    private static final long EXACT = 1L << 53;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    public Chunk(long[] time, long[][] prices, int priceDecimals, long[] volume, int volumeDecimals) {
        this(time, null, prices, priceDecimals, volume, volumeDecimals);
    }

    public int size() {
        return time.length;
    }

    /** Puts bars {@code from} up to {@code to} of a column into an array of doubles. */
    public void doubles(int column, int from, int to, double[] target, int at) {
        long[] source = column == ChunkRows.VOLUME ? volume : prices[column];
        double divisor = POWERS[column == ChunkRows.VOLUME ? volumeDecimals : priceDecimals];
        for (int i = from; i < to; i++) {
            long value = source[i];
            target[at + i - from] = Math.abs(value) <= EXACT
                    ? value / divisor
                    : BigDecimal.valueOf(value, column == ChunkRows.VOLUME ? volumeDecimals : priceDecimals)
                            .doubleValue();
        }
    }

    /** Index of the first bar at or after an instant; {@link #size()} when there is none. */
    public int firstAtOrAfter(long epochMillis) {
        int found = Arrays.binarySearch(time, epochMillis);
        return found >= 0 ? found : -found - 1;
    }

    ChunkRows rows(long start, long slotMillis) {
        ChunkRows rows = new ChunkRows(start, slotMillis);
        long priceUnit = (long) POWERS[ChunkRows.DECIMALS - priceDecimals];
        long volumeUnit = (long) POWERS[ChunkRows.DECIMALS - volumeDecimals];
        for (int i = 0; i < time.length; i++) {
            rows.put(
                    time[i],
                    prices[ChunkRows.OPEN][i] * priceUnit,
                    prices[ChunkRows.HIGH][i] * priceUnit,
                    prices[ChunkRows.LOW][i] * priceUnit,
                    prices[ChunkRows.CLOSE][i] * priceUnit,
                    volume[i] * volumeUnit);
        }
        return rows;
    }
}
