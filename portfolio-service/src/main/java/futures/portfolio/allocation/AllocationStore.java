package futures.portfolio.allocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.wire.allocation.Allocation;
import futures.wire.allocation.AllocationList;
import futures.wire.allocation.AllocationOrder;
import futures.wire.allocation.AllocationState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Allocations that were made, with the orders that they answer. */
final class AllocationStore {
    private final Database database;

    AllocationStore(Database database) {
        this.database = database;
    }

    void add(String id, AllocationOrder order, Allocation made, long nowMs) {
        String request = json(order);
        String answer = json(made);
        database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO allocation (id, name, method, results, created_ms, request, answer)"
                            + " VALUES (?,?,?,?,?,?,?)")) {
                statement.setString(1, id);
                statement.setString(2, order.name());
                statement.setString(3, order.method());
                statement.setInt(4, order.results().size());
                statement.setLong(5, nowMs);
                statement.setString(6, request);
                statement.setString(7, answer);
                return statement.executeUpdate();
            }
        });
    }

    Optional<AllocationState> find(String id) {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT name, created_ms, request, answer FROM allocation WHERE id = ?")) {
                statement.setString(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(state(id, row)) : Optional.empty();
                }
            }
        });
    }

    private static AllocationState state(String id, ResultSet row) throws SQLException {
        return new AllocationState(
                id,
                row.getString(1),
                "done",
                1,
                "done",
                null,
                Instant.ofEpochMilli(row.getLong(2)),
                read(row.getString(3), AllocationOrder.class),
                read(row.getString(4), Allocation.class));
    }

    /** @param before rows below this one; null for the newest */
    AllocationList list(int limit, Long before) {
        return database.read(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT seq, id, name, method, results, created_ms FROM allocation"
                            + " WHERE seq < ? ORDER BY seq DESC LIMIT ?")) {
                statement.setLong(1, before == null ? Long.MAX_VALUE : before);
                statement.setInt(2, limit + 1);
                List<AllocationList.Item> items = new ArrayList<>();
                long last = 0;
                boolean more = false;
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        more = items.size() == limit;
                        if (!more) {
                            last = row.getLong(1);
                            items.add(item(row));
                        }
                    }
                }
                return new AllocationList(items, more ? Long.toString(last) : null);
            }
        });
    }

    private static AllocationList.Item item(ResultSet row) throws SQLException {
        return new AllocationList.Item(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                Instant.ofEpochMilli(row.getLong(6)),
                "/api/allocations/" + row.getString(2));
    }

    /** False when there is none of that name. */
    boolean delete(String id) {
        return database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM allocation WHERE id = ?")) {
                statement.setString(1, id);
                return statement.executeUpdate() > 0;
            }
        });
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return Json.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept allocation cannot be read", e);
        }
    }
}
