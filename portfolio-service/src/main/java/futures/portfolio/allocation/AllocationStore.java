package futures.portfolio.allocation;

import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.wire.allocation.Allocation;
import futures.wire.allocation.AllocationList;
import futures.wire.allocation.AllocationOrder;
import futures.wire.allocation.AllocationState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Allocations that were made, with the orders that they answer. */
final class AllocationStore {
    private final Database database;

    AllocationStore(Database database) {
        this.database = database;
    }

    void add(String id, AllocationOrder order, Allocation made, long nowMs) {
        String request = Json.text(order);
        String answer = Json.text(made);
        database.write(connection -> Sql.update(
                connection,
                "INSERT INTO allocation (id, name, method, results, created_ms, request, answer) VALUES (?,?,?,?,?,?,?)",
                id,
                order.name(),
                order.method(),
                order.results().size(),
                nowMs,
                request,
                answer));
    }

    Optional<AllocationState> find(String id) {
        return database.read(connection -> Sql.first(
                connection,
                "SELECT name, created_ms, request, answer FROM allocation WHERE id = ?",
                row -> state(id, row),
                id));
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
                Json.read(row.getString(3), AllocationOrder.class),
                Json.read(row.getString(4), Allocation.class));
    }

    /** @param before rows below this one; null for the newest */
    AllocationList list(int limit, Long before) {
        Sql.Page<AllocationList.Item> page = database.read(connection -> Sql.page(
                connection,
                "SELECT seq, id, name, method, results, created_ms FROM allocation WHERE seq < ? ORDER BY seq DESC LIMIT ?",
                "seq",
                AllocationStore::item,
                limit,
                before));
        return new AllocationList(page.rows(), page.next());
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
        return database.write(connection -> Sql.update(connection, "DELETE FROM allocation WHERE id = ?", id)) > 0;
    }
}
