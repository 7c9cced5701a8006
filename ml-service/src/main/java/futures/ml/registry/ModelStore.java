package futures.ml.registry;

import futures.kit.http.Problem;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.kit.text.NearNames;
import futures.ml.bars.Series;
import futures.ml.dataset.Dataset;
import futures.ml.model.FittedModel;
import futures.ml.model.ModelFile;
import futures.ml.train.Trained;
import futures.wire.ml.ModelRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The registry. A model and the end of its training are written in one transaction. */
public final class ModelStore {
    private static final String LIBRARY =
            "futures-model 1, Java " + Runtime.version().feature();

    private final Database database;
    private final Clock clock;

    public ModelStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Registers the next version of a name and ends its training.
     *
     * @param begun when the training asked for its bars: a later change of them makes the model stale
     * @return the id
     */
    public String register(String training, Trained trained, Instant begun) {
        Instant now = clock.instant();
        byte[] bytes = trained.model().bytes();
        byte[] predictions = predictions(trained).pack();
        return database.write(connection -> {
            ModelRecord record =
                    insert(connection, trained, begun, LIBRARY, bytes, predictions, "trained by " + training);
            int ended = Sql.update(
                    connection,
                    "UPDATE training SET state = 'done', message = 'done', ended_ms = ?, model = ?, name = ?, label_hash = ?,"
                            + " symbol = ?, tries = ? WHERE id = ? AND state = 'running'",
                    now.toEpochMilli(),
                    record.id(),
                    record.name(),
                    record.dataset().labelHash(),
                    record.dataset().order().symbol(),
                    record.report().trials().here(),
                    training);
            if (ended != 1) {
                throw new IllegalStateException(
                        "training " + training + " is not running, so that its model is not registered");
            }
            change(connection, "DELETE FROM fold WHERE training = ?", training);
            return record.id();
        });
    }

    /**
     * Registers the next version of a name of a model that was fitted elsewhere.
     *
     * @param library that wrote it
     * @param seenTo  close of the last bar that it has seen
     */
    public String register(Trained judged, Instant begun, String library, Instant seenTo) {
        long[] none = new long[0];
        Series series = judged.dataset().series();
        byte[] predictions =
                new KeptPredictions(none, new double[0], series.real().openTime(0), seenTo.toEpochMilli()).pack();
        byte[] bytes = judged.model().bytes();
        return database.write(connection -> insert(connection, judged, begun, library, bytes, predictions, "imported")
                .id());
    }

    private ModelRecord insert(
            Connection connection,
            Trained trained,
            Instant begun,
            String library,
            byte[] bytes,
            byte[] predictions,
            String note)
            throws SQLException {
        String name = trained.order().name();
        int version = Sql.first(connection, "SELECT max(version) FROM model WHERE name = ?", row -> row.getInt(1), name)
                        .orElse(0)
                + 1;
        ModelRecord record = record(trained, version, begun, library);
        change(
                connection,
                "INSERT INTO model (id, name, version, stage, created_ms, expires_ms, record, bytes, predictions)"
                        + " VALUES (?, ?, ?, 'candidate', ?, ?, ?, ?, ?)",
                record.id(),
                name,
                version,
                begun.toEpochMilli(),
                record.expiresAt() == null ? null : record.expiresAt().toEpochMilli(),
                Json.text(record),
                bytes,
                predictions);
        note(connection, record.id(), "candidate", note);
        return record;
    }

    private static ModelRecord record(Trained trained, int version, Instant begun, String library) {
        Integer days = trained.order().expiresDays();
        return new ModelRecord(
                trained.order().name() + "-" + version,
                trained.order().name(),
                version,
                "candidate",
                trained.dataset().about().task(),
                trained.model().hash(),
                begun,
                days == null ? null : begun.plus(Duration.ofDays(days)),
                false,
                null,
                trained.dataset().features().stream()
                        .map(feature -> feature.name())
                        .toList(),
                trained.order(),
                trained.dataset().about(),
                trained.report(),
                library);
    }

    private static KeptPredictions predictions(Trained trained) {
        Dataset dataset = trained.dataset();
        Series series = dataset.series();
        long[] times = new long[dataset.rows()];
        int last = 0;
        for (int i = 0; i < times.length; i++) {
            times[i] = series.real().openTime(dataset.events()[i]);
            last = Math.max(last, dataset.ends()[i]);
        }
        return new KeptPredictions(
                times, trained.outOfFold(), times[0], series.real().closeTime(last));
    }

    /** @throws Problem 404 with near names */
    public ModelRecord find(String id) {
        return database.read(connection -> Sql.first(
                        connection,
                        "SELECT record, stage FROM model WHERE id = ?",
                        row -> withStage(Json.read(row.getString(1), ModelRecord.class), row.getString(2)),
                        id))
                .orElseThrow(() -> unknown(id));
    }

    private Problem unknown(String id) {
        List<String> ids = database.read(connection -> Sql.list(
                connection,
                "SELECT id FROM model WHERE stage <> 'deleted' ORDER BY created_ms DESC LIMIT 1000",
                row -> row.getString(1)));
        return Problem.notFound("There is no model '" + id + "'." + NearNames.hint(id, ids)
                + (ids.isEmpty() ? " POST /api/ml/train/classification trains one." : ""));
    }

    private static ModelRecord withStage(ModelRecord record, String stage) {
        return new ModelRecord(
                record.id(),
                record.name(),
                record.version(),
                stage,
                record.task(),
                record.hash(),
                record.createdAt(),
                record.expiresAt(),
                record.expired(),
                record.stale(),
                record.features(),
                record.order(),
                record.dataset(),
                record.report(),
                record.library());
    }

    /** The newest first. */
    public List<ModelRecord> newest(int limit, boolean deletedToo) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT record, stage FROM model WHERE stage <> 'deleted' OR ? ORDER BY created_ms DESC, id DESC LIMIT ?",
                row -> withStage(Json.read(row.getString(1), ModelRecord.class), row.getString(2)),
                deletedToo,
                limit));
    }

    public int count() {
        return database.read(connection -> Sql.first(
                        connection, "SELECT count(*) FROM model WHERE stage <> 'deleted'", row -> row.getInt(1))
                .orElse(0));
    }

    /** @throws Problem 409 when it was deleted */
    public FittedModel model(String id) {
        return ModelFile.read(blob(id, "bytes"));
    }

    /** @throws Problem 409 when it was deleted */
    public KeptPredictions predictions(String id) {
        return KeptPredictions.unpack(blob(id, "predictions"));
    }

    private byte[] blob(String id, String column) {
        byte[] bytes = database.read(connection -> Sql.first(
                        connection,
                        "SELECT " + column + " FROM model WHERE id = ?",
                        row -> new byte[][] {row.getBytes(1)},
                        id))
                .orElseThrow(() -> unknown(id))[0];
        if (bytes == null) {
            throw Problem.conflict("Model '" + id + "' was deleted; only its record is left.");
        }
        return bytes;
    }

    /** Into production: the one of the same name that was there is retired. */
    public ModelRecord promote(String id, String note) {
        ModelRecord record = alive(id);
        database.write(connection -> {
            List<String> before = Sql.list(
                    connection,
                    "SELECT id FROM model WHERE name = ? AND stage = 'production' AND id <> ?",
                    row -> row.getString(1),
                    record.name(),
                    id);
            for (String other : before) {
                stage(connection, other, "retired", "replaced by " + id);
            }
            return stage(connection, id, "production", note);
        });
        return find(id);
    }

    /** Out of use; it can be promoted again. */
    public ModelRecord retire(String id, String note) {
        ModelRecord record = alive(id);
        int ignored = database.write(connection -> stage(connection, record.id(), "retired", note));
        return find(id);
    }

    /** Its bytes go, its record stays. */
    public ModelRecord delete(String id) {
        ModelRecord record = alive(id);
        if (record.stage().equals("production")) {
            throw Problem.conflict("Model '" + id + "' is in production; retire it first.");
        }
        database.write(connection -> {
            int ignored = Sql.update(connection, "UPDATE model SET bytes = NULL, predictions = NULL WHERE id = ?", id);
            return stage(connection, id, "deleted", "deleted");
        });
        return find(id);
    }

    private ModelRecord alive(String id) {
        ModelRecord record = find(id);
        if (record.stage().equals("deleted")) {
            throw Problem.conflict("Model '" + id + "' was deleted; only its record is left.");
        }
        return record;
    }

    private int stage(Connection connection, String id, String stage, String note) throws SQLException {
        note(connection, id, stage, note);
        return Sql.update(connection, "UPDATE model SET stage = ? WHERE id = ?", stage, id);
    }

    private static void change(Connection connection, String sql, Object... values) throws SQLException {
        int ignored = Sql.update(connection, sql, values);
    }

    private void note(Connection connection, String id, String stage, String note) throws SQLException {
        int ignored = Sql.update(
                connection,
                "INSERT INTO stage_change (model, time_ms, stage, note) VALUES (?, ?, ?, ?)",
                id,
                clock.millis(),
                stage,
                note);
    }
}
