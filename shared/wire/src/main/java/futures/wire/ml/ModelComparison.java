package futures.wire.ml;

import java.util.List;
import java.util.Map;

/**
 * Models side by side.
 *
 * @param metrics   by name, one value for each model, null where it has none
 * @param differ    settings in which they differ, one value for each model
 * @param sameData  whether all were judged on the same bars and labels, without which figures cannot be compared
 */
public record ModelComparison(
        List<ModelLine> models,
        Map<String, List<Double>> metrics,
        Map<String, List<String>> differ,
        boolean sameData) {}
