package futures.ml.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Turns a model's probability into one that is as frequent as it says. */
public sealed interface Calibration permits Platt, Isotonic {
    /** Rises, or stays, with the probability. */
    double apply(double probability);

    /** What it is made of, for JSON. */
    Map<String, Object> facts();

    /** A model that says calibrated probabilities. */
    default FittedModel of(FittedModel model) {
        return new CalibratedModel(this, model);
    }

    static Calibration read(JsonNode facts) {
        return switch (facts.path("method").asText()) {
            case "platt" ->
                new Platt(facts.path("a").doubleValue(), facts.path("b").doubleValue());
            case "isotonic" ->
                new Isotonic(ModelFile.numbers(facts.path("at")), ModelFile.numbers(facts.path("probability")));
            default ->
                throw new IllegalArgumentException("the model is damaged: it does not say how it was calibrated");
        };
    }
}
