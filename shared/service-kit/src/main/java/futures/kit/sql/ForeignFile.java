package futures.kit.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A copy of a database file that came from somewhere, looked at before anything is done with it. */
public final class ForeignFile {
    private ForeignFile() {}

    /**
     * Checks the whole file and brings its tables up to date, so that it can take the place of a store of today.
     *
     * @param copy       a file of the caller's own, which is changed; in one piece afterwards, without a log beside it
     * @param migrations as for {@link Database#open}
     * @throws DatabaseException when it is damaged, no store of this kind, or of a newer version; the message says which
     */
    public static void makeCurrent(Path copy, String migrations) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + copy.toAbsolutePath());
        try {
            check(source, "PRAGMA integrity_check(1)", "is damaged: ");
            check(
                    source,
                    "SELECT CASE count(*) WHEN 0 THEN 'it has no table of versions' ELSE 'ok' END FROM sqlite_schema"
                            + " WHERE name = 'flyway_schema_history'",
                    "is no store of this service: ");
            migrate(source, migrations);
        } catch (SQLException e) {
            throw new DatabaseException("is no database that can be read: " + e.getMessage(), e);
        } catch (FlywayException e) {
            String reason = e.getMessage().strip().split("\\R")[0];
            throw new DatabaseException("is no store of this service, or one that was changed by hand: " + reason, e);
        }
    }

    private static void check(SQLiteDataSource source, String question, String fault) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            String answer = row.next() ? row.getString(1) : "no answer";
            if (!"ok".equals(answer)) {
                throw new DatabaseException(fault + answer, null);
            }
        }
    }

    private static void migrate(SQLiteDataSource source, String migrations) {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:" + migrations)
                .load();
        Arrays.stream(flyway.info().all())
                .filter(step -> step.getState().isApplied() && !step.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .filter(version -> version != null)
                .findFirst()
                .ifPresent(version -> {
                    throw new DatabaseException(
                            "was written by a newer version, with step " + version + " that is not known here", null);
                });
        flyway.migrate();
    }
}
