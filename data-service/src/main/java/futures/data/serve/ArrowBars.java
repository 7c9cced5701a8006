package futures.data.serve;

import futures.data.source.BarHeader;
import futures.data.store.Chunk;
import futures.data.store.ChunkRows;
import futures.kit.columnar.Column;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bars as an Arrow IPC stream: {@code timestamp} in UTC milliseconds and five columns of doubles. */
public final class ArrowBars implements BarOutput {
    /** Names and types of the columns, in their order. */
    public static final List<Column> COLUMNS = List.of(
            Column.timestamp("timestamp"),
            Column.float64("open"),
            Column.float64("high"),
            Column.float64("low"),
            Column.float64("close"),
            Column.float64("volume"));

    private static final int BATCH = 32_768;

    private final OutputStream out;
    private final ServedBars served;
    private final int capacity;
    private final long[] time;
    private final double[][] values;
    private ColumnWriter writer;
    private int filled;

    public ArrowBars(OutputStream out, ServedBars served) {
        this.out = out;
        this.served = served;
        this.capacity = (int) Math.min(BATCH, Math.max(1, served.count()));
        this.time = new long[capacity];
        this.values = new double[5][capacity];
    }

    @Override
    public void begin() throws IOException {
        BarHeader header = served.header();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("symbol", header.symbol());
        metadata.put("timeframe", header.timeframe().toString());
        if (header.provenance().product() != null) {
            metadata.put("product", header.provenance().product());
        }
        metadata.put("synthetic", Boolean.toString(header.provenance().synthetic()));
        metadata.put("adjustment", header.provenance().adjustment().text());
        metadata.put("revision", header.tag());
        metadata.put("count", Long.toString(served.count()));
        writer = new ColumnWriter(out, COLUMNS, metadata);
    }

    @Override
    public void bars(Chunk chunk, int from, int to) throws IOException {
        int first = from;
        int last = to;
        while (first < last) {
            int count = Math.min(last - first, capacity - filled);
            // Newest first takes from the end of the chunk.
            int start = served.newestFirst() ? last - count : first;
            System.arraycopy(chunk.time(), start, time, filled, count);
            for (int column = ChunkRows.OPEN; column <= ChunkRows.VOLUME; column++) {
                chunk.doubles(column, start, start + count, values[column], filled);
            }
            if (served.newestFirst()) {
                reverse(filled, filled + count);
                last -= count;
            } else {
                first += count;
            }
            filled += count;
            if (filled == capacity) {
                flush();
            }
        }
    }

    private void reverse(int from, int to) {
        for (int a = from, b = to - 1; a < b; a++, b--) {
            long instant = time[a];
            time[a] = time[b];
            time[b] = instant;
            for (double[] column : values) {
                double value = column[a];
                column[a] = column[b];
                column[b] = value;
            }
        }
    }

    private void flush() throws IOException {
        if (filled > 0) {
            writer.write(new ColumnBatch(COLUMNS, filled, time, values[0], values[1], values[2], values[3], values[4]));
            filled = 0;
        }
    }

    @Override
    public void end() throws IOException {
        flush();
        writer.end();
    }
}
