package futures.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sets and deletes single bars of a series within one transaction of the caller. */
public final class BarEdits {
    private BarEdits() {}

    /**
     * The bars at some times as they are: open, high, low, close, volume in units of 10<sup>-9</sup>; no entry where there is none.
     */
    public static SortedMap<Long, long[]> read(Connection connection, Series series, Iterable<Long> times)
            throws SQLException {
        long slot = series.timeframe().millis();
        SortedMap<Long, long[]> found = new TreeMap<>();
        try (ChunkTable chunks = new ChunkTable(connection)) {
            ChunkRows rows = null;
            for (long time : times) {
                long start = ChunkRows.startOf(time, slot);
                if (rows == null || rows.start() != start) {
                    Chunk chunk = chunks.load(series.id(), start);
                    rows = chunk == null ? new ChunkRows(start, slot) : chunk.rows(start, slot);
                }
                int at = rows.slotOf(time);
                if (rows.has(at) && rows.time(at) == time) {
                    found.put(time, rows.values(at));
                }
            }
        }
        return found;
    }

    /**
     * Gives bars their new values, by open time; null deletes.
     *
     * @return the series as it is then
     * @throws IllegalStateException when no bar would be left
     */
    public static Series write(Connection connection, Series series, SortedMap<Long, long[]> values, long now)
            throws SQLException {
        long slot = series.timeframe().millis();
        SortedMap<Long, SortedMap<Long, long[]>> byChunk = new TreeMap<>();
        for (Map.Entry<Long, long[]> entry : values.entrySet()) {
            byChunk.computeIfAbsent(ChunkRows.startOf(entry.getKey(), slot), start -> new TreeMap<>())
                    .put(entry.getKey(), entry.getValue());
        }
        long bars = series.bars();
        try (ChunkTable chunks = new ChunkTable(connection)) {
            for (Map.Entry<Long, SortedMap<Long, long[]>> part : byChunk.entrySet()) {
                long start = part.getKey();
                Chunk chunk = chunks.load(series.id(), start);
                ChunkRows rows = chunk == null ? new ChunkRows(start, slot) : chunk.rows(start, slot);
                bars -= rows.size();
                part.getValue().forEach((time, bar) -> set(rows, time, bar));
                bars += rows.size();
                if (rows.size() == 0) {
                    chunks.remove(series.id(), start);
                } else {
                    chunks.store(series.id(), rows, now);
                }
            }
            if (bars == 0) {
                throw new IllegalStateException("no bar would be left");
            }
            long[] ends = ends(connection, series);
            Chunk oldest = chunks.load(series.id(), ends[0]);
            Chunk newest = chunks.load(series.id(), ends[1]);
            Series changed = series.changed(bars, oldest.time()[0], newest.time()[newest.size() - 1], now);
            SeriesTable.update(connection, changed);
            return changed;
        }
    }

    private static void set(ChunkRows rows, long time, long[] bar) {
        if (bar == null) {
            rows.remove(rows.slotOf(time));
        } else {
            rows.put(time, bar[0], bar[1], bar[2], bar[3], bar[4]);
        }
    }

    /** Starts of the first and the last chunk. */
    private static long[] ends(Connection connection, Series series) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT"
                + " (SELECT min(chunk_start) FROM bar_chunk WHERE series_id = ?),"
                + " (SELECT max(chunk_start) FROM bar_chunk WHERE series_id = ?)")) {
            select.setLong(1, series.id());
            select.setLong(2, series.id());
            try (ResultSet row = select.executeQuery()) {
                return new long[] {row.getLong(1), row.getLong(2)};
            }
        }
    }
}
