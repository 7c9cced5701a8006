package futures.kit.json;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * Numbers of a JSON array without a box for each: a million of them take 8 MB instead of 28. All lists of doubles that
 * {@link Json} reads are of this kind.
 */
public final class DoubleList extends AbstractList<Double> implements RandomAccess {
    private final double[] values;

    /** @param values not copied; NaN stands for null */
    DoubleList(double[] values) {
        this.values = values;
    }

    /** Null where the array had a null. */
    @Override
    public Double get(int index) {
        double value = values[index];
        return Double.isNaN(value) ? null : (Double) value;
    }

    @Override
    public int size() {
        return values.length;
    }

    /** A copy; NaN where the array had a null. */
    public double[] toDoubles() {
        return Arrays.copyOf(values, values.length);
    }
}
