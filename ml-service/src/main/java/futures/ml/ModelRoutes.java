package futures.ml;

import futures.kit.bus.Bus;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Routes;
import futures.ml.registry.ModelStore;
import futures.wire.Channels;
import futures.wire.ml.ImportanceAnswer;
import futures.wire.ml.ModelComparison;
import futures.wire.ml.ModelList;
import futures.wire.ml.ModelRecord;
import futures.wire.ml.ModelStatus;
import futures.wire.ml.Provenance;
import futures.wire.ml.TrainReport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The registry. */
final class ModelRoutes {
    private static final String PATH = "/api/ml/models";
    private static final String ID = "as GET /api/ml/models lists it";
    private static final int MOST_LISTED = 1_000;
    private static final int MOST_COMPARED = 20;

    private final ModelStore store;
    private final Staleness staleness;
    private final DataChanges changes;
    private final Trainings trainings;
    private final Bus bus;

    ModelRoutes(ModelStore store, Staleness staleness, DataChanges changes, Trainings trainings, Bus bus) {
        this.store = store;
        this.staleness = staleness;
        this.changes = changes;
        this.trainings = trainings;
        this.bus = bus;
    }

    void declare(Routes routes) {
        routes.get("/api/ml/model/status")
                .summary("Models, trainings under way, and when the data that models depend on changed last")
                .answers(ModelStatus.class)
                .handle(request -> new ModelStatus(
                        list(MOST_LISTED, false).models(),
                        trainings.newest(MOST_COMPARED).stream()
                                .filter(one -> one.endedAt() == null)
                                .toList(),
                        changes.all()));
        routes.get(PATH)
                .summary("Models of the registry, the newest first")
                .query("limit", Param.integer(1, MOST_LISTED).orElse(100), "at most so many")
                .query("deleted", Param.flag().orElse(false), "deleted ones too, of which the record is left")
                .answers(ModelList.class)
                .handle(request -> list(request.integer("limit"), request.flag("deleted")));
        routes.get(PATH + "/compare")
                .summary("Models side by side")
                .query("ids", Param.text().required(), "two or more, separated by commas")
                .answers(ModelComparison.class)
                .handle(request -> ModelLines.compare(several(request.text("ids"))));
        routes.get(PATH + "/{id}")
                .summary("A model with what its training found")
                .path("id", ID)
                .answers(ModelRecord.class)
                .handle(request -> find(request.path("id")));
        routes.get(PATH + "/{id}/provenance")
                .summary("All that a model depends on")
                .path("id", ID)
                .answers(Provenance.class)
                .handle(request -> ModelLines.provenance(find(request.path("id"))));
        routes.get(PATH + "/{id}/importance")
                .summary("What each column does for the predictions")
                .description(
                        "By shuffling it in each fold's test rows, with the deviation over folds; of trees also the gain of its splits and the"
                                + " mean size of its contribution (SHAP).")
                .path("id", ID)
                .answers(ImportanceAnswer.class)
                .handle(request -> new ImportanceAnswer(
                        request.path("id"), find(request.path("id")).report().importance()));
        routes.get(PATH + "/{id}/calibration")
                .summary("How frequent is what the probabilities say, out of fold")
                .path("id", ID)
                .answers(TrainReport.Calibration.class)
                .handle(request -> {
                    TrainReport.Calibration calibration =
                            find(request.path("id")).report().calibration();
                    if (calibration == null) {
                        throw Problem.unprocessable(
                                "Model '" + request.path("id") + "' predicts returns, which are not calibrated.");
                    }
                    return calibration;
                });
        routes.post(PATH + "/{id}/promote")
                .summary("Put a model into production")
                .description(
                        "The model of the same name that was there is retired. A model with a test for leakage that failed is refused unless"
                                + " `force` is given.")
                .path("id", ID)
                .query("note", Param.text().orElse(""), "why")
                .query("force", Param.flag().orElse(false), "in spite of a failed test for leakage")
                .answers(ModelRecord.class)
                .handle(request -> {
                    ModelRecord record = find(request.path("id"));
                    long failed = ModelLines.line(record).leakage();
                    if (failed > 0 && !request.flag("force")) {
                        throw Problem.conflict("Of model '" + record.id() + "' " + failed
                                + " tests for leakage failed: its figures may know"
                                + " the future. Correct what they name and train again, or add force=true.");
                    }
                    return told(store.promote(record.id(), request.text("note")));
                });
        routes.post(PATH + "/{id}/retire")
                .summary("Take a model out of use")
                .path("id", ID)
                .query("note", Param.text().orElse(""), "why")
                .answers(ModelRecord.class)
                .handle(request -> told(store.retire(request.path("id"), request.text("note"))));
        routes.delete(PATH + "/{id}")
                .summary("Delete a model; its record stays")
                .path("id", ID)
                .answers(ModelRecord.class)
                .handle(request -> told(store.delete(request.path("id"))));
    }

    private ModelList list(int limit, boolean deleted) {
        return new ModelList(store.newest(limit, deleted).stream()
                .map(staleness::judged)
                .map(ModelLines::line)
                .toList());
    }

    private ModelRecord find(String id) {
        return staleness.judged(store.find(id));
    }

    private List<ModelRecord> several(String ids) {
        List<String> all =
                Arrays.stream(ids.split(",")).map(String::trim).distinct().toList();
        if (all.size() < 2 || all.size() > MOST_COMPARED) {
            throw Problem.badRequest("Name 2 to " + MOST_COMPARED + " models, separated by commas.")
                    .field("ids", ids, "2 to " + MOST_COMPARED);
        }
        return all.stream().map(this::find).toList();
    }

    private ModelRecord told(ModelRecord record) {
        bus.publish(
                Channels.ML_MODELS,
                "model_" + record.stage(),
                PATH + "/" + record.id(),
                Map.of("model", record.id(), "stage", record.stage()));
        return staleness.judged(record);
    }
}
