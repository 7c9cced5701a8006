package futures.ml.feature;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/** Arithmetic on whole columns; all results are new arrays. */
final class Columns {
    private Columns() {}

    static double[] undefined(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    static double[] zip(double[] left, double[] right, DoubleBinaryOperator operator) {
        double[] values = new double[left.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = operator.applyAsDouble(left[i], right[i]);
        }
        return values;
    }

    /** NaN where the divisor is 0, and not an infinity that no model can take. */
    static double[] divide(double[] left, double[] right) {
        double[] values = new double[left.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = right[i] == 0 ? Double.NaN : left[i] / right[i];
        }
        return values;
    }

    /** The value of so many bars ago. */
    static double[] lagged(double[] values, int bars) {
        double[] lagged = undefined(values.length);
        if (bars < values.length) {
            System.arraycopy(values, 0, lagged, bars, values.length - bars);
        }
        return lagged;
    }
}
