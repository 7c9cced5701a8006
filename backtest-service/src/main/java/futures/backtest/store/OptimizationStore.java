package futures.backtest.store;

import futures.kit.job.JobState;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.wire.backtest.Luck;
import futures.wire.backtest.OptimizationList;
import futures.wire.backtest.OptimizationOrder;
import futures.wire.backtest.OptimizationState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every optimization that was asked for, and where it stands. */
public final class OptimizationStore {
    private final Database database;

    public OptimizationStore(Database database) {
        this.database = database;
    }

    /** One that had not ended. */
    public record Unfinished(String id, OptimizationOrder order, int attempts) {}

    /** @param order complete */
    public void addQueued(String id, OptimizationOrder order, int combinations, Instant now) {
        update(
                "INSERT INTO optimization (id, state, strategy_name, symbol, request, created, combinations)"
                        + " VALUES (?, 'queued', ?, ?, ?, ?, ?)",
                id,
                order.backtest().strategyName(),
                order.backtest().symbol(),
                Json.text(order),
                now.toString(),
                combinations);
    }

    public void begin(String id) {
        update("UPDATE optimization SET state = 'running', attempts = attempts + 1 WHERE id = ?", id);
    }

    public void remove(String id) {
        update("DELETE FROM optimization WHERE id = ?", id);
    }

    public void warn(String id, List<String> warnings) {
        update("UPDATE optimization SET warnings = ? WHERE id = ?", Json.text(warnings), id);
    }

    public void judge(String id, Luck verdict) {
        update("UPDATE optimization SET verdict = ? WHERE id = ?", Json.text(verdict), id);
    }

    /**
     * Sets the fingerprint when there is none.
     *
     * @return the one that holds
     */
    public String fingerprint(String id, String now) {
        update("UPDATE optimization SET fingerprint = ? WHERE id = ? AND fingerprint IS NULL", now, id);
        return database.read(connection -> Sql.first(
                        connection, "SELECT fingerprint FROM optimization WHERE id = ?", row -> row.getString(1), id))
                .orElse(now);
    }

    public void pause(String id, String message) {
        update(
                "UPDATE optimization SET state = 'paused', message = ? WHERE id = ? AND state IN ('queued', 'running')",
                message,
                id);
    }

    /** @return whether it had stopped */
    public boolean queueAgain(String id) {
        return update(
                        "UPDATE optimization SET state = 'queued', message = NULL, ended = NULL, attempts = 0"
                                + " WHERE id = ? AND state IN ('paused', 'failed', 'cancelled')",
                        id)
                > 0;
    }

    /** Ends one that has not ended; also one that is paused. */
    public void end(String id, JobState state, String message, Instant now) {
        update(
                "UPDATE optimization SET state = ?, message = ?, ended = ?"
                        + " WHERE id = ? AND state IN ('queued', 'running', 'paused')",
                state.text(),
                message,
                now.toString(),
                id);
    }

    /** Those that had not ended when the service did, oldest first. */
    public List<Unfinished> unfinished() {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT id, request, attempts FROM optimization WHERE state IN ('queued', 'running') ORDER BY number",
                row -> new Unfinished(
                        row.getString(1), Json.read(row.getString(2), OptimizationOrder.class), row.getInt(3))));
    }

    public Optional<OptimizationState> find(String id) {
        return database.read(connection ->
                Sql.first(connection, "SELECT * FROM optimization WHERE id = ?", row -> state(row, true), id));
    }

    /**
     * A page of the list.
     *
     * @param cursor from the page before; null for the first
     */
    public OptimizationList list(int limit, Long cursor) {
        Sql.Page<OptimizationState> page = database.read(connection -> Sql.page(
                connection,
                "SELECT * FROM optimization WHERE number < ? ORDER BY number DESC LIMIT ?",
                "number",
                row -> state(row, false),
                limit,
                cursor));
        return new OptimizationList(page.rows(), page.next());
    }

    /** Removes those that ended before a time; says how many. */
    public int removeEndedBefore(Instant time) {
        return update("DELETE FROM optimization WHERE ended < ?", time.toString());
    }

    private int update(String sql, Object... values) {
        return database.write(connection -> Sql.update(connection, sql, values));
    }

    private static OptimizationState state(ResultSet row, boolean whole) throws SQLException {
        String id = row.getString("id");
        String state = row.getString("state");
        String ended = row.getString("ended");
        int combinations = row.getInt("combinations");
        int done = row.getInt("done");
        int failed = row.getInt("failed");
        int stopped = row.getInt("stopped");
        return new OptimizationState(
                id,
                state,
                state.equals("done") ? 1 : (double) (done + failed + stopped) / combinations,
                row.getString("message"),
                null,
                row.getString("strategy_name"),
                row.getString("symbol"),
                Instant.parse(row.getString("created")),
                ended == null ? null : Instant.parse(ended),
                whole ? Json.read(row.getString("request"), OptimizationOrder.class) : null,
                combinations,
                done,
                failed,
                stopped,
                null,
                whole && row.getString("verdict") != null ? Json.read(row.getString("verdict"), Luck.class) : null,
                List.of(Json.read(row.getString("warnings"), String[].class)),
                "/api/optimizations/" + id);
    }
}
