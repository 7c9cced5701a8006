package futures.data.source;

import futures.data.store.BarStream;
import futures.data.store.Chunk;
import futures.model.TickGrid;
import futures.model.bars.BarSink;
import futures.model.bars.MadeBars;
import futures.model.bars.TooManyBars;

/** Made bars that open in a range, in columns as they are served. */
final class FormedColumns implements BarSink {
    private final long from;
    private final long to;
    private int priceDecimals;
    private int volumeDecimals;
    private final MadeBars bars = new MadeBars();
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
        if (bars.size() == FormedBars.MOST) {
            throw new TooManyBars("these are more than " + FormedBars.MOST + " bars, which are made when asked for");
        }
        bars.bar(opened, closed, open, high, low, close, volume);
    }

    int count() {
        return bars.size();
    }

    void whole(boolean all) {
        whole = all;
    }

    /** Whether all bars of the source were used, so that there are no older ones. */
    boolean whole() {
        return whole;
    }

    BarStream newest(long limit) {
        int first = (int) Math.max(0, bars.size() - limit);
        long[][] prices = new long[4][];
        for (int c = 0; c < prices.length; c++) {
            prices[c] = scaled(c, first, priceDecimals);
        }
        return new OneChunk(new Chunk(
                bars.openTimes(first),
                bars.closeTimes(first),
                prices,
                priceDecimals,
                scaled(MadeBars.VOLUME, first, volumeDecimals),
                volumeDecimals));
    }

    /** The doubles are the nearest to decimals, so that rounding finds these again. */
    private long[] scaled(int column, int first, int decimals) {
        double factor = Math.pow(10, decimals);
        long[] scaled = new long[bars.size() - first];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.round(bars.value(column, first + i) * factor);
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
