package futures.backtest.store;

import futures.kit.job.JobState;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.kit.sql.SqlFunction;
import futures.wire.backtest.WalkForwardList;
import futures.wire.backtest.WalkForwardOrder;
import futures.wire.backtest.WalkForwardResult;
import futures.wire.backtest.WalkForwardState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every walk-forward that was asked for, where it stands and what came of it. */
public final class WalkForwardStore {
    private final Database database;

    public WalkForwardStore(Database database) {
        this.database = database;
    }

    /** One that had not ended. */
    public record Unfinished(String id, WalkForwardOrder order, int attempts) {}

    /** What is kept of one that is done; the days are those of the first. */
    private record Results(WalkForwardResult result, List<WalkForwardResult> matrix) {}

    /** @param order complete */
    public void addQueued(String id, WalkForwardOrder order, Instant now) {
        update(
                "INSERT INTO walkforward (id, state, strategy_name, symbol, request, created) VALUES (?, 'queued', ?, ?, ?, ?)",
                id,
                order.optimization().backtest().strategyName(),
                order.optimization().backtest().symbol(),
                Json.text(order),
                now.toString());
    }

    public void begin(String id) {
        update("UPDATE walkforward SET state = 'running', attempts = attempts + 1 WHERE id = ?", id);
    }

    public void remove(String id) {
        update("DELETE FROM walkforward WHERE id = ?", id);
    }

    public void warn(String id, List<String> warnings) {
        update("UPDATE walkforward SET warnings = ? WHERE id = ?", Json.text(warnings), id);
    }

    /**
     * Sets the fingerprint when there is none.
     *
     * @return the one that holds
     */
    public String fingerprint(String id, String now) {
        update("UPDATE walkforward SET fingerprint = ? WHERE id = ? AND fingerprint IS NULL", now, id);
        return select("SELECT fingerprint FROM walkforward WHERE id = ?", row -> row.getString(1), id)
                .get(0);
    }

    public void addWindow(String id, int way, int number, Object window) {
        update(
                "INSERT INTO walkforward_window (walkforward, way, number, content)"
                        + " SELECT number, ?, ?, ? FROM walkforward WHERE id = ?",
                way,
                number,
                Json.text(window),
                id);
        update("UPDATE walkforward SET attempts = 0 WHERE id = ?", id);
    }

    /** Windows of one way that have ended, by number. */
    public <T> List<T> windows(String id, int way, Class<T> type) {
        return select(
                "SELECT content FROM walkforward_window WHERE walkforward = (SELECT number FROM walkforward WHERE id = ?)"
                        + " AND way = ? ORDER BY number",
                row -> Json.read(row.getString(1), type),
                id,
                way);
    }

    public void finish(String id, WalkForwardResult result, List<WalkForwardResult> matrix) {
        update("UPDATE walkforward SET result = ? WHERE id = ?", Json.text(new Results(result, matrix)), id);
    }

    public void end(String id, JobState state, String message, Instant now) {
        update(
                "UPDATE walkforward SET state = ?, message = ?, ended = ? WHERE id = ? AND state IN ('queued', 'running')",
                state.text(),
                message,
                now.toString(),
                id);
    }

    /** Those that had not ended when the service did, oldest first. */
    public List<Unfinished> unfinished() {
        return select(
                "SELECT id, request, attempts FROM walkforward WHERE state IN ('queued', 'running') ORDER BY number",
                row -> new Unfinished(
                        row.getString(1), Json.read(row.getString(2), WalkForwardOrder.class), row.getInt(3)));
    }

    public Optional<WalkForwardState> find(String id) {
        return select("SELECT * FROM walkforward WHERE id = ?", row -> state(row, true), id).stream()
                .findFirst();
    }

    /**
     * A page of the list.
     *
     * @param cursor from the page before; null for the first
     */
    public WalkForwardList list(int limit, Long cursor) {
        Sql.Page<WalkForwardState> page = database.read(connection -> Sql.page(
                connection,
                "SELECT * FROM walkforward WHERE number < ? ORDER BY number DESC LIMIT ?",
                "number",
                row -> state(row, false),
                limit,
                cursor));
        return new WalkForwardList(page.rows(), page.next());
    }

    /** Removes those that ended before a time; says how many. */
    public int removeEndedBefore(Instant time) {
        return update("DELETE FROM walkforward WHERE ended < ?", time.toString());
    }

    private static WalkForwardState state(ResultSet row, boolean whole) throws SQLException {
        String id = row.getString("id");
        String state = row.getString("state");
        String ended = row.getString("ended");
        String text = whole ? row.getString("result") : null;
        Results results = text == null ? new Results(null, null) : Json.read(text, Results.class);
        return new WalkForwardState(
                id,
                state,
                state.equals("done") ? 1 : 0,
                row.getString("message"),
                null,
                row.getString("strategy_name"),
                row.getString("symbol"),
                Instant.parse(row.getString("created")),
                ended == null ? null : Instant.parse(ended),
                whole ? Json.read(row.getString("request"), WalkForwardOrder.class) : null,
                results.result(),
                results.matrix(),
                List.of(Json.read(row.getString("warnings"), String[].class)),
                "/api/walkforwards/" + id);
    }

    private <T> List<T> select(String sql, SqlFunction<ResultSet, T> row, Object... values) {
        return database.read(connection -> Sql.list(connection, sql, row, values));
    }

    private int update(String sql, Object... values) {
        return database.write(connection -> Sql.update(connection, sql, values));
    }
}
