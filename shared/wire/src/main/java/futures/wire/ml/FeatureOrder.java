package futures.wire.ml;

import java.util.List;

/**
 * Features of stored bars to look at.
 *
 * @param timeframe null: {@code 1m}
 * @param hours     {@code all}, {@code regular} or {@code overnight}; null: all
 * @param startDate trading day or instant; null: from the first bar
 * @param endDate   null: to the last bar
 * @param contract  product that the bars are prices of; null: what the series says
 * @param last      the newest so many bars; 100
 */
public record FeatureOrder(
        String symbol,
        String timeframe,
        String hours,
        String startDate,
        String endDate,
        String contract,
        List<FeatureSpec> features,
        Integer last) {}
