package futures.backtest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.kit.job.JobState;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.wire.backtest.WalkForwardList;
import futures.wire.backtest.WalkForwardOrder;
import futures.wire.backtest.WalkForwardResult;
import futures.wire.backtest.WalkForwardState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
                json(order),
                now.toString());
    }

    public void begin(String id) {
        update("UPDATE walkforward SET state = 'running', attempts = attempts + 1 WHERE id = ?", id);
    }

    public void remove(String id) {
        update("DELETE FROM walkforward WHERE id = ?", id);
    }

    public void warn(String id, List<String> warnings) {
        update("UPDATE walkforward SET warnings = ? WHERE id = ?", json(warnings), id);
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
                json(window),
                id);
        update("UPDATE walkforward SET attempts = 0 WHERE id = ?", id);
    }

    /** Windows of one way that have ended, by number. */
    public <T> List<T> windows(String id, int way, Class<T> type) {
        return select(
                "SELECT content FROM walkforward_window WHERE walkforward = (SELECT number FROM walkforward WHERE id = ?)"
                        + " AND way = ? ORDER BY number",
                row -> parse(row.getString(1), type),
                id,
                way);
    }

    public void finish(String id, WalkForwardResult result, List<WalkForwardResult> matrix) {
        update("UPDATE walkforward SET result = ? WHERE id = ?", json(new Results(result, matrix)), id);
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
                        row.getString(1), parse(row.getString(2), WalkForwardOrder.class), row.getInt(3)));
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
        List<Long> numbers = new ArrayList<>();
        List<WalkForwardState> items = select(
                "SELECT * FROM walkforward WHERE number < ? ORDER BY number DESC LIMIT ?",
                row -> {
                    numbers.add(row.getLong("number"));
                    return state(row, false);
                },
                cursor == null ? Long.MAX_VALUE : cursor,
                limit + 1);
        boolean more = items.size() > limit;
        return new WalkForwardList(
                more ? items.subList(0, limit) : items, more ? Long.toString(numbers.get(limit - 1)) : null);
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
        Results results = text == null ? new Results(null, null) : parse(text, Results.class);
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
                whole ? parse(row.getString("request"), WalkForwardOrder.class) : null,
                results.result(),
                results.matrix(),
                List.of(parse(row.getString("warnings"), String[].class)),
                "/api/walkforwards/" + id);
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> select(String sql, RowReader<T> reader, Object... values) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                bind(select, values);
                List<T> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(reader.read(row));
                    }
                }
                return found;
            }
        });
    }

    private int update(String sql, Object... values) {
        return database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                bind(update, values);
                return update.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static <T> T parse(String json, Class<T> type) {
        try {
            return Json.mapper().readValue(json, type);
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
