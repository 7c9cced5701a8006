package futures.risk.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.risk.subject.Subject;
import futures.wire.risk.RiskFigures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Figures of subjects, with the days that limits are checked against. */
public final class SummaryStore {
    private static final Logger LOG = LoggerFactory.getLogger(SummaryStore.class);

    private final Database database;

    public SummaryStore(Database database) {
        this.database = database;
    }

    /** What is known of a subject. */
    public record Stored(RiskFigures figures, Subject course) {}

    /** A subject's kind and id. */
    public record Key(String subject, String id) {}

    void put(RiskFigures figures, Subject course) {
        int ignored = database.write(connection -> Sql.update(
                connection,
                "INSERT INTO summary (subject, subject_id, computed_ms, figures, course) VALUES (?,?,?,?,?)"
                        + " ON CONFLICT (subject, subject_id) DO UPDATE SET computed_ms = excluded.computed_ms,"
                        + " figures = excluded.figures, course = excluded.course",
                course.kind(),
                course.id(),
                figures.computed().toEpochMilli(),
                json(figures),
                json(course)));
    }

    public Optional<Stored> find(String subject, String id) {
        return database.read(connection -> Sql.first(
                        connection,
                        "SELECT figures, course FROM summary WHERE subject = ? AND subject_id = ?",
                        row -> new String[] {row.getString(1), row.getString(2)},
                        subject,
                        id))
                .flatMap(row -> read(row[0], row[1]));
    }

    boolean knows(String subject, String id) {
        return database.read(connection -> Sql.first(
                        connection,
                        "SELECT 1 FROM summary WHERE subject = ? AND subject_id = ?",
                        row -> true,
                        subject,
                        id)
                .isPresent());
    }

    List<Key> all() {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT subject, subject_id FROM summary",
                row -> new Key(row.getString(1), row.getString(2))));
    }

    public long count() {
        return database.read(connection -> Sql.first(connection, "SELECT count(*) FROM summary", row -> row.getLong(1))
                .orElse(0L));
    }

    void remove(String subject, String id) {
        int ignored = database.write(connection ->
                Sql.update(connection, "DELETE FROM summary WHERE subject = ? AND subject_id = ?", subject, id));
    }

    /** Backtests go by age, as in their own store; portfolios stay until they are removed. */
    public int removeBacktestsBefore(Instant time) {
        return database.write(connection -> Sql.update(
                connection, "DELETE FROM summary WHERE subject = 'backtest' AND computed_ms < ?", time.toEpochMilli()));
    }

    /** Empty when an earlier version of the program wrote it otherwise: it is computed again when it is asked for. */
    private static Optional<Stored> read(String figures, String course) {
        try {
            return Optional.of(new Stored(
                    Json.mapper().readValue(figures, RiskFigures.class),
                    Json.mapper().readValue(course, Subject.class)));
        } catch (JsonProcessingException e) {
            LOG.atInfo().setCause(e).log("a stored summary is of another version");
            return Optional.empty();
        }
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
