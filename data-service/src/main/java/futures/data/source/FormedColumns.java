package futures.data.source;

import futures.data.store.BarStream;
import futures.data.store.Chunk;
import futures.model.TickGrid;
import futures.model.bars.BarSink;
import futures.model.bars.TooManyBars;
import java.util.Arrays;

/** Made bars that open in a range, in columns as they are served. */
final class FormedColumns implements BarSink {
    private final long from;
    private final long to;
    private int priceDecimals;
    private int volumeDecimals;
    private long[] openTime = new long[256];
    private long[] closeTime = new long[256];
    private final double[][] columns = new double[5][256];
    private int size;
    private boolean whole;

    FormedColumns(long from, long to, TickGrid ticks) {
        this.from = from;
        this.to = to;
        this.priceDecimals = ticks == null ? 0 : ticks.tickSize().scale();
    }

    /** Of a part of the bars that these are made of. */
    void decimals(int ofPrices, int ofVolumes) {
        priceDecimals = Math.max(priceDecimals, ofPrices);
        volumeDecimals = Math.max(volumeDecimals, ofVolumes);
    }

    @Override
    public void bar(long opened, long closed, double open, double high, double low, double close, double volume) {
        if (opened < from || opened >= to) {
            return;
        }
        if (size == FormedBars.MOST) {
            throw new TooManyBars("these are more than " + FormedBars.MOST + " bars, which are made when asked for");
        }
        if (size == openTime.length) {
            openTime = Arrays.copyOf(openTime, size * 2);
            closeTime = Arrays.copyOf(closeTime, size * 2);
            for (int c = 0; c < columns.length; c++) {
                columns[c] = Arrays.copyOf(columns[c], size * 2);
            }
        }
        openTime[size] = opened;
        closeTime[size] = closed;
        columns[0][size] = open;
        columns[1][size] = high;
        columns[2][size] = low;
        columns[3][size] = close;
        columns[4][size] = volume;
        size++;
    }

    int count() {
        return size;
    }

    void whole(boolean all) {
        whole = all;
    }

    /** Whether all bars of the source were used, so that there are no older ones. */
    boolean whole() {
        return whole;
    }

    BarStream newest(long limit) {
        int first = (int) Math.max(0, size - limit);
        long[][] prices = new long[4][];
        for (int c = 0; c < prices.length; c++) {
            prices[c] = scaled(columns[c], first, priceDecimals);
        }
        return new OneChunk(new Chunk(
                Arrays.copyOfRange(openTime, first, size),
                Arrays.copyOfRange(closeTime, first, size),
                prices,
                priceDecimals,
                scaled(columns[4], first, volumeDecimals),
                volumeDecimals));
    }

    /** The doubles are the nearest to decimals, so that rounding finds these again. */
    private long[] scaled(double[] values, int first, int decimals) {
        double factor = Math.pow(10, decimals);
        long[] scaled = new long[size - first];
        for (int i = first; i < size; i++) {
            scaled[i - first] = Math.round(values[i] * factor);
        }
        return scaled;
    }

    private record OneChunk(Chunk chunk) implements BarStream {
        @Override
        public long count() {
            return chunk.size();
        }

        @Override
        public <E extends Exception> void forEach(Visitor<E> visitor) throws E {
            if (chunk.size() > 0) {
                visitor.visit(chunk, 0, chunk.size());
            }
        }

        @Override
        public <E extends Exception> void forEachNewestFirst(Visitor<E> visitor) throws E {
            forEach(visitor);
        }

        @Override
        public void close() {
            // in memory
        }
    }
}
