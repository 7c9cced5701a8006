package futures.ml.train;

import futures.analytics.split.CombinatorialPurged;
import futures.analytics.split.PurgedKFold;
import futures.analytics.split.Spans;
import futures.analytics.split.Split;
import futures.analytics.split.WalkForwardSplit;
import futures.ml.dataset.Dataset;
import futures.wire.ml.ValidationSpec;
import java.util.List;

/** The splits of a validation. */
final class Folds {
    private static final int MOST = 100;
    private static final int LEAST_ROWS = 10;

    private Folds() {}

    /** @throws futures.kit.http.Problem 422 when the rows cannot be divided so */
    static List<Split> of(ValidationSpec spec, Dataset dataset) {
        List<Split> splits;
        try {
            splits = split(spec, dataset);
        } catch (IllegalArgumentException e) {
            throw TrainPlan.wrong("validation", spec.kind(), e.getMessage());
        }
        if (splits.isEmpty()) {
            throw TrainPlan.wrong(
                    "validation.train",
                    spec.train(),
                    "no window fits into " + dataset.series().size() + " bars; take shorter ones");
        }
        if (splits.size() > MOST) {
            throw TrainPlan.wrong(
                    "validation",
                    spec.kind(),
                    splits.size() + " fits are more than " + MOST + "; take fewer folds or longer windows");
        }
        for (Split split : splits) {
            if (split.train().length < LEAST_ROWS) {
                throw TrainPlan.wrong(
                        "validation",
                        spec.kind(),
                        "a fold has only " + split.train().length + " rows to fit on after purging; take fewer folds, a"
                                + " smaller embargo, shorter labels or more bars");
            }
        }
        return splits;
    }

    private static List<Split> split(ValidationSpec spec, Dataset dataset) {
        Spans spans = dataset.spans();
        return switch (spec.kind()) {
            case "walk_forward" ->
                new WalkForwardSplit(spec.train(), spec.test(), spec.embargo(), spec.anchored())
                        .split(spans, dataset.events()[0], dataset.events()[dataset.rows() - 1] + 1).stream()
                                .map(WalkForwardSplit.Window::split)
                                .toList();
            case "cpcv" -> new CombinatorialPurged(spec.folds(), spec.tested(), spec.embargo()).split(spans);
            default -> new PurgedKFold(spec.folds(), spec.embargo()).split(spans);
        };
    }
}
