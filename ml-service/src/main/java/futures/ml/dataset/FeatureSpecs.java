package futures.ml.dataset;

import futures.kit.http.Problem;
import futures.ml.feature.Feature;
import futures.ml.feature.FeatureCatalogue;
import futures.wire.ml.FeatureSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads features as a request gives them. */
public final class FeatureSpecs {
    private static final int MOST = 500;
    private static final int MOST_LAG = 10_000;

    private FeatureSpecs() {}

    /** @throws Problem 422 naming the feature and what is wrong with it */
    public static List<Feature> read(List<FeatureSpec> specs, FeatureCatalogue catalogue) {
        if (specs == null || specs.isEmpty()) {
            throw Problem.unprocessable("Name at least one feature; GET /api/ml/features lists them.")
                    .field("features", null, "missing");
        }
        if (specs.size() > MOST) {
            throw Problem.unprocessable("A dataset has at most " + MOST + " features, found " + specs.size() + ".")
                    .field("features", specs.size(), "too many");
        }
        List<Feature> features = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < specs.size(); i++) {
            Feature feature = read(specs.get(i), "features[" + i + "]", catalogue);
            if (!names.add(feature.name())) {
                throw wrong(
                        "features[" + i + "].name",
                        feature.name(),
                        "two features have this name; give one of them another");
            }
            features.add(feature);
        }
        return features;
    }

    private static Feature read(FeatureSpec spec, String field, FeatureCatalogue catalogue) {
        if (spec == null || (spec.kind() == null) == (spec.expression() == null)) {
            throw wrong(field, null, "give either 'kind' or 'expression'");
        }
        int lag = spec.lag() == null ? 0 : spec.lag();
        if (lag < 0 || lag > MOST_LAG) {
            throw wrong(
                    field + ".lag",
                    lag,
                    "must be from 0 to " + MOST_LAG + " bars; a feature cannot be taken from the future");
        }
        Feature feature;
        try {
            feature = spec.kind() == null
                    ? catalogue.expression(spec.expression())
                    : catalogue.feature(spec.kind(), spec.parameters() == null ? Map.of() : spec.parameters());
            if (spec.timeframe() != null) {
                feature = feature.at(spec.timeframe());
            }
            if (spec.symbol() != null) {
                feature = feature.of(spec.symbol());
            }
        } catch (IllegalArgumentException e) {
            throw wrong(field, spec.kind() == null ? spec.expression() : spec.kind(), e.getMessage());
        }
        feature = feature.lagged(lag);
        return spec.name() == null || spec.name().isBlank()
                ? feature.named(feature.text())
                : feature.named(spec.name());
    }

    private static Problem wrong(String field, Object value, String message) {
        return Problem.unprocessable("A feature cannot be read: " + message + ".")
                .field(field, value, message);
    }
}
