package futures.backtest.series;

import com.fasterxml.jackson.databind.JsonNode;
import futures.engine.Market;
import futures.engine.ModelPredictions;
import futures.kit.ServiceClient;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnReader;
import futures.kit.http.Problem;
import futures.model.BarSeries;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fetches what models say of the bars of a market from the machine learning service. */
public final class ModelClient {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String MODELS = "/api/ml/models/";

    private final ServiceClient ml;

    public ModelClient(ServiceClient ml) {
        this.ml = ml;
    }

    /**
     * The market with what the models say of its bars.
     *
     * @param models        ids by name
     * @param forceInSample whether also of bars that they were trained on
     * @throws Problem what the service says, or 422 when a model says nothing of the bars
     */
    public Market with(Market market, Map<String, String> models, boolean forceInSample) {
        List<ModelPredictions> all = new ArrayList<>();
        models.forEach((name, id) -> all.add(fetch(market.bars(), name, id, forceInSample)));
        try {
            Market with = market.withModels(all);
            with.modelIdentities().forEach(identity -> {
                if (identity.bars() == 0) {
                    throw Problem.unprocessable("Model '" + identity.model()
                                    + "' says nothing of the bars of this run that it has not learnt"
                                    + " from; take bars from its validation on, or later ones.")
                            .field("models." + identity.name(), identity.model(), "no predictions in the range");
                }
            });
            return with;
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("The models cannot be read: " + e.getMessage() + ".")
                    .field("models", models, e.getMessage());
        }
    }

    private ModelPredictions fetch(BarSeries bars, String name, String id, boolean force) {
        String path = MODELS + encode(id);
        JsonNode record = ml.get(path, LONGEST);
        String range = "&start=" + encode(Instant.ofEpochMilli(bars.openTime(0)).toString()) + "&end="
                + encode(Instant.ofEpochMilli(bars.closeTime(bars.size() - 1)).toString());
        String query = "/predictions?format=arrow&symbol=" + encode(bars.symbol()) + "&timeframe="
                + encode(bars.timeframe().toString()) + range + "&force=" + force;
        try (InputStream in = ml.stream(path + query, null, LONGEST).body()) {
            ColumnBatch rows = new ColumnReader(in).readAll();
            double[] seen = rows.doubles("in_training");
            boolean[] inTraining = new boolean[rows.rows()];
            for (int i = 0; i < inTraining.length; i++) {
                inTraining[i] = seen[i] != 0;
            }
            return new ModelPredictions(
                    name,
                    record.path("id").asText(id),
                    record.path("version").asInt(),
                    record.path("hash").asText(),
                    rows.longs("timestamp"),
                    rows.longs("known_at"),
                    rows.doubles("value"),
                    inTraining);
        } catch (IOException e) {
            throw Problem.unavailable("The predictions of model '" + id + "' broke off on the way: " + e.getMessage());
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
