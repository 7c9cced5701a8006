package futures.ml;

import futures.kit.columnar.Column;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnWriter;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Route;
import futures.kit.http.Routes;
import futures.ml.serve.Serving;
import futures.wire.ml.PredictAnswer;
import futures.wire.ml.PredictOrder;
import futures.wire.ml.Predictions;
import futures.wire.ml.SignalAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What models say. */
final class ServeRoutes {
    private static final String PATH = "/api/ml/models/{id}";
    private static final String MODEL = "model";
    private static final String ID = "as GET /api/ml/models lists it";
    private static final int MOST_JSON_ROWS = 200_000;
    private static final List<Column> COLUMNS = List.of(
            Column.timestamp("timestamp"),
            Column.timestamp("known_at"),
            Column.float64("value"),
            Column.float64("in_training"));

    private final Serving serving;

    ServeRoutes(Serving serving) {
        this.serving = serving;
    }

    void declare(Routes routes) {
        routes.post(PATH + "/predict")
                .summary("Predict of rows, of bars in the body, or of stored bars")
                .description(
                        "Rows come with their columns, which must be the model's in its order (422). Without rows and bars the newest stored"
                                + " bars are taken; of those that the training has seen the answer is that of a fold's model that had not.")
                .path("id", ID)
                .body(PredictOrder.class)
                .answers(PredictAnswer.class)
                .handle(request -> serving.predict(request.path("id"), request.body(PredictOrder.class)));
        routes.post("/api/ml/predict")
                .summary("The same of the model that `model` names")
                .query(MODEL, Param.text().required(), ID)
                .body(PredictOrder.class)
                .answers(PredictAnswer.class)
                .handle(request -> serving.predict(request.text(MODEL), request.body(PredictOrder.class)));
        routes.get(PATH + "/predictions")
                .summary("Predictions of stored bars that no predicting model had seen")
                .description(
                        "Out-of-fold ones within the training's window, the model's own behind it. `force=true` adds those of bars that the"
                                + " model was trained on, each marked.")
                .path("id", ID)
                .query(
                        "symbol",
                        Param.text(),
                        "another symbol than the model's, of which all predictions are the model's own")
                .query("timeframe", Param.text(), "must be the model's")
                .query("start", Param.text(), "trading day or instant from which on bars close")
                .query("end", Param.text(), "up to which they close")
                .query("force", Param.flag().orElse(false), "also of bars that the model was trained on")
                .query("format", Param.choice("json", "arrow").orElse("json"), "arrow for any number of rows")
                .answers(Predictions.class)
                .handle(this::predictions);
        signals(routes.get(PATH + "/signals").path("id", ID), request -> request.path("id"));
        signals(
                routes.post("/api/ml/signals").query(MODEL, Param.text().required(), ID),
                request -> request.text(MODEL));
    }

    private void signals(Route route, Function<Request, String> model) {
        route.summary("Changes of position by a model's predictions, with hysteresis and barriers")
                .query("start", Param.text(), "trading day or instant from which on bars close")
                .query("end", Param.text(), "up to which they close")
                .query("enter", Param.decimal("0", "1"), "probability, or return, from which on a position is taken")
                .query("leave", Param.decimal("0", "1"), "below which it is given up")
                .query("force", Param.flag().orElse(false), "also of bars that the model was trained on")
                .answers(SignalAnswer.class)
                .handle(request -> serving.signals(
                        model.apply(request),
                        request.text("start"),
                        request.text("end"),
                        request.has("enter") ? request.decimal("enter").doubleValue() : null,
                        request.has("leave") ? request.decimal("leave").doubleValue() : null,
                        request.flag("force")));
    }

    private Object predictions(Request request) throws IOException {
        Predictions all = serving.predictions(
                request.path("id"),
                request.text("symbol"),
                request.text("start"),
                request.text("end"),
                request.flag("force"));
        if (request.has("timeframe") && !request.text("timeframe").equals(all.timeframe())) {
            throw Problem.unprocessable("Model '" + all.model() + "' was trained on bars of " + all.timeframe()
                            + "; it says nothing of " + request.text("timeframe") + ".")
                    .field("timeframe", request.text("timeframe"), "must be " + all.timeframe());
        }
        if (request.text("format").equals("arrow")) {
            request.context().contentType("application/vnd.apache.arrow.stream").result(arrow(all));
            return null;
        }
        if (all.rows().size() > MOST_JSON_ROWS) {
            throw Problem.tooLarge(all.rows().size() + " rows are more than " + MOST_JSON_ROWS
                    + "; ask for a shorter range or for format=arrow.");
        }
        return all;
    }

    private static byte[] arrow(Predictions all) throws IOException {
        int size = all.rows().size();
        long[] times = new long[size];
        long[] known = new long[size];
        double[] values = new double[size];
        double[] seen = new double[size];
        for (int i = 0; i < size; i++) {
            Predictions.Row row = all.rows().get(i);
            times[i] = row.time().toEpochMilli();
            known[i] = row.knownAt().toEpochMilli();
            values[i] = row.value();
            seen[i] = row.inTraining() ? 1 : 0;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ColumnWriter writer = new ColumnWriter(
                out,
                COLUMNS,
                Map.of(
                        "model", all.model(),
                        "version", Integer.toString(all.version()),
                        "kind", all.kind(),
                        "side", all.side(),
                        "threshold", Double.toString(all.threshold()),
                        "trained_to", all.trainedTo().toString(),
                        "in_training", Integer.toString(all.inTraining())));
        writer.write(new ColumnBatch(COLUMNS, size, times, known, values, seen));
        writer.end();
        return out.toByteArray();
    }
}
