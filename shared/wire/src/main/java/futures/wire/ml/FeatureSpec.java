package futures.wire.ml;

import java.util.Map;

/**
 * One column of a dataset: a kind of the catalogue with parameters, or an expression.
 *
 * @param name       of the column; null: the feature in one line
 * @param kind       of the catalogue, e.g. {@code rsi}; null with an expression
 * @param parameters of the kind; those left out stand in
 * @param expression e.g. {@code (close - mean(close, 20)) / traded}; null with a kind
 * @param symbol     another symbol that it is taken of, in the same form and range; null: the dataset's own
 * @param timeframe  longer timeframe that it is taken of, each value from the close of its bar on; null: the bars' own
 * @param lag        bars ago; null: 0
 */
public record FeatureSpec(
        String name,
        String kind,
        Map<String, Object> parameters,
        String expression,
        String symbol,
        String timeframe,
        Integer lag) {}
