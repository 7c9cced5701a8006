package futures.backtest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.kit.job.JobState;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.wire.backtest.SweepList;
import futures.wire.backtest.SweepOrder;
import futures.wire.backtest.SweepRow;
import futures.wire.backtest.SweepState;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every sweep that was asked for, and its rows as far as it came. */
public final class SweepStore {
    private final Database database;

    public SweepStore(Database database) {
        this.database = database;
    }

    public void addQueued(String id, SweepOrder order, int combinations, Instant now) {
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO sweep (id, state, strategy_name, symbol, request, created, combinations)"
                            + " VALUES (?, 'queued', ?, ?, ?, ?, ?)")) {
                insert.setString(1, id);
                insert.setString(2, order.backtest().strategyName());
                insert.setString(3, order.backtest().symbol());
                insert.setString(4, json(order));
                insert.setString(5, now.toString());
                insert.setInt(6, combinations);
                return insert.executeUpdate();
            }
        });
    }

    public void begin(String id) {
        update("UPDATE sweep SET state = 'running' WHERE id = ?", id);
    }

    public void remove(String id) {
        update("DELETE FROM sweep WHERE id = ?", id);
    }

    /** Keeps rows, of a sweep that was stopped too. */
    public void keep(String id, List<SweepRow> rows, int failed, List<String> warnings) {
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                            "UPDATE sweep SET done = ?, failed = ?, warnings = ? WHERE id = ?");
                    PreparedStatement insert = connection.prepareStatement("INSERT OR REPLACE INTO sweep_rows"
                            + " (number, content) SELECT number, ? FROM sweep WHERE id = ?")) {
                update.setInt(1, rows.size() - failed);
                update.setInt(2, failed);
                update.setString(3, json(warnings));
                update.setString(4, id);
                update.executeUpdate();
                insert.setBytes(1, Gzip.of(out -> Json.mapper().writeValue(out, rows)));
                insert.setString(2, id);
                return insert.executeUpdate();
            }
        });
    }

    public void end(String id, JobState state, String message, Instant now) {
        update(
                "UPDATE sweep SET state = ?, message = ?, ended = ? WHERE id = ? AND state IN ('queued', 'running')",
                state.text(),
                message,
                now.toString(),
                id);
    }

    /** Ends those that had not ended when the service did. */
    public void endUnfinished(Instant now) {
        update(
                "UPDATE sweep SET state = 'failed', ended = ?, message = 'the service ended while it ran; ask for it again'"
                        + " WHERE state IN ('queued', 'running')",
                now.toString());
    }

    public Optional<SweepState> find(String id) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM sweep WHERE id = ?")) {
                select.setString(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(state(row, true)) : Optional.empty();
                }
            }
        });
    }

    /** Rows as a JSON array, to be closed; empty when none are kept. */
    public Optional<InputStream> rows(String id) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT content FROM sweep_rows JOIN sweep USING (number) WHERE id = ?")) {
                select.setString(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(Gzip.open(row.getBytes(1))) : Optional.empty();
                }
            }
        });
    }

    /**
     * A page of the list.
     *
     * @param cursor from the page before; null for the first
     */
    public SweepList list(int limit, Long cursor) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT * FROM sweep WHERE number < ? ORDER BY number DESC LIMIT ?")) {
                select.setLong(1, cursor == null ? Long.MAX_VALUE : cursor);
                select.setInt(2, limit + 1);
                List<SweepState> items = new ArrayList<>();
                long last = 0;
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        if (items.size() == limit) {
                            return new SweepList(items, Long.toString(last));
                        }
                        last = rows.getLong("number");
                        items.add(state(rows, false));
                    }
                }
                return new SweepList(items, null);
            }
        });
    }

    /** Removes those that ended before a time; says how many. */
    public int removeEndedBefore(Instant time) {
        return update("DELETE FROM sweep WHERE ended < ?", time.toString());
    }

    private int update(String sql, String... values) {
        return database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    update.setString(i + 1, values[i]);
                }
                return update.executeUpdate();
            }
        });
    }

    private static SweepState state(ResultSet row, boolean whole) throws SQLException {
        String id = row.getString("id");
        String state = row.getString("state");
        String ended = row.getString("ended");
        try {
            return new SweepState(
                    id,
                    state,
                    state.equals("done") ? 1 : 0,
                    row.getString("message"),
                    null,
                    row.getString("strategy_name"),
                    row.getString("symbol"),
                    Instant.parse(row.getString("created")),
                    ended == null ? null : Instant.parse(ended),
                    whole ? Json.mapper().readValue(row.getString("request"), SweepOrder.class) : null,
                    row.getInt("combinations"),
                    row.getInt("done"),
                    row.getInt("failed"),
                    List.of(Json.mapper().readValue(row.getString("warnings"), String[].class)),
                    "/api/sweeps/" + id);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("data/backtests.db holds JSON that this version cannot read", e);
        }
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
