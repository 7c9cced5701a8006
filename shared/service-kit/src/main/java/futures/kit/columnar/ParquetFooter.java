package futures.kit.columnar;

import static futures.kit.columnar.ThriftCompact.BINARY;
import static futures.kit.columnar.ThriftCompact.I32;
import static futures.kit.columnar.ThriftCompact.STRUCT;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** The headers of a Parquet file; numbers are those of {@code parquet.thrift}. */
final class ParquetFooter {
    private static final int INT64 = 2;
    private static final int DOUBLE = 5;
    private static final int REQUIRED = 0;
    private static final int TIMESTAMP_MILLIS = 9;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int GZIP = 2;
    private static final int DATA_PAGE = 0;

    private ParquetFooter() {}

    /** Rows that lie together, one chunk for each column. */
    record Group(List<Chunk> chunks, int rows) {}

    /**
     * One column of a group.
     *
     * @param offset  of its page header in the file
     * @param plain   bytes of header and values before packing
     * @param packed  bytes in the file
     * @param least   smallest value of a column of integers, so that readers can pass over groups; null for doubles
     */
    record Chunk(long offset, long plain, long packed, Long least, Long most) {}

    static Chunk chunk(long offset, long plain, long packed, Object values, int rows) {
        if (!(values instanceof long[] longs) || rows == 0) {
            return new Chunk(offset, plain, packed, null, null);
        }
        long least = longs[0];
        long most = longs[0];
        for (int i = 1; i < rows; i++) {
            least = Math.min(least, longs[i]);
            most = Math.max(most, longs[i]);
        }
        return new Chunk(offset, plain, packed, least, most);
    }

    static byte[] pageHeader(int rows, int plainBytes, int packedBytes) {
        ThriftCompact header = new ThriftCompact();
        header.i32(1, DATA_PAGE).i32(2, plainBytes).i32(3, packedBytes);
        header.struct(5).i32(1, rows).i32(2, PLAIN).i32(3, RLE).i32(4, RLE).end();
        return header.end().toBytes();
    }

    static byte[] of(List<Column> columns, Map<String, String> metadata, List<Group> groups) {
        ThriftCompact file = new ThriftCompact();
        file.i32(1, 1);
        file.list(2, STRUCT, columns.size() + 1);
        file.struct().text(4, "schema").i32(5, columns.size()).end();
        columns.forEach(column -> schema(file, column));
        file.i64(3, groups.stream().mapToLong(Group::rows).sum());
        file.list(4, STRUCT, groups.size());
        groups.forEach(group -> group(file, columns, group));
        file.list(5, STRUCT, metadata.size());
        metadata.forEach(
                (key, value) -> file.struct().text(1, key).text(2, value).end());
        file.text(6, "personal-futures-backtester");
        // Least and most are in the order of the type.
        file.list(7, STRUCT, columns.size());
        columns.forEach(column -> file.struct().struct(1).end().end());
        return file.end().toBytes();
    }

    private static void schema(ThriftCompact file, Column column) {
        file.struct().i32(1, type(column)).i32(3, REQUIRED).text(4, column.name());
        if (column.type() == ColumnType.TIMESTAMP_MS) {
            // The older name of the type, and the newer one, which says that it is UTC.
            file.i32(6, TIMESTAMP_MILLIS);
            file.struct(10)
                    .struct(8)
                    .flag(1, true)
                    .struct(2)
                    .struct(1)
                    .end()
                    .end()
                    .end()
                    .end();
        }
        file.end();
    }

    private static int type(Column column) {
        return column.type().isLong() ? INT64 : DOUBLE;
    }

    private static void group(ThriftCompact file, List<Column> columns, Group group) {
        file.struct().list(1, STRUCT, columns.size());
        for (int i = 0; i < columns.size(); i++) {
            chunk(file, columns.get(i), group.chunks().get(i), group.rows());
        }
        file.i64(2, group.chunks().stream().mapToLong(Chunk::plain).sum());
        file.i64(3, group.rows()).end();
    }

    private static void chunk(ThriftCompact file, Column column, Chunk chunk, int rows) {
        file.struct().i64(2, chunk.offset()).struct(3);
        file.i32(1, type(column)).list(2, I32, 1).element(PLAIN);
        file.list(3, BINARY, 1).element(column.name()).i32(4, GZIP);
        file.i64(5, rows).i64(6, chunk.plain()).i64(7, chunk.packed()).i64(9, chunk.offset());
        if (chunk.least() != null) {
            file.struct(12)
                    .i64(3, 0)
                    .binary(5, eight(chunk.most()))
                    .binary(6, eight(chunk.least()))
                    .end();
        }
        file.end().end();
    }

    private static byte[] eight(long value) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }
}
