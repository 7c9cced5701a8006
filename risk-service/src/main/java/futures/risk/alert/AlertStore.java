package futures.risk.alert;

import futures.kit.http.Problem;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.wire.risk.Alert;
import futures.wire.risk.AlertPage;
import futures.wire.risk.LimitRow;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Alerts as they were raised. */
public final class AlertStore {
    private final Database database;
    private final Clock clock;

    public AlertStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What a page is to have; null leaves a part open.
     *
     * @param before id that all are below
     */
    record Filter(String subject, String subjectId, Boolean acknowledged, int limit, Long before) {}

    AlertPage page(Filter filter) {
        long before = filter.before() == null ? Long.MAX_VALUE : filter.before();
        Integer acknowledged = filter.acknowledged() == null ? null : filter.acknowledged() ? 1 : 0;
        List<Alert> rows = database.read(connection -> filter.subjectId() == null || filter.subject() == null
                ? Sql.list(
                        connection,
                        "SELECT * FROM alert WHERE id < ?1 AND (?2 IS NULL OR subject = ?2)"
                                + " AND (?3 IS NULL OR subject_id = ?3)"
                                + " AND (?4 IS NULL OR (acknowledged_ms IS NOT NULL) = ?4)"
                                + " ORDER BY id DESC LIMIT ?5",
                        AlertStore::alert,
                        before,
                        filter.subject(),
                        filter.subjectId(),
                        acknowledged,
                        filter.limit() + 1)
                : Sql.list(
                        connection,
                        "SELECT * FROM alert WHERE subject = ?1 AND subject_id = ?2 AND id < ?3"
                                + " AND (?4 IS NULL OR (acknowledged_ms IS NOT NULL) = ?4)"
                                + " ORDER BY id DESC LIMIT ?5",
                        AlertStore::alert,
                        filter.subject(),
                        filter.subjectId(),
                        before,
                        acknowledged,
                        filter.limit() + 1));
        boolean more = rows.size() > filter.limit();
        List<Alert> page = more ? rows.subList(0, filter.limit()) : rows;
        return new AlertPage(
                page, more ? Long.toString(page.get(filter.limit() - 1).id()) : null);
    }

    /** The newest of a subject. */
    public List<Alert> newest(String subject, String subjectId, int most) {
        return page(new Filter(subject, subjectId, null, most, null)).alerts();
    }

    public long count(String subject, String subjectId) {
        return database.read(connection -> Sql.first(
                        connection,
                        "SELECT count(*) FROM alert WHERE subject = ? AND subject_id = ?",
                        row -> row.getLong(1),
                        subject,
                        subjectId)
                .orElse(0L));
    }

    public long count() {
        return database.read(connection -> Sql.first(connection, "SELECT count(*) FROM alert", row -> row.getLong(1))
                .orElse(0L));
    }

    Alert require(long id) {
        return database.read(connection -> require(connection, id));
    }

    private static Alert require(Connection connection, long id) throws SQLException {
        return Sql.first(connection, "SELECT * FROM alert WHERE id = ?", AlertStore::alert, id)
                .orElseThrow(() -> Problem.notFound("There is no alert " + id + "; GET /api/risk/alerts lists them."));
    }

    /** Once: what was said first stays. */
    Alert acknowledge(long id, String note) {
        return database.write(connection -> {
            require(connection, id);
            int ignored = Sql.update(
                    connection,
                    "UPDATE alert SET acknowledged_ms = ?, note = ? WHERE id = ? AND acknowledged_ms IS NULL",
                    clock.millis(),
                    note,
                    id);
            return require(connection, id);
        });
    }

    /** Within the caller's transaction. */
    static long add(Connection connection, Alert alert) throws SQLException {
        return Sql.insert(
                connection,
                "INSERT INTO alert (time_ms, subject, subject_id, subject_name, limit_row, value, period, breaches,"
                        + " message, revision) VALUES (?,?,?,?,?,?,?,?,?,?)",
                alert.time().toEpochMilli(),
                alert.subject(),
                alert.subjectId(),
                alert.subjectName(),
                Json.text(alert.limit()),
                alert.value() == null ? null : alert.value().toPlainString(),
                alert.period(),
                alert.breaches(),
                alert.message(),
                alert.revision());
    }

    public int removeBefore(Instant time) {
        return database.write(
                connection -> Sql.update(connection, "DELETE FROM alert WHERE time_ms < ?", time.toEpochMilli()));
    }

    private static Alert alert(ResultSet row) throws SQLException {
        String value = row.getString("value");
        long acknowledged = row.getLong("acknowledged_ms");
        Instant seen = row.wasNull() ? null : Instant.ofEpochMilli(acknowledged);
        return new Alert(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("time_ms")),
                row.getString("subject"),
                row.getString("subject_id"),
                row.getString("subject_name"),
                Json.read(row.getString("limit_row"), LimitRow.class),
                value == null ? null : new BigDecimal(value),
                row.getString("period"),
                row.getInt("breaches"),
                row.getString("message"),
                row.getLong("revision"),
                seen,
                row.getString("note"));
    }
}
