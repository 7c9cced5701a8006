package futures.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes bars, and the open interest that came with them, out of a series within one transaction of the caller. */
public final class BarDeletion {
    private BarDeletion() {}

    /**
     * Deletes the bars with {@code from <= open time < to}, and the series with its last bar.
     *
     * @return how many there were
     */
    public static long delete(Connection connection, Series series, long from, long to, long now) throws SQLException {
        long slot = series.timeframe().millis();
        long length = ChunkRows.SLOTS * slot;
        long deleted = 0;
        try (ChunkTable chunks = new ChunkTable(connection)) {
            for (long start : starts(connection, series)) {
                if (start + length <= from || start >= to) {
                    continue;
                }
                Chunk chunk = chunks.load(series.id(), start);
                int first = chunk.firstAtOrAfter(from);
                int last = chunk.firstAtOrAfter(to);
                deleted += last - first;
                if (last - first == chunk.size()) {
                    chunks.remove(series.id(), start);
                } else if (last > first) {
                    chunks.store(series.id(), without(chunk, first, last, start, slot), now);
                }
            }
            OpenInterestTable.delete(connection, series, from, to);
            if (deleted == series.bars()) {
                SeriesTable.delete(connection, series);
            } else if (deleted > 0) {
                forgetFiles(connection, series);
                List<Long> left = starts(connection, series);
                Chunk oldest = chunks.load(series.id(), left.get(0));
                Chunk newest = chunks.load(series.id(), left.get(left.size() - 1));
                SeriesTable.update(
                        connection,
                        series.changed(
                                series.bars() - deleted, oldest.time()[0], newest.time()[newest.size() - 1], now));
            }
        }
        return deleted;
    }

    /** What is gone must come back when its file is imported once more. */
    private static void forgetFiles(Connection connection, Series series) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE import_file SET options = NULL WHERE series_id = ?")) {
            update.setLong(1, series.id());
            update.executeUpdate();
        }
    }

    private static ChunkRows without(Chunk chunk, int first, int last, long start, long slotMillis) {
        ChunkRows all = chunk.rows(start, slotMillis);
        ChunkRows left = new ChunkRows(start, slotMillis);
        for (int i = 0; i < chunk.size(); i++) {
            if (i < first || i >= last) {
                left.put(all, all.slotOf(chunk.time()[i]));
            }
        }
        return left;
    }

    private static List<Long> starts(Connection connection, Series series) throws SQLException {
        List<Long> starts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT chunk_start FROM bar_chunk WHERE series_id = ? ORDER BY chunk_start")) {
            select.setLong(1, series.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    starts.add(row.getLong(1));
                }
            }
        }
        return starts;
    }
}
