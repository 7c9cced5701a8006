package futures.launcher.system;

import static futures.launcher.process.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** From imported bars to a trained and promoted model, to a backtest that reads it, to that run's risk. */
record ModelledRun(URI data, URI ml, URI backtest, URI risk) {
    private static final int BARS = 1300;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy;HH:mm");
    private static final String TRAINING = """
            {"data": {"symbol": "MNQ",
                      "features": [{"kind": "rsi", "name": "rsi"}, {"kind": "body", "name": "body"}],
                      "label": {"kind": "direction", "bars": 1}},
             "model": {"kind": "gradient_boosting", "parameters": {"n_estimators": 40}}}""";

    void check() throws IOException {
        JsonNode report =
                Http.post(data.resolve("/api/data/import/csv?symbol=MNQ&wait=true"), "text/csv", leaningBars());
        assertEquals(BARS, report.path("rows_added").asInt(), report::toString);
        String model = trained();
        JsonNode record = Http.post(ml.resolve("/api/ml/models/" + model + "/promote"), "application/json", "");
        assertEquals("production", record.path("stage").asText(), record::toString);

        JsonNode result = Http.post(
                backtest.resolve("/api/backtest?strategy_name=MlSignalStrategy&symbol=MNQ&model=" + model),
                "application/json",
                "{\"max_bars\": 1, \"stop_ticks\": 0}");
        JsonNode read = result.at("/manifest/models/0");
        assertEquals(model, read.path("model").asText(), result.path("manifest")::toString);
        assertEquals(record.path("hash"), read.path("hash"));
        assertEquals(record.path("version"), read.path("version"));
        assertEquals(0, read.path("in_training").asInt());
        assertTrue(read.path("bars").asInt() > 500, read::toString);
        assertTrue(result.at("/performance/total_trades").asInt() > 20, result.path("performance")::toString);
        assertTrue(result.at("/performance/net_profit").asDouble() > 0, result.path("performance")::toString);

        String run = result.path("id").asText();
        JsonNode verdict =
                Http.post(backtest.resolve("/api/backtests/" + run + "/verify?wait=true"), "application/json", "");
        assertEquals("verified", verdict.path("verdict").asText(), verdict::toString);
        JsonNode summary = Http.get(risk.resolve("/api/risk/backtest/" + run + "/summary"));
        assertEquals(
                result.at("/performance/total_trades").asInt(),
                summary.at("/figures/trades").asInt(),
                summary::toString);

        JsonNode forced = Http.post(
                backtest.resolve(
                        "/api/backtest?strategy_name=MlSignalStrategy&symbol=MNQ&force_in_sample=true&model=" + model),
                "application/json",
                "{}");
        int seen = forced.at("/manifest/models/0/in_training").asInt();
        assertEquals(seen > 0, forced.path("findings").toString().contains("in_sample_predictions"), forced::toString);
    }

    /** Minutes of which four in five go the way of the one before, so that the next can be told, but not for certain. */
    private static String leaningBars() {
        StringBuilder csv = new StringBuilder("Date (D);Time (T);Open (O);High (H);Low (L);Close (C);Volume (V)\n");
        LocalDateTime time = LocalDateTime.of(2024, 1, 15, 17, 0);
        Random random = new Random(3);
        double close = 17_000;
        int way = 1;
        for (int i = 0; i < BARS; i++) {
            double open = close;
            way = random.nextInt(5) == 0 ? -way : way;
            // drawn back to where it began, or a long run of one way would be all there is to learn
            close += way * (8.0 + random.nextInt(33)) - Math.round((close - 17_000) / 50);
            csv.append(String.format(
                    Locale.ROOT,
                    "%s;%.2f;%.2f;%.2f;%.2f;%d%n",
                    DATE.format(time),
                    open,
                    Math.max(open, close) + 0.5,
                    Math.min(open, close) - 0.5,
                    close,
                    100 + random.nextInt(50)));
            time = time.plusMinutes(1);
        }
        return csv.toString();
    }

    private String trained() throws IOException {
        JsonNode begun = Http.post(ml.resolve("/api/ml/train/classification"), "application/json", TRAINING);
        URI training = ml.resolve("/api/ml/trainings/" + begun.path("id").asText());
        eventually(
                "the training has ended",
                () -> text(training, "state").matches("done|failed"),
                () -> text(training, "message"));
        JsonNode state = Http.get(training);
        assertEquals("done", state.path("state").asText(), state::toString);
        return state.path("model").asText();
    }

    private static String text(URI state, String field) {
        try {
            return Http.get(state).path(field).asText();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
