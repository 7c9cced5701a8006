package futures.kit.columnar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Thrift's compact protocol, as much of it as the headers of a Parquet file need: structs, lists, integers, booleans, bytes.
 *
 * @see <a href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">the protocol</a>
 */
final class ThriftCompact {
    static final int I32 = 5;
    static final int BINARY = 8;
    static final int STRUCT = 12;

    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int I64 = 6;
    private static final int LIST = 9;
    private static final int LONG_FORM = 15;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    /** Number of the field written last, for each struct that is open. */
    private final Deque<Integer> last = new ArrayDeque<>();

    ThriftCompact() {
        last.push(0);
    }

    ThriftCompact i32(int field, int value) {
        head(field, I32);
        varint(zigzag(value));
        return this;
    }

    ThriftCompact i64(int field, long value) {
        head(field, I64);
        varint(zigzag(value));
        return this;
    }

    ThriftCompact flag(int field, boolean value) {
        head(field, value ? TRUE : FALSE);
        return this;
    }

    ThriftCompact text(int field, String value) {
        return binary(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ThriftCompact binary(int field, byte[] value) {
        head(field, BINARY);
        element(value);
        return this;
    }

    /** A struct as a field; {@link #end()} closes it. */
    ThriftCompact struct(int field) {
        head(field, STRUCT);
        last.push(0);
        return this;
    }

    /** A struct as an element of a list; {@link #end()} closes it. */
    ThriftCompact struct() {
        last.push(0);
        return this;
    }

    /** Ends the struct that was begun last, or the outermost one. */
    ThriftCompact end() {
        last.pop();
        bytes.write(0);
        return this;
    }

    /** The head of a list, whose elements follow. */
    ThriftCompact list(int field, int elementType, int size) {
        head(field, LIST);
        if (size < LONG_FORM) {
            bytes.write((size << 4) | elementType);
        } else {
            bytes.write(0xF0 | elementType);
            varint(size);
        }
        return this;
    }

    ThriftCompact element(int value) {
        varint(zigzag(value));
        return this;
    }

    ThriftCompact element(String value) {
        return element(value.getBytes(StandardCharsets.UTF_8));
    }

    private ThriftCompact element(byte[] value) {
        varint(value.length);
        bytes.write(value, 0, value.length);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private void head(int field, int type) {
        int step = field - last.pop();
        last.push(field);
        if (step < 1 || step > LONG_FORM) {
            throw new IllegalArgumentException("field " + field + " does not follow the one before within 15");
        }
        bytes.write((step << 4) | type);
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    private void varint(long value) {
        long left = value;
        for (; (left & ~0x7FL) != 0; left >>>= 7) {
            bytes.write((int) ((left & 0x7F) | 0x80));
        }
        bytes.write((int) left);
    }
}
