package futures.wire.backtest;

import java.util.List;

/**
 * A figure over the values of two parameters.
 *
 * @param x      values along a row
 * @param y      values along a column; one null for a single parameter
 * @param reduce {@code best}: of the combination with the best score; {@code mean}; {@code count} of combinations with the figure
 * @param cells  by y, then x; null where no combination has the figure
 */
public record Surface(
        String xName,
        List<Object> x,
        String yName,
        List<Object> y,
        String figure,
        String reduce,
        List<List<Double>> cells) {}
