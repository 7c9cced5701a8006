package futures.backtest.store;

import futures.kit.job.JobState;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.wire.backtest.SweepList;
import futures.wire.backtest.SweepOrder;
import futures.wire.backtest.SweepRow;
import futures.wire.backtest.SweepState;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every sweep that was asked for, and its rows as far as it came. */
public final class SweepStore {
    private final Database database;

    public SweepStore(Database database) {
        this.database = database;
    }

    public void addQueued(String id, SweepOrder order, int combinations, Instant now) {
        update(
                "INSERT INTO sweep (id, state, strategy_name, symbol, request, created, combinations)"
                        + " VALUES (?, 'queued', ?, ?, ?, ?, ?)",
                id,
                order.backtest().strategyName(),
                order.backtest().symbol(),
                Json.text(order),
                now.toString(),
                combinations);
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
            Sql.update(
                    connection,
                    "UPDATE sweep SET done = ?, failed = ?, warnings = ? WHERE id = ?",
                    rows.size() - failed,
                    failed,
                    Json.text(warnings),
                    id);
            return Sql.update(
                    connection,
                    "INSERT OR REPLACE INTO sweep_rows (number, content) SELECT number, ? FROM sweep WHERE id = ?",
                    Gzip.of(out -> Json.mapper().writeValue(out, rows)),
                    id);
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
        return database.read(
                connection -> Sql.first(connection, "SELECT * FROM sweep WHERE id = ?", row -> state(row, true), id));
    }

    /** Rows as a JSON array, to be closed; empty when none are kept. */
    public Optional<InputStream> rows(String id) {
        return database.read(connection -> Sql.first(
                connection,
                "SELECT content FROM sweep_rows JOIN sweep USING (number) WHERE id = ?",
                row -> Gzip.open(row.getBytes(1)),
                id));
    }

    /**
     * A page of the list.
     *
     * @param cursor from the page before; null for the first
     */
    public SweepList list(int limit, Long cursor) {
        Sql.Page<SweepState> page = database.read(connection -> Sql.page(
                connection,
                "SELECT * FROM sweep WHERE number < ? ORDER BY number DESC LIMIT ?",
                "number",
                row -> state(row, false),
                limit,
                cursor));
        return new SweepList(page.rows(), page.next());
    }

    /** Removes those that ended before a time; says how many. */
    public int removeEndedBefore(Instant time) {
        return update("DELETE FROM sweep WHERE ended < ?", time.toString());
    }

    private int update(String sql, Object... values) {
        return database.write(connection -> Sql.update(connection, sql, values));
    }

    private static SweepState state(ResultSet row, boolean whole) throws SQLException {
        String id = row.getString("id");
        String state = row.getString("state");
        String ended = row.getString("ended");
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
                whole ? Json.read(row.getString("request"), SweepOrder.class) : null,
                row.getInt("combinations"),
                row.getInt("done"),
                row.getInt("failed"),
                List.of(Json.read(row.getString("warnings"), String[].class)),
                "/api/sweeps/" + id);
    }
}
