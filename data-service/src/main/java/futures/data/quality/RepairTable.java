package futures.data.quality;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Repairs that were made, with the bars before and after, exactly. */
final class RepairTable {
    private static final String COLUMNS = "id, proposal, kinds, reason, rules, bars, applied_at, undone_at";
    private static final int VALUES = 5;

    private RepairTable() {}

    /** @param undoneAt epoch milliseconds; null: in force */
    record Row(
            long id,
            String proposal,
            String kinds,
            String reason,
            int rules,
            long bars,
            long appliedAt,
            Long undoneAt) {}

    /** Values in units of 10<sup>-9</sup>; {@code after} is null for a bar that was deleted. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as values
    record Bar(long time, long[] before, long[] after) {}

    static void add(
            Connection connection,
            long seriesId,
            RepairProposal proposal,
            SortedMap<Long, long[]> before,
            Map<Long, long[]> after,
            long now)
            throws SQLException {
        long id;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO repair (series_id, proposal, kinds, reason, rules, first_time, bars, applied_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")) {
            insert.setLong(1, seriesId);
            insert.setString(2, proposal.id());
            insert.setString(3, String.join(",", proposal.kindNames()));
            insert.setString(4, proposal.reason());
            insert.setInt(5, RepairSearch.RULES);
            insert.setLong(6, proposal.time());
            insert.setLong(7, proposal.changes().size());
            insert.setLong(8, now);
            try (ResultSet row = insert.executeQuery()) {
                id = row.getLong(1);
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO repair_bar VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (RepairProposal.Change change : proposal.changes()) {
                insert.setLong(1, id);
                insert.setLong(2, change.time());
                set(insert, 3, before.get(change.time()));
                set(insert, 3 + VALUES, after.get(change.time()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, int at, long[] values) throws SQLException {
        for (int i = 0; i < VALUES; i++) {
            insert.setObject(at + i, values == null ? null : values[i]);
        }
    }

    /** Newest first, those with numbers below the cursor. */
    static List<Row> of(Connection connection, long seriesId, long below, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM repair WHERE series_id = ? AND id < ? ORDER BY id DESC LIMIT ?")) {
            select.setLong(1, seriesId);
            select.setLong(2, below);
            select.setInt(3, limit);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
            return rows;
        }
    }

    static Optional<Row> find(Connection connection, long seriesId, long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM repair WHERE id = ? AND series_id = ?")) {
            select.setLong(1, id);
            select.setLong(2, seriesId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row(row)) : Optional.empty();
            }
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        long undone = row.getLong(8);
        Long undoneAt = row.wasNull() ? null : undone;
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getLong(6),
                row.getLong(7),
                undoneAt);
    }

    /** In the order of time. */
    static List<Bar> bars(Connection connection, long repairId, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT time, old_open, old_high, old_low, old_close, old_volume, new_open, new_high, new_low, new_close,"
                        + " new_volume FROM repair_bar WHERE repair_id = ? ORDER BY time LIMIT ?")) {
            select.setLong(1, repairId);
            select.setInt(2, limit);
            List<Bar> bars = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    bars.add(new Bar(row.getLong(1), values(row, 2), values(row, 2 + VALUES)));
                }
            }
            return bars;
        }
    }

    private static long[] values(ResultSet row, int at) throws SQLException {
        long[] values = new long[VALUES];
        for (int i = 0; i < VALUES; i++) {
            values[i] = row.getLong(at + i);
            if (row.wasNull()) {
                return null;
            }
        }
        return values;
    }

    static void undone(Connection connection, long id, long now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE repair SET undone_at = ? WHERE id = ?")) {
            update.setLong(1, now);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    static SortedMap<Long, Bar> byTime(List<Bar> bars) {
        SortedMap<Long, Bar> all = new TreeMap<>();
        bars.forEach(bar -> all.put(bar.time(), bar));
        return all;
    }
}
