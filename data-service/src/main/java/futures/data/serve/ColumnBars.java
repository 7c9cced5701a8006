package futures.data.serve;

import futures.data.source.BarHeader;
import futures.data.source.Made;
import futures.data.store.Chunk;
import futures.data.store.ChunkRows;
import futures.kit.columnar.Column;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnOutput;
import futures.kit.columnar.ColumnWriter;
import futures.kit.columnar.ParquetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Bars in columns: {@code timestamp} in UTC milliseconds and five columns of doubles; made bars have {@code close_time}
 * besides.
 */
public final class ColumnBars implements BarOutput {
    /** Names and types of the columns, in their order. */
    public static final List<Column> COLUMNS = List.of(
            Column.timestamp("timestamp"),
            Column.float64("open"),
            Column.float64("high"),
            Column.float64("low"),
            Column.float64("close"),
            Column.float64("volume"));

    private static final List<Column> WITH_CLOSES = Stream.concat(
                    COLUMNS.stream(), Stream.of(Column.timestamp("close_time")))
            .toList();

    private static final int ARROW_BATCH = 32_768;
    /** Readers pass over whole groups by their times; smaller ones would be more heads than bars. */
    private static final int PARQUET_GROUP = 131_072;

    /** Begins to write in a format. */
    private interface Format {
        ColumnOutput begin(List<Column> columns, Map<String, String> metadata) throws IOException;
    }

    private final Format format;
    private final ServedBars served;
    private final int capacity;
    private final long[] time;
    private final long[] closeTime;
    private final double[][] values;
    private ColumnOutput output;
    private int filled;

    private ColumnBars(Format format, ServedBars served, int batch) {
        this.format = format;
        this.served = served;
        this.capacity = (int) Math.min(batch, Math.max(1, served.count()));
        this.time = new long[capacity];
        this.closeTime = served.header().made() == null ? null : new long[capacity];
        this.values = new double[5][capacity];
    }

    /** An Arrow IPC stream. */
    public static BarOutput arrow(OutputStream out, ServedBars served) {
        return new ColumnBars((columns, metadata) -> new ColumnWriter(out, columns, metadata), served, ARROW_BATCH);
    }

    /** A Parquet file, in the memory of one of its groups. */
    public static BarOutput parquet(OutputStream out, ServedBars served) {
        return new ColumnBars((columns, metadata) -> new ParquetWriter(out, columns, metadata), served, PARQUET_GROUP);
    }

    @Override
    public void begin() throws IOException {
        BarHeader header = served.header();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("symbol", header.symbol());
        metadata.put("timeframe", header.form());
        if (header.provenance().product() != null) {
            metadata.put("product", header.provenance().product());
        }
        metadata.put("synthetic", Boolean.toString(header.provenance().synthetic()));
        metadata.put("adjustment", header.provenance().adjustment().text());
        metadata.put("revision", header.tag());
        metadata.put("count", Long.toString(served.count()));
        if (header.made() != null) {
            made(metadata, header.made());
        }
        output = format.begin(closeTime == null ? COLUMNS : WITH_CLOSES, metadata);
    }

    private static void made(Map<String, String> metadata, Made made) {
        metadata.put("made_from", made.from().toString());
        metadata.put("form", made.form().toString());
        metadata.put("hours", made.form().hours().text());
        if (made.form().settlement() != null) {
            metadata.put("settlement", made.form().settlement().toString());
        }
        metadata.put("approximate", Boolean.toString(!made.approximation().isEmpty()));
        metadata.put("approximation", made.approximation());
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
            if (closeTime != null) {
                System.arraycopy(chunk.closeTime(), start, closeTime, filled, count);
            }
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
            swap(time, a, b);
            if (closeTime != null) {
                swap(closeTime, a, b);
            }
            for (double[] column : values) {
                double value = column[a];
                column[a] = column[b];
                column[b] = value;
            }
        }
    }

    private static void swap(long[] times, int a, int b) {
        long instant = times[a];
        times[a] = times[b];
        times[b] = instant;
    }

    private void flush() throws IOException {
        if (filled > 0) {
            output.write(
                    closeTime == null
                            ? new ColumnBatch(
                                    COLUMNS, filled, time, values[0], values[1], values[2], values[3], values[4])
                            : new ColumnBatch(
                                    WITH_CLOSES,
                                    filled,
                                    time,
                                    values[0],
                                    values[1],
                                    values[2],
                                    values[3],
                                    values[4],
                                    closeTime));
            filled = 0;
        }
    }

    @Override
    public void end() throws IOException {
        flush();
        output.end();
    }
}
