package futures.risk.limit;

import com.fasterxml.jackson.core.type.TypeReference;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.wire.risk.LimitHistory;
import futures.wire.risk.LimitRow;
import futures.wire.risk.Limits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Every set of limits that was in force. Safe for many threads. */
public final class LimitStore {
    private static final Limits NONE = new Limits(0, null, List.of());

    private final Database database;
    private final Clock clock;
    private volatile InForce inForce;

    /**
     * The limits that hold.
     *
     * @param revision 0 before any were set
     */
    public record InForce(long revision, List<ScopedLimit> limits) {}

    public LimitStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.inForce = inForce(current());
    }

    private static InForce inForce(Limits limits) {
        return new InForce(limits.revision(), LimitRows.parse(limits.limits()));
    }

    /** Those that hold now. */
    public InForce inForce() {
        return inForce;
    }

    Limits current() {
        return database.read(connection -> Sql.first(
                        connection,
                        "SELECT revision, changed_ms, limits FROM limit_revision"
                                + " WHERE revision = (SELECT max(revision) FROM limit_revision)",
                        LimitStore::limits)
                .orElse(NONE));
    }

    Limits at(long revision) {
        return revision == 0
                ? NONE
                : database.read(connection -> Sql.first(
                                connection,
                                "SELECT revision, changed_ms, limits FROM limit_revision WHERE revision = ?",
                                LimitStore::limits,
                                revision)
                        .orElseThrow(() -> Problem.notFound("There is no revision " + revision
                                        + " of the limits; the newest is " + inForce.revision() + ".")
                                .field("revision", revision, "no such revision")));
    }

    /** @param before newest revision that the page before did not have; null for the first page */
    LimitHistory history(int limit, Long before) {
        List<Limits> rows = database.read(connection -> Sql.list(
                connection,
                "SELECT revision, changed_ms, limits FROM limit_revision WHERE revision < ?"
                        + " ORDER BY revision DESC LIMIT ?",
                LimitStore::limits,
                before == null ? Long.MAX_VALUE : before,
                limit + 1));
        boolean more = rows.size() > limit;
        List<Limits> page = more ? rows.subList(0, limit) : rows;
        return new LimitHistory(page, more ? Long.toString(page.get(limit - 1).revision()) : null);
    }

    /**
     * Sets all limits. The same ones again make no new revision.
     *
     * @param read revision that whoever sets them has read
     * @throws Problem 412 when they have been changed since
     */
    synchronized Limits replace(List<ScopedLimit> limits, long read) {
        Limits before = current();
        if (before.revision() != read) {
            throw Problem.preconditionFailed("The limits are at revision " + before.revision() + " by now, not " + read
                            + "; read them again and send your change for that. Nothing was changed.")
                    .field("If-Match", read, "the limits are at revision " + before.revision());
        }
        List<LimitRow> rows = limits.stream().map(ScopedLimit::row).toList();
        if (rows.equals(before.limits())) {
            return before;
        }
        Limits set = new Limits(read + 1, Instant.ofEpochMilli(clock.millis()), rows);
        database.write(connection -> Sql.update(
                connection,
                "INSERT INTO limit_revision (revision, changed_ms, limits) VALUES (?,?,?)",
                set.revision(),
                set.changed().toEpochMilli(),
                Json.text(rows)));
        inForce = new InForce(set.revision(), List.copyOf(limits));
        return set;
    }

    private static Limits limits(ResultSet row) throws SQLException {
        return new Limits(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                Json.read(row.getString(3), new TypeReference<List<LimitRow>>() {}));
    }
}
