package futures.ml.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An intercept and a coefficient for each feature; of a classification their sum is in log-odds. */
final class LinearModel implements FittedModel {
    static final String KIND = "linear";

    private final Task task;
    private final double intercept;
    private final double[] coefficients;

    LinearModel(Task task, double intercept, double[] coefficients) {
        this.task = task;
        this.intercept = intercept;
        this.coefficients = coefficients.clone();
    }

    static LinearModel read(JsonNode json) {
        return new LinearModel(
                Task.valueOf(json.path("task").asText()),
                json.path("intercept").doubleValue(),
                ModelFile.numbers(json.path("coefficients")));
    }

    double intercept() {
        return intercept;
    }

    double[] coefficients() {
        return coefficients.clone();
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public int features() {
        return coefficients.length;
    }

    @Override
    public double[] predict(Matrix matrix) {
        FittedModel.check(this, matrix);
        double[] predicted = new double[matrix.rows()];
        for (int i = 0; i < predicted.length; i++) {
            double sum = intercept;
            for (int f = 0; f < coefficients.length; f++) {
                sum += coefficients[f] * matrix.at(i, f);
            }
            predicted[i] = task == Task.REGRESSION ? sum : Logistic.probability(sum);
        }
        return predicted;
    }

    @Override
    public byte[] bytes() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("task", task.name());
        json.put("intercept", intercept);
        json.put("coefficients", ModelFile.list(coefficients));
        try {
            return FittedModel.named(
                    KIND, Json.mapper().writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
