package futures.ml.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trees of XGBoost, grown here or read from a file that Python wrote. Its numbers are of single precision. */
public final class TreeModel implements FittedModel {
    static final String KIND = "xgboost";

    private static final int CHUNK = 100_000;

    private final Task task;
    private final int features;
    private final byte[] json;
    private final Booster booster;

    private TreeModel(Task task, int features, byte[] json, Booster booster) throws XGBoostError {
        this.task = task;
        this.features = features;
        this.json = json;
        this.booster = booster;
        booster.setParam("nthread", 1);
    }

    static TreeModel grown(Task task, Booster booster) throws XGBoostError {
        return new TreeModel(task, Math.toIntExact(booster.getNumFeature()), booster.toByteArray("json"), booster);
    }

    static TreeModel read(String[] head, byte[] json) {
        if (head.length != 2) {
            throw new IllegalArgumentException("the model is damaged: it does not say what it predicts");
        }
        return load(Task.valueOf(head[1]), json);
    }

    /**
     * A model that XGBoost saved as JSON or UBJSON, in Python for example.
     *
     * @throws IllegalArgumentException when it is no such file, or one that predicts something else than one number
     */
    public static TreeModel imported(byte[] file) {
        TreeModel loaded = load(Task.REGRESSION, file);
        String objective = loaded.learner().path("objective").path("name").asText();
        return switch (objective) {
            case "binary:logistic", "reg:logistic" -> load(Task.CLASSIFICATION, loaded.json);
            case "reg:squarederror", "reg:absoluteerror", "reg:pseudohubererror", "reg:squaredlogerror" -> loaded;
            default ->
                throw new IllegalArgumentException("the model's objective is '" + objective
                        + "'; binary:logistic and reg:squarederror can be used, among others that predict one number");
        };
    }

    private static TreeModel load(Task task, byte[] file) {
        NativeLibraries.xgboost();
        try {
            return grown(task, XGBoost.loadModel(file));
        } catch (XGBoostError | IOException e) {
            throw new IllegalArgumentException("XGBoost cannot read the model: " + firstLine(e.getMessage()), e);
        }
    }

    static String firstLine(String message) {
        return message == null
                ? "no reason given"
                : message.lines().findFirst().orElse(message).strip();
    }

    private JsonNode learner() {
        return ModelFile.json(json).path("learner");
    }

    /** Names of the features in their order, as far as the file has them; else none. */
    public String[] names() {
        JsonNode names = learner().path("feature_names");
        String[] all = new String[names.size()];
        Arrays.setAll(all, f -> names.get(f).asText());
        return all;
    }

    /** The version of XGBoost that wrote it. */
    public String version() {
        JsonNode version = ModelFile.json(json).path("version");
        return version.path(0).asText() + "." + version.path(1).asText() + "."
                + version.path(2).asText();
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public double[] predict(Matrix matrix) {
        FittedModel.check(this, matrix);
        double[] predicted = new double[matrix.rows()];
        float[] values = matrix.floats();
        try {
            for (int from = 0; from < predicted.length; from += CHUNK) {
                int to = Math.min(predicted.length, from + CHUNK);
                float[] some =
                        predicted.length <= CHUNK ? values : Arrays.copyOfRange(values, from * features, to * features);
                float[][] out;
                synchronized (booster) {
                    out = booster.inplace_predict(some, to - from, features, Float.NaN);
                }
                for (int i = from; i < to; i++) {
                    double value = out[i - from][0];
                    // means of classes may be rounded over the edge
                    predicted[i] = task == Task.REGRESSION ? value : Math.min(1, Math.max(0, value));
                }
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost cannot predict: " + firstLine(e.getMessage()), e);
        }
        return predicted;
    }

    @Override
    public byte[] bytes() {
        return FittedModel.named(KIND + " " + task, json);
    }

    @Override
    public Optional<double[]> gain() {
        String[] places = new String[features];
        Arrays.setAll(places, f -> "f" + f);
        try {
            Map<String, Double> gains;
            synchronized (booster) {
                gains = booster.getScore(places, "total_gain");
            }
            double total = gains.values().stream().mapToDouble(gain -> gain).sum();
            double[] parts = new double[features];
            for (int f = 0; f < features; f++) {
                parts[f] = total == 0 ? 0 : gains.getOrDefault(places[f], 0.0) / total;
            }
            return Optional.of(parts);
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost cannot say its gain: " + firstLine(e.getMessage()), e);
        }
    }

    @Override
    public Optional<double[][]> contributions(Matrix matrix) {
        FittedModel.check(this, matrix);
        try {
            DMatrix rows = new DMatrix(matrix.floats(), matrix.rows(), features, Float.NaN);
            try {
                float[][] out;
                synchronized (booster) {
                    out = booster.predictContrib(rows, 0);
                }
                double[][] contributions = new double[out.length][features + 1];
                for (int i = 0; i < out.length; i++) {
                    for (int f = 0; f <= features; f++) {
                        contributions[i][f] = out[i][f];
                    }
                }
                return Optional.of(contributions);
            } finally {
                rows.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost cannot explain: " + firstLine(e.getMessage()), e);
        }
    }
}
