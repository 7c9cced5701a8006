package futures.ml.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A model behind its preparation. */
final class PreparedModel implements FittedModel {
    static final String KIND = "prepared";

    private final Steps steps;
    private final FittedModel inner;

    PreparedModel(Steps steps, FittedModel inner) {
        this.steps = steps;
        this.inner = inner;
    }

    static PreparedModel read(ModelFile.Parts parts) {
        JsonNode text = parts.text();
        double[] kept = ModelFile.numbers(text.path("kept"));
        int[] places = new int[kept.length];
        for (int k = 0; k < places.length; k++) {
            places[k] = (int) kept[k];
        }
        return new PreparedModel(
                new Steps(
                        ModelFile.numbers(text.path("fills")),
                        ModelFile.numbers(text.path("means")),
                        ModelFile.numbers(text.path("deviations")),
                        places),
                parts.inner());
    }

    @Override
    public Task task() {
        return inner.task();
    }

    @Override
    public int features() {
        return steps.fills().length;
    }

    @Override
    public double[] predict(Matrix matrix) {
        FittedModel.check(this, matrix);
        return inner.predict(steps.apply(matrix));
    }

    @Override
    public byte[] bytes() {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("fills", ModelFile.list(steps.fills()));
        text.put("means", ModelFile.list(steps.means()));
        text.put("deviations", ModelFile.list(steps.deviations()));
        text.put("kept", steps.kept());
        try {
            return FittedModel.named(KIND, ModelFile.join(Json.mapper().writeValueAsString(text), inner));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<double[]> gain() {
        return inner.gain().map(steps::spread);
    }

    @Override
    public Optional<double[][]> contributions(Matrix matrix) {
        FittedModel.check(this, matrix);
        return inner.contributions(steps.apply(matrix)).map(rows -> {
            double[][] all = new double[rows.length][];
            for (int i = 0; i < all.length; i++) {
                all[i] = steps.spread(rows[i]);
            }
            return all;
        });
    }
}
