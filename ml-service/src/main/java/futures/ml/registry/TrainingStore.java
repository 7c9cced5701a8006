package futures.ml.registry;

import com.fasterxml.jackson.core.type.TypeReference;
import futures.kit.job.JobState;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.ml.train.FoldStore;
import futures.ml.train.KeptFold;
import futures.wire.ml.TrainOrder;
import futures.wire.ml.TrainingState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trainings over a restart. */
public final class TrainingStore {
    private static final TypeReference<Map<String, Object>> PARAMETERS = new TypeReference<>() {};

    private static final String COLUMNS =
            "SELECT id, name, state, created_ms, started_ms, ended_ms, message, model, order_json FROM training";

    private final Database database;
    private final Clock clock;

    public TrainingStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Before it is queued, so that it survives a crash. */
    public void add(String id, TrainOrder order) {
        String json = Json.text(order);
        int ignored = database.write(connection -> Sql.update(
                connection,
                "INSERT INTO training (id, name, state, created_ms, order_json) VALUES (?, ?, 'queued', ?, ?)",
                id,
                order.name() == null ? "" : order.name(),
                clock.millis(),
                json));
    }

    /** It was not taken after all. */
    public void remove(String id) {
        int ignored = database.write(connection -> Sql.update(connection, "DELETE FROM training WHERE id = ?", id));
    }

    /** Counts the attempt, so that one that takes the service down is not tried for ever. */
    public void begin(String id) {
        int ignored = database.write(connection -> Sql.update(
                connection,
                "UPDATE training SET state = 'running', attempts = attempts + 1, started_ms = ifnull(started_ms, ?) WHERE id = ?",
                clock.millis(),
                id));
    }

    /** Without a model: failed or cancelled. */
    public void end(String id, JobState state, String message) {
        database.write(connection -> {
            int ignored = Sql.update(connection, "DELETE FROM fold WHERE training = ?", id);
            return Sql.update(
                    connection,
                    "UPDATE training SET state = ?, message = ?, ended_ms = ? WHERE id = ? AND state IN ('queued', 'running')",
                    state.text(),
                    message,
                    clock.millis(),
                    id);
        });
    }

    /** Combinations tried in trainings that ended, on labels of the same definition and symbol. */
    public int tries(String labelHash, String symbol) {
        return database.read(connection -> Sql.first(
                        connection,
                        "SELECT ifnull(sum(tries), 0) FROM training WHERE label_hash = ? AND symbol = ?",
                        row -> row.getInt(1),
                        labelHash,
                        symbol)
                .orElse(0));
    }

    public Optional<TrainingState> find(String id) {
        return database.read(connection -> Sql.first(connection, COLUMNS + " WHERE id = ?", TrainingStore::state, id));
    }

    /** The newest first. */
    public List<TrainingState> newest(int limit) {
        return database.read(connection -> Sql.list(
                connection, COLUMNS + " ORDER BY created_ms DESC, id DESC LIMIT ?", TrainingStore::state, limit));
    }

    /** A training that had not ended, with the attempts so far. */
    public record Unfinished(String id, TrainOrder order, int attempts) {}

    /** The oldest first. */
    public List<Unfinished> unfinished() {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT id, order_json, attempts FROM training WHERE state IN ('queued', 'running') ORDER BY created_ms, id",
                row -> new Unfinished(row.getString(1), Json.read(row.getString(2), TrainOrder.class), row.getInt(3))));
    }

    /** Folds of a training on a dataset; those of another dataset are not found. */
    public FoldStore folds(String training, String dataset) {
        return new FoldStore() {
            @Override
            public KeptFold find(int fold) {
                return database.read(connection -> Sql.first(
                                connection,
                                "SELECT parameters, model FROM fold WHERE training = ? AND number = ? AND dataset = ?",
                                row -> new KeptFold(Json.read(row.getString(1), PARAMETERS), row.getBytes(2)),
                                training,
                                fold,
                                dataset)
                        .orElse(null));
            }

            @Override
            public void keep(int fold, KeptFold kept) {
                int ignored = database.write(connection -> Sql.update(
                        connection,
                        "INSERT OR REPLACE INTO fold (training, number, dataset, parameters, model) VALUES (?, ?, ?, ?, ?)",
                        training,
                        fold,
                        dataset,
                        Json.text(kept.parameters()),
                        kept.model()));
            }
        };
    }

    private static TrainingState state(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new TrainingState(
                row.getString("id"),
                state,
                state.equals("done") ? 1 : 0,
                row.getString("message"),
                row.getString("name"),
                instant(row, "created_ms"),
                instant(row, "started_ms"),
                instant(row, "ended_ms"),
                row.getString("model"),
                Json.read(row.getString("order_json"), TrainOrder.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
