package futures.backtest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.kit.job.JobState;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.wire.backtest.Luck;
import futures.wire.backtest.OptimizationList;
import futures.wire.backtest.OptimizationOrder;
import futures.wire.backtest.OptimizationState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO optimization (id, state, strategy_name, symbol, request, created, combinations)"
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
        update("UPDATE optimization SET state = 'running', attempts = attempts + 1 WHERE id = ?", id);
    }

    public void remove(String id) {
        update("DELETE FROM optimization WHERE id = ?", id);
    }

    public void warn(String id, List<String> warnings) {
        update("UPDATE optimization SET warnings = ? WHERE id = ?", json(warnings), id);
    }

    public void judge(String id, Luck verdict) {
        update("UPDATE optimization SET verdict = ? WHERE id = ?", json(verdict), id);
    }

    /**
     * Sets the fingerprint when there is none.
     *
     * @return the one that holds
     */
    public String fingerprint(String id, String now) {
        update("UPDATE optimization SET fingerprint = ? WHERE id = ? AND fingerprint IS NULL", now, id);
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT fingerprint FROM optimization WHERE id = ?")) {
                select.setString(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getString(1) : now;
                }
            }
        });
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
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT id, request, attempts FROM optimization"
                            + " WHERE state IN ('queued', 'running') ORDER BY number");
                    ResultSet rows = select.executeQuery()) {
                List<Unfinished> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new Unfinished(
                            rows.getString(1), parse(rows.getString(2), OptimizationOrder.class), rows.getInt(3)));
                }
                return found;
            }
        });
    }

    public Optional<OptimizationState> find(String id) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM optimization WHERE id = ?")) {
                select.setString(1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(state(row, true)) : Optional.empty();
                }
            }
        });
    }

    /**
     * A page of the list.
     *
     * @param cursor from the page before; null for the first
     */
    public OptimizationList list(int limit, Long cursor) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT * FROM optimization WHERE number < ? ORDER BY number DESC LIMIT ?")) {
                select.setLong(1, cursor == null ? Long.MAX_VALUE : cursor);
                select.setInt(2, limit + 1);
                List<OptimizationState> items = new ArrayList<>();
                long last = 0;
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        if (items.size() == limit) {
                            return new OptimizationList(items, Long.toString(last));
                        }
                        last = rows.getLong("number");
                        items.add(state(rows, false));
                    }
                }
                return new OptimizationList(items, null);
            }
        });
    }

    /** Removes those that ended before a time; says how many. */
    public int removeEndedBefore(Instant time) {
        return update("DELETE FROM optimization WHERE ended < ?", time.toString());
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
                whole ? parse(row.getString("request"), OptimizationOrder.class) : null,
                combinations,
                done,
                failed,
                stopped,
                null,
                whole && row.getString("verdict") != null ? parse(row.getString("verdict"), Luck.class) : null,
                List.of(parse(row.getString("warnings"), String[].class)),
                "/api/optimizations/" + id);
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
