package futures.risk.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.risk.subject.Subject;
import futures.wire.risk.LimitStanding;
import futures.wire.risk.RiskFigures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Summaries of subjects, as they are answered, with the days that limits are checked against. */
public final class SummaryStore {
    private static final Logger LOG = LoggerFactory.getLogger(SummaryStore.class);

    private final Database database;

    public SummaryStore(Database database) {
        this.database = database;
    }

    /** @param version of what was put in, so that standings are not written beside days that they are not of */
    record Stored(Subject course, long version) {}

    /** A subject's kind and id. */
    record Key(String subject, String id) {}

    /**
     * How a subject stands to limits.
     *
     * @param revision of the limits
     * @param day      of a portfolio, whose losses are those of a day; empty for a backtest
     */
    record Standing(long revision, String day, List<LimitStanding> limits) {}

    /** What is there to be answered; figures and limits are JSON as the wire has it. */
    record Ready(String figures, String limits, long revision, String day) {}

    void put(RiskFigures figures, Subject course, Standing standing) {
        int ignored = database.write(connection -> Sql.update(
                connection,
                "INSERT INTO summary (subject, subject_id, computed_ms, figures, course, version, standings, revision,"
                        + " day) VALUES (?,?,?,?,?,1,?,?,?) ON CONFLICT (subject, subject_id) DO UPDATE SET"
                        + " computed_ms = excluded.computed_ms, figures = excluded.figures, course = excluded.course,"
                        + " version = version + 1, standings = excluded.standings, revision = excluded.revision,"
                        + " day = excluded.day",
                course.kind(),
                course.id(),
                figures.computed().toEpochMilli(),
                Json.text(figures),
                CourseText.write(course),
                Json.text(standing.limits()),
                standing.revision(),
                standing.day()));
    }

    /** Beside the days that they are of; when there are others meanwhile, nothing happens. */
    void put(Stored of, Standing standing) {
        int ignored = database.write(connection -> Sql.update(
                connection,
                "UPDATE summary SET standings = ?, revision = ?, day = ?"
                        + " WHERE subject = ? AND subject_id = ? AND version = ?",
                Json.text(standing.limits()),
                standing.revision(),
                standing.day(),
                of.course().kind(),
                of.course().id(),
                of.version()));
    }

    Optional<Ready> ready(String subject, String id) {
        return database.read(connection -> Sql.first(
                connection,
                "SELECT figures, standings, revision, day FROM summary WHERE subject = ? AND subject_id = ?",
                row -> new Ready(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
                subject,
                id));
    }

    /** Empty when it was not heard of, or an earlier version of the program wrote it otherwise. */
    Optional<Stored> stored(String subject, String id) {
        record Row(String course, long version) {}
        return database.read(connection -> Sql.first(
                        connection,
                        "SELECT course, version FROM summary WHERE subject = ? AND subject_id = ?",
                        row -> new Row(row.getString(1), row.getLong(2)),
                        subject,
                        id))
                .flatMap(row -> read(row.course()).map(course -> new Stored(course, row.version())));
    }

    /** Empty when it was not heard of. */
    public Optional<Subject> course(String subject, String id) {
        return stored(subject, id).map(Stored::course);
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

    private static Optional<Subject> read(String course) {
        try {
            return Optional.of(CourseText.read(course));
        } catch (JsonProcessingException e) {
            LOG.atInfo().setCause(e).log("a stored summary is of another version");
            return Optional.empty();
        }
    }
}
