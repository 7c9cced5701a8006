package futures.kit.columnar;

import static futures.kit.columnar.ArrowMessages.BYTES_PER_VALUE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes batches of columns as one Apache Parquet file, from front to end, so that it can be streamed: every batch is a row
 * group, every column of it one page in plain encoding, packed by gzip. No value is missing.
 *
 * <p>{@link #end()} writes the footer, without which no reader takes the file: one that failed half way is never taken for a
 * whole one. The output stream is flushed, never closed. A group takes its own size in memory, as it is written.
 *
 * @see <a href="https://github.com/apache/parquet-format">the format</a>, whose field numbers these are
 */
public final class ParquetWriter implements ColumnOutput {
    /** Media type registered for Apache Parquet. */
    public static final String MEDIA_TYPE = "application/vnd.apache.parquet";

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK_VALUES = 8192;

    private final OutputStream out;
    private final List<Column> columns;
    private final Map<String, String> metadata;
    private final List<ParquetFooter.Group> groups = new ArrayList<>();
    private final ByteBuffer chunk =
            ByteBuffer.allocate(CHUNK_VALUES * BYTES_PER_VALUE).order(ByteOrder.LITTLE_ENDIAN);
    private long position;

    /**
     * Writes the first bytes at once.
     *
     * @param metadata key-value pairs kept in the footer, e.g. the symbol; may be empty
     */
    public ParquetWriter(OutputStream out, List<Column> columns, Map<String, String> metadata) throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        this.metadata = metadata;
        write(MAGIC);
    }

    @Override
    public void write(ColumnBatch batch) throws IOException {
        if (!batch.columns().equals(columns)) {
            throw new IllegalArgumentException(
                    "the file has the columns " + columns + ", the batch " + batch.columns());
        }
        List<ParquetFooter.Chunk> chunks = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            chunks.add(writePage(batch.values(column), batch.rows()));
        }
        groups.add(new ParquetFooter.Group(chunks, batch.rows()));
    }

    private ParquetFooter.Chunk writePage(Object values, int rows) throws IOException {
        byte[] packed = pack(values, rows);
        int plainBytes = Math.multiplyExact(rows, BYTES_PER_VALUE);
        byte[] header = ParquetFooter.pageHeader(rows, plainBytes, packed.length);
        long offset = position;
        write(header);
        write(packed);
        return ParquetFooter.chunk(
                offset, header.length + (long) plainBytes, header.length + (long) packed.length, values, rows);
    }

    private byte[] pack(Object values, int rows) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new FastGzip(packed)) {
            for (int from = 0; from < rows; from += CHUNK_VALUES) {
                int count = Math.min(CHUNK_VALUES, rows - from);
                if (values instanceof long[] longs) {
                    chunk.asLongBuffer().put(longs, from, count);
                } else {
                    chunk.asDoubleBuffer().put((double[]) values, from, count);
                }
                gzip.write(chunk.array(), 0, count * BYTES_PER_VALUE);
            }
        }
        return packed.toByteArray();
    }

    @Override
    public void end() throws IOException {
        byte[] footer = ParquetFooter.of(columns, metadata, groups);
        write(footer);
        write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array());
        write(MAGIC);
        out.flush();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    /** The fastest level: higher ones take several times as long for a few per cent. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 14);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
