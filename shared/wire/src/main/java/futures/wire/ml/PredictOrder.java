package futures.wire.ml;

import java.util.List;

/**
 * What to predict of: rows of features, or bars.
 *
 * @param columns     names of the columns of rows, exactly the model's in its order
 * @param rows        values; null where missing
 * @param featureHash of the definitions that the rows were made by; null: not checked
 * @param symbol      with stored bars: null is the model's own
 * @param start       with stored bars: only predictions of bars that close from here on
 * @param end         with stored bars: only up to here
 * @param last        with stored bars or given ones: the newest so many predictions; 1
 * @param bars        given ones of the model's timeframe, oldest first
 */
public record PredictOrder(
        List<String> columns,
        List<List<Double>> rows,
        String featureHash,
        String symbol,
        String start,
        String end,
        Integer last,
        List<GivenBar> bars) {}
