package futures.kit.columnar;

import static futures.kit.columnar.ArrowMessages.BYTES_PER_VALUE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/**
 * Reads an Arrow IPC stream batch by batch, or whole into one array per column.
 *
 * <p>The end mark is required: a stream that stops without it was cut off on its way, and that is an error here.
 */
public final class ColumnReader {
    private static final int CONTINUATION = 0xFFFFFFFF;
    private static final int MOST_METADATA = 1 << 24;
    private static final int CHUNK_BYTES = 1 << 16;

    private final InputStream in;
    private final ArrowSchema schema;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final ByteBuffer chunkBuffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    private boolean ended;

    /** Reads the schema at once. The input stream is never closed here. */
    public ColumnReader(InputStream in) throws IOException {
        this.in = in;
        Message message = readMessage();
        if (message == null || message.headerType() != MessageHeader.Schema) {
            throw new ColumnStreamException("the stream does not begin with a schema");
        }
        schema = ArrowSchema.of((Schema) message.header(new Schema()));
    }

    public List<Column> columns() {
        return schema.columns();
    }

    /** Key-value pairs of the schema. */
    public Map<String, String> metadata() {
        return schema.metadata();
    }

    /** The next batch, or null after the last one. */
    public ColumnBatch next() throws IOException {
        Message message = ended ? null : readMessage();
        if (message == null) {
            return null;
        }
        if (message.headerType() != MessageHeader.RecordBatch) {
            throw new ColumnStreamException("a " + MessageHeader.name(message.headerType())
                    + " message stands where a record batch was expected");
        }
        return readBatch((RecordBatch) message.header(new RecordBatch()), message.bodyLength());
    }

    /** All that is left, in one batch whose arrays are exactly as long as its rows. */
    public ColumnBatch readAll() throws IOException {
        List<ColumnBatch> batches = new ArrayList<>();
        long total = 0;
        for (ColumnBatch batch = next(); batch != null; batch = next()) {
            batches.add(batch);
            total += batch.rows();
        }
        if (batches.size() == 1) {
            return batches.get(0);
        }
        int rows = Math.toIntExact(total);
        Object[] values = new Object[columns().size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = join(batches, column, rows);
        }
        return new ColumnBatch(columns(), rows, values);
    }

    private Object join(List<ColumnBatch> batches, int column, int rows) {
        Object joined = newArray(columns().get(column), rows);
        int at = 0;
        for (ColumnBatch batch : batches) {
            System.arraycopy(batch.values(column), 0, joined, at, batch.rows());
            at += batch.rows();
        }
        return joined;
    }

    private ColumnBatch readBatch(RecordBatch batch, long bodyLength) throws IOException {
        int width = columns().size();
        if (batch.compression() != null) {
            throw new ColumnStreamException("the stream is compressed; write it without compression");
        }
        if (batch.nodesLength() != width || batch.buffersLength() != 2 * width) {
            throw new ColumnStreamException("a batch has " + batch.nodesLength() + " columns, the schema " + width);
        }
        if (batch.length() < 0 || batch.length() > Integer.MAX_VALUE / BYTES_PER_VALUE) {
            throw new ColumnStreamException("a batch of " + batch.length() + " rows is too long");
        }
        int rows = (int) batch.length();
        Object[] values = new Object[width];
        long position = 0;
        for (int column = 0; column < width; column++) {
            String name = columns().get(column).name();
            if (batch.nodes(column).nullCount() != 0) {
                throw new ColumnStreamException("column '" + name + "' has missing values");
            }
            Buffer buffer = batch.buffers(2 * column + 1);
            long bytes = (long) rows * BYTES_PER_VALUE;
            if (buffer.offset() < position || buffer.length() < bytes || buffer.offset() + bytes > bodyLength) {
                throw new ColumnStreamException("the values of column '" + name + "' do not lie where the batch says");
            }
            skip(buffer.offset() - position);
            values[column] = readValues(columns().get(column), rows);
            position = buffer.offset() + bytes;
        }
        skip(bodyLength - position);
        return new ColumnBatch(columns(), rows, values);
    }

    private Object readValues(Column column, int rows) throws IOException {
        // Grown as bytes arrive, so that a damaged length cannot ask for memory that no data fills.
        int capacity = Math.min(rows, 1 << 20);
        Object values = newArray(column, capacity);
        for (int from = 0; from < rows; ) {
            int count = Math.min(CHUNK_BYTES / BYTES_PER_VALUE, rows - from);
            readFully(chunk, count * BYTES_PER_VALUE);
            if (from + count > capacity) {
                capacity = (int) Math.min(rows, capacity * 2L);
                values = values instanceof long[] longs
                        ? Arrays.copyOf(longs, capacity)
                        : Arrays.copyOf((double[]) values, capacity);
            }
            if (values instanceof long[] longs) {
                chunkBuffer.asLongBuffer().get(longs, from, count);
            } else {
                chunkBuffer.asDoubleBuffer().get((double[]) values, from, count);
            }
            from += count;
        }
        return values;
    }

    private static Object newArray(Column column, int length) {
        return column.type().isLong() ? new long[length] : new double[length];
    }

    /** The next message's metadata, or null at the end mark. */
    private Message readMessage() throws IOException {
        byte[] frame = new byte[8];
        readFully(frame, frame.length);
        ByteBuffer header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt() != CONTINUATION) {
            throw new ColumnStreamException("this is no Arrow IPC stream: a message does not begin with FFFFFFFF");
        }
        int length = header.getInt();
        if (length == 0) {
            ended = true;
            return null;
        }
        if (length < 0 || length > MOST_METADATA) {
            throw new ColumnStreamException("a message says that its metadata takes " + length + " bytes");
        }
        byte[] metadata = new byte[length];
        readFully(metadata, length);
        return Message.getRootAsMessage(ByteBuffer.wrap(metadata).order(ByteOrder.LITTLE_ENDIAN));
    }

    private void readFully(byte[] target, int length) throws IOException {
        int read = in.readNBytes(target, 0, length);
        if (read < length) {
            throw new ColumnStreamException("the stream was cut off before its end mark");
        }
    }

    private void skip(long bytes) throws IOException {
        for (long left = bytes; left > 0; ) {
            int count = (int) Math.min(left, CHUNK_BYTES);
            readFully(chunk, count);
            left -= count;
        }
    }
}
