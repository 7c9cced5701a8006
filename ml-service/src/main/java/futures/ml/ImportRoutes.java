package futures.ml;

import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.ml.bars.SeriesSource;
import futures.ml.dataset.Dataset;
import futures.ml.dataset.DatasetKeeper;
import futures.ml.dataset.Datasets;
import futures.ml.model.FittedModel;
import futures.ml.model.OnnxModel;
import futures.ml.model.Task;
import futures.ml.model.TreeModel;
import futures.ml.registry.ModelStore;
import futures.ml.registry.TrainingStore;
import futures.ml.train.ImportedModel;
import futures.wire.ml.ModelRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Models that were fitted elsewhere. */
final class ImportRoutes {
    private final ModelStore models;
    private final TrainingStore trainings;
    private final DatasetKeeper keeper;
    private final Datasets datasets;
    private final SeriesSource source;
    private final Clock clock;

    ImportRoutes(
            ModelStore models,
            TrainingStore trainings,
            DatasetKeeper keeper,
            Datasets datasets,
            SeriesSource source,
            Clock clock) {
        this.models = models;
        this.trainings = trainings;
        this.keeper = keeper;
        this.datasets = datasets;
        this.source = source;
        this.clock = clock;
    }

    void declare(Routes routes) {
        routes.post("/api/ml/models/import")
                .summary("Register a model that XGBoost saved as JSON, or one in the ONNX format")
                .description(
                        "It is judged by the rows of the dataset that begin after `trained_to`, and by these alone: nothing here can tell what"
                                + " it was fitted on. Its columns are those of the dataset in their order.")
                .query("name", Param.text().required(), "of the model")
                .query("format", Param.choice("xgboost", "onnx").required(), "of the body")
                .query("dataset", Param.text().required(), "hash of a dataset with its columns")
                .query(
                        "trained_to",
                        Param.text().required(),
                        "instant after which it has seen no bar, neither in features nor in labels")
                .query("threshold", Param.decimal("0", "1"), "from which signals take a position")
                .bodyOf("application/octet-stream")
                .answers(201, ModelRecord.class)
                .handle(this::take);
    }

    private Answer take(Request request) {
        Instant trainedTo;
        try {
            trainedTo = Instant.parse(request.text("trained_to"));
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("'trained_to' must be an instant such as 2024-03-28T21:00:00Z.")
                    .field("trained_to", request.text("trained_to"), "no instant");
        }
        Instant begun = clock.instant();
        Dataset dataset = keeper.get(request.text("dataset"));
        String format = request.text("format");
        FittedModel model = read(format, dataset, request.context().bodyAsBytes());
        List<String> columns =
                dataset.features().stream().map(feature -> feature.name()).toList();
        String library = format;
        if (model instanceof TreeModel trees) {
            library = "xgboost " + trees.version();
            List<String> names = List.of(trees.names());
            if (!names.isEmpty() && !names.equals(columns)) {
                throw Problem.unprocessable("The model's features are " + names + ", the dataset's columns are "
                                + columns + "; make a dataset with its columns in its order.")
                        .field("dataset", columns, "must be " + names);
            }
        }
        if (model.features() != columns.size()) {
            throw Problem.unprocessable("The model takes " + model.features() + " features, the dataset has "
                            + columns.size() + " columns.")
                    .field("dataset", columns.size(), "must have " + model.features() + " columns");
        }
        int before = trainings.tries(
                dataset.about().labelHash(), dataset.about().order().symbol());
        String id = models.register(
                new ImportedModel(
                                request.text("name"),
                                format,
                                model,
                                dataset,
                                datasets,
                                source,
                                trainedTo,
                                request.has("threshold")
                                        ? request.decimal("threshold").doubleValue()
                                        : null)
                        .judge(before),
                begun,
                library,
                trainedTo);
        return Answer.created("/api/ml/models/" + id, models.find(id));
    }

    private static FittedModel read(String format, Dataset dataset, byte[] body) {
        Task task = dataset.classification() ? Task.CLASSIFICATION : Task.REGRESSION;
        FittedModel model;
        try {
            model = format.equals("onnx") ? OnnxModel.imported(task, body) : TreeModel.imported(body);
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("The model cannot be read: " + e.getMessage() + ".")
                    .field("body", null, e.getMessage());
        }
        if (model.task() != task) {
            throw Problem.unprocessable("The model predicts a " + model.task().key() + ", the dataset's label is of a "
                            + task.key() + ".")
                    .field("dataset", task.key(), "must be of a " + model.task().key());
        }
        return model;
    }
}
