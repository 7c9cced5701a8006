package futures.wire.ml;

import java.util.List;

/**
 * Bars, features and labels that make a dataset.
 *
 * @param symbol    e.g. {@code MES} or {@code ES.v.0@diff}
 * @param timeframe null: {@code 1m}
 * @param hours     {@code all}, {@code regular} or {@code overnight}; null: all
 * @param startDate trading day or instant; null: from the first bar
 * @param endDate   null: to the last bar
 * @param contract  product that the bars are prices of; null: what the series says
 * @param features  columns in their order, at least one
 * @param label     what is to be predicted
 * @param sampling  null: all bars, weighted by uniqueness
 */
public record DatasetOrder(
        String symbol,
        String timeframe,
        String hours,
        String startDate,
        String endDate,
        String contract,
        List<FeatureSpec> features,
        LabelSpec label,
        SamplingSpec sampling) {}
