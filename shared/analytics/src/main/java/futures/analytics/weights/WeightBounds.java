package futures.analytics.weights;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The least and most that each weight may be. Infinite ones bound nothing. */
public final class WeightBounds {
    private static final double ROUNDING = 1e-9;

    private final double[] lower;
    private final double[] upper;

    private WeightBounds(double[] lower, double[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /** @throws IllegalArgumentException when no weights within them sum to 1 */
    public static WeightBounds of(double[] lower, double[] upper) {
        double least = 0;
        double most = 0;
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] <= upper[i])) {
                throw new IllegalArgumentException("weight " + i + " cannot be from " + lower[i] + " to " + upper[i]);
            }
            least += lower[i];
            most += upper[i];
        }
        if (!(least <= 1 + ROUNDING && most >= 1 - ROUNDING)) {
            throw new IllegalArgumentException(
                    "weights within their bounds sum to " + least + " at least and " + most + " at most, never to 1");
        }
        return new WeightBounds(lower.clone(), upper.clone());
    }

    /** The same for all. */
    public static WeightBounds of(int count, double lower, double upper) {
        double[] low = new double[count];
        double[] high = new double[count];
        Arrays.fill(low, lower);
        Arrays.fill(high, upper);
        return of(low, high);
    }

    public int size() {
        return lower.length;
    }

    public double lower(int i) {
        return lower[i];
    }

    public double upper(int i) {
        return upper[i];
    }

    /**
     * The weights within the bounds that sum to 1 and lie nearest to the given ones (least squares): all are moved by one
     * number, and held at their bounds.
     */
    public double[] nearest(double[] weights) {
        double low = -1;
        double high = 1;
        while (sum(weights, low) > 1) {
            low *= 2;
        }
        while (sum(weights, high) < 1 && high < 1e12) {
            high *= 2;
        }
        for (double middle = low + (high - low) / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
            if (sum(weights, middle) < 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double[] nearest = new double[weights.length];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = held(i, weights[i] + high);
        }
        return nearest;
    }

    private double sum(double[] weights, double moved) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += held(i, weights[i] + moved);
        }
        return sum;
    }

    private double held(int i, double weight) {
        return Math.max(lower[i], Math.min(upper[i], weight));
    }

    /** The weights with the highest mean: as much as allowed of the best, then of the next. All bounds must be finite. */
    double[] highest(double[] means) {
        double[] weights = lower.clone();
        double left = 1 - Arrays.stream(lower).sum();
        int[] best = IntStream.range(0, means.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -means[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i : best) {
            double more = Math.max(0, Math.min(left, upper[i] - lower[i]));
            weights[i] += more;
            left -= more;
        }
        return weights;
    }
}
