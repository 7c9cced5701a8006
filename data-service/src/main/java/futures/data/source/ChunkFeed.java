package futures.data.source;

import futures.data.store.Chunk;
import futures.data.store.ChunkRows;
import futures.model.bars.BarMaker;
import java.util.function.LongUnaryOperator;

/** Leads the bars of chunks into a maker. */
final class ChunkFeed {
    private final BarMaker maker;
    private final FormedColumns made;
    private final long length;
    private final LongUnaryOperator ends;
    private double[][] columns = new double[5][0];
    private long from = Long.MIN_VALUE;
    private boolean begun;

    /** @param ends of the day or week of an instant, when the one in which the chunks begin is not whole; else null */
    ChunkFeed(BarMaker maker, FormedColumns made, long length, LongUnaryOperator ends) {
        this.maker = maker;
        this.made = made;
        this.length = length;
        this.ends = ends;
    }

    void add(Chunk chunk, int first, int last) {
        if (!begun) {
            begun = true;
            from = ends == null ? Long.MIN_VALUE : ends.applyAsLong(chunk.time()[first]);
        }
        int start = Math.max(first, chunk.firstAtOrAfter(from));
        if (start >= last) {
            return;
        }
        if (columns[0].length < last - start) {
            columns = new double[5][last - start];
        }
        for (int column = ChunkRows.OPEN; column <= ChunkRows.VOLUME; column++) {
            chunk.doubles(column, start, last, columns[column], 0);
        }
        made.decimals(chunk.priceDecimals(), chunk.volumeDecimals());
        for (int i = start; i < last; i++) {
            int at = i - start;
            long time = chunk.time()[i];
            maker.add(
                    time,
                    time + length,
                    columns[0][at],
                    columns[1][at],
                    columns[2][at],
                    columns[3][at],
                    columns[4][at]);
        }
    }
}
