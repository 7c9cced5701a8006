package futures.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and writes rows of {@code bar_chunk} with statements that are prepared once. */
final class ChunkTable implements AutoCloseable {
    private static final List<String> NAMES = List.of("time", "open", "high", "low", "close", "volume");
    private static final String PACKED = NAMES.stream()
            .map(name -> name + "_base, " + name + "_width, " + name + "_bytes")
            .collect(Collectors.joining(", "));
    private static final String FIELDS = "chunk_start, bars, time_unit, price_decimals, volume_decimals, " + PACKED;

    private final PreparedStatement select;
    private final PreparedStatement replace;
    private final PreparedStatement delete;

    ChunkTable(Connection connection) throws SQLException {
        select = connection.prepareStatement(
                "SELECT " + FIELDS + " FROM bar_chunk WHERE series_id = ? AND chunk_start = ?");
        String places = Stream.generate(() -> "?").limit(5 + 3L * NAMES.size()).collect(Collectors.joining(", "));
        replace = connection.prepareStatement("INSERT INTO bar_chunk (series_id, created_at, " + FIELDS
                + ") VALUES (?, ?, "
                + places + ") ON CONFLICT (series_id, chunk_start) DO UPDATE SET "
                + Stream.of(FIELDS.split(", ")).map(f -> f + " = excluded." + f).collect(Collectors.joining(", ")));
        delete = connection.prepareStatement("DELETE FROM bar_chunk WHERE series_id = ? AND chunk_start = ?");
    }

    /** The chunk that begins at an instant, or null. */
    Chunk load(long seriesId, long start) throws SQLException {
        select.setLong(1, seriesId);
        select.setLong(2, start);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? packed(row).unpack() : null;
        }
    }

    private static PackedChunk packed(ResultSet row) throws SQLException {
        PackedColumn[] columns = new PackedColumn[PackedChunk.COLUMNS];
        for (int i = 0; i < columns.length; i++) {
            int at = 6 + 3 * i;
            columns[i] = new PackedColumn(row.getLong(at), row.getInt(at + 1), row.getBytes(at + 2));
        }
        return new PackedChunk(row.getLong(1), row.getInt(2), row.getLong(3), row.getInt(4), row.getInt(5), columns);
    }

    void store(long seriesId, ChunkRows rows, long now) throws SQLException {
        PackedChunk chunk = PackedChunk.of(rows);
        replace.setLong(1, seriesId);
        replace.setLong(2, now);
        replace.setLong(3, chunk.start());
        replace.setInt(4, chunk.bars());
        replace.setLong(5, chunk.timeUnit());
        replace.setInt(6, chunk.priceDecimals());
        replace.setInt(7, chunk.volumeDecimals());
        for (int i = 0; i < chunk.columns().length; i++) {
            PackedColumn column = chunk.columns()[i];
            replace.setLong(8 + 3 * i, column.base());
            replace.setInt(9 + 3 * i, column.width());
            replace.setBytes(10 + 3 * i, column.bytes());
        }
        replace.executeUpdate();
    }

    void remove(long seriesId, long start) throws SQLException {
        delete.setLong(1, seriesId);
        delete.setLong(2, start);
        delete.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        try (select;
                replace) {
            delete.close();
        }
    }
}
