package futures.kit.columnar;

import static futures.kit.columnar.ArrowMessages.BYTES_PER_VALUE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/**
 * Writes batches of columns as one Arrow IPC stream.
 *
 * <p>{@link #end()} writes the end mark and is called only when everything has been written: a stream that failed half way
 * stays without it, and {@link ColumnReader} tells the difference. The output stream is flushed, never closed.
 */
public final class ColumnWriter implements ColumnOutput {
    /** Media type registered for an Arrow IPC stream. */
    public static final String MEDIA_TYPE = "application/vnd.apache.arrow.stream";

    private static final int CONTINUATION = 0xFFFFFFFF;
    private static final int CHUNK_VALUES = 8192;

    private final OutputStream out;
    private final List<Column> columns;
    private final ByteBuffer chunk =
            ByteBuffer.allocate(CHUNK_VALUES * BYTES_PER_VALUE).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * Writes the schema at once.
     *
     * @param metadata key-value pairs kept in the schema, e.g. the symbol; may be empty
     */
    public ColumnWriter(OutputStream out, List<Column> columns, Map<String, String> metadata) throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        writeMessage(ArrowMessages.schema(columns, metadata));
    }

    @Override
    public void write(ColumnBatch batch) throws IOException {
        if (!batch.columns().equals(columns)) {
            throw new IllegalArgumentException(
                    "the stream has the columns " + columns + ", the batch " + batch.columns());
        }
        writeMessage(ArrowMessages.recordBatch(columns.size(), batch.rows()));
        for (int column = 0; column < columns.size(); column++) {
            writeValues(batch.values(column), batch.rows());
        }
    }

    private void writeValues(Object values, int rows) throws IOException {
        for (int from = 0; from < rows; from += CHUNK_VALUES) {
            int count = Math.min(CHUNK_VALUES, rows - from);
            if (values instanceof long[] longs) {
                chunk.asLongBuffer().put(longs, from, count);
            } else {
                chunk.asDoubleBuffer().put((double[]) values, from, count);
            }
            out.write(chunk.array(), 0, count * BYTES_PER_VALUE);
        }
    }

    @Override
    public void end() throws IOException {
        writeFrame(CONTINUATION, 0);
        out.flush();
    }

    private void writeMessage(ByteBuffer metadata) throws IOException {
        int length = metadata.remaining();
        int padding = -length & 7;
        writeFrame(CONTINUATION, length + padding);
        out.write(metadata.array(), metadata.arrayOffset() + metadata.position(), length);
        out.write(new byte[padding]);
    }

    private void writeFrame(int first, int second) throws IOException {
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(first)
                .putInt(second)
                .array());
    }
}
