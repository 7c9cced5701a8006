package futures.wire.ml;

import java.time.Instant;
import java.util.List;

/**
 * Values of features.
 *
 * @param featureHash of the definitions in their order
 * @param bars        of the series that they were computed on
 * @param columns     their names
 * @param features    all of each in one line
 * @param rows        oldest first
 */
public record FeatureRows(String featureHash, int bars, List<String> columns, List<String> features, List<Row> rows) {
    /**
     * One bar.
     *
     * @param time    of its open
     * @param knownAt its close
     * @param values  by column; null where one has none
     */
    public record Row(Instant time, Instant knownAt, List<Double> values) {}
}
