package futures.ml.dataset;

import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.wire.ml.DatasetAnswer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Keeps what datasets were made of, so that a training can name one after a restart. */
public final class DatasetStore {
    /** More than a person makes; the oldest give way. */
    private static final int MOST = 10_000;

    private final Database database;
    private final Clock clock;

    public DatasetStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps it; one that is there already stays. */
    public void keep(DatasetAnswer answer) {
        String json = Json.text(answer);
        database.write(connection -> {
            Sql.update(
                    connection,
                    "INSERT OR IGNORE INTO dataset (hash, created_ms, answer) VALUES (?, ?, ?)",
                    answer.hash(),
                    clock.millis(),
                    json);
            return Sql.update(
                    connection,
                    "DELETE FROM dataset WHERE hash IN (SELECT hash FROM dataset ORDER BY created_ms DESC LIMIT -1 OFFSET ?)",
                    MOST);
        });
    }

    /** By its hash. */
    public Optional<DatasetAnswer> find(String hash) {
        return database.read(connection -> Sql.first(
                connection,
                "SELECT answer FROM dataset WHERE hash = ?",
                row -> Json.read(row.getString(1), DatasetAnswer.class),
                hash));
    }

    /** The newest first. */
    public List<DatasetAnswer> newest(int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT answer FROM dataset ORDER BY created_ms DESC, hash LIMIT ?",
                row -> Json.read(row.getString(1), DatasetAnswer.class),
                limit));
    }
}
