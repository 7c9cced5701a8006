package futures.ml.feature;

import java.util.function.DoubleBinaryOperator;

/**
 * Figures of the last <em>period</em> values, NaN until there are so many and wherever one of them is NaN.
 *
 * <p>A window is the end of one block of <em>period</em> values and the beginning of the next, each folded once (van Herk,
 * 1992; Gil and Werman, 1993): two steps a value whatever the period. Unlike a sum that values are added to and taken from,
 * nothing that has left the window is left in it, not even by rounding.
 */
final class Windows {
    private Windows() {}

    /** @param operator associative, such as a sum or a maximum */
    static double[] fold(double[] values, int period, DoubleBinaryOperator operator) {
        int size = values.length;
        double[] folded = Columns.undefined(size);
        double[] ends = new double[period];
        for (int block = 0; block + period <= size; block += period) {
            double end = values[block + period - 1];
            ends[period - 1] = end;
            for (int k = period - 2; k >= 0; k--) {
                end = operator.applyAsDouble(values[block + k], end);
                ends[k] = end;
            }
            folded[block + period - 1] = ends[0];
            double beginning = Double.NaN;
            for (int k = 1; k < period && block + period + k - 1 < size; k++) {
                double value = values[block + period + k - 1];
                beginning = k == 1 ? value : operator.applyAsDouble(beginning, value);
                folded[block + period + k - 1] = operator.applyAsDouble(ends[k], beginning);
            }
        }
        return folded;
    }

    static double[] sum(double[] values, int period) {
        return fold(values, period, Double::sum);
    }

    static double[] mean(double[] values, int period) {
        double[] means = sum(values, period);
        for (int i = 0; i < means.length; i++) {
            means[i] /= period;
        }
        return means;
    }

    /**
     * Of the sample, divided by n − 1. Values are taken from the first one of the column, so that prices far from zero lose no
     * digits.
     */
    static double[] deviation(double[] values, int period) {
        double centre = firstDefined(values);
        double[] shifted = new double[values.length];
        double[] squares = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            shifted[i] = values[i] - centre;
            squares[i] = shifted[i] * shifted[i];
        }
        double[] sums = sum(shifted, period);
        double[] deviations = sum(squares, period);
        for (int i = 0; i < deviations.length; i++) {
            double variance = (deviations[i] - sums[i] * sums[i] / period) / (period - 1);
            deviations[i] = Math.sqrt(variance < 0 ? 0 : variance);
        }
        return deviations;
    }

    /** Correlation of two columns; NaN where one of them stood still. */
    static double[] correlation(double[] left, double[] right, int period) {
        double[] covariance = mean(Columns.zip(left, right, (a, b) -> a * b), period);
        double[] meanLeft = mean(left, period);
        double[] meanRight = mean(right, period);
        double[] squaresLeft = mean(Columns.zip(left, left, (a, b) -> a * b), period);
        double[] squaresRight = mean(Columns.zip(right, right, (a, b) -> a * b), period);
        double[] correlations = new double[left.length];
        for (int i = 0; i < correlations.length; i++) {
            double product =
                    (squaresLeft[i] - meanLeft[i] * meanLeft[i]) * (squaresRight[i] - meanRight[i] * meanRight[i]);
            double value = (covariance[i] - meanLeft[i] * meanRight[i]) / Math.sqrt(product);
            correlations[i] = product > 0 ? Math.max(-1, Math.min(1, value)) : Double.NaN;
        }
        return correlations;
    }

    static double[] highest(double[] values, int period) {
        return fold(values, period, Math::max);
    }

    static double[] lowest(double[] values, int period) {
        return fold(values, period, Math::min);
    }

    private static double firstDefined(double[] values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return 0;
    }
}
