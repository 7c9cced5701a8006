package futures.wire.ml;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** All that a model depends on. */
public record Provenance(
        String model,
        String modelHash,
        String datasetHash,
        String dataHash,
        String featureHash,
        String labelHash,
        List<DatasetColumn> features,
        LabelSpec label,
        SamplingSpec sampling,
        ModelChoice choice,
        ValidationSpec validation,
        long seed,
        String library,
        Instant trainedFrom,
        Instant trainedTo,
        Instant createdAt,
        Map<String, Double> metrics) {}
