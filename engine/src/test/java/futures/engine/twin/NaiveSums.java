package futures.engine.twin;

import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Sums, means and searches over lists, the plain way. */
final class NaiveSums {
    private NaiveSums() {}

    static double deepest(List<Double> curve) {
        double deepest = 0;
        double peak = curve.get(0);
        for (double value : curve) {
            peak = Math.max(peak, value);
            deepest = Math.min(deepest, Math.rint((value - peak) * 1e6) / 1e6);
        }
        return deepest;
    }

    static double deepestFraction(List<Double> curve) {
        double deepest = 0;
        double peak = curve.get(0);
        for (double value : curve) {
            peak = Math.max(peak, value);
            deepest = Math.min(deepest, value / peak - 1);
        }
        return deepest;
    }

    /** By cutting the range in three, again and again. */
    static double kelly(List<Double> results) {
        double worst = results.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        if (worst >= 0) {
            return Double.NaN;
        }
        DoubleUnaryOperator growth = f ->
                results.stream().mapToDouble(result -> Math.log1p(f * result)).sum();
        double low = 0;
        double high = -1 / worst;
        for (int i = 0; i < 200; i++) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            if (growth.applyAsDouble(left) < growth.applyAsDouble(right)) {
                low = left;
            } else {
                high = right;
            }
        }
        return (low + high) / 2;
    }

    static double correlation(List<Double> one, List<Double> other) {
        int n = one.size();
        if (n < 2) {
            return Double.NaN;
        }
        double meanOne = mean(one);
        double meanOther = mean(other);
        double both = 0;
        for (int i = 0; i < n; i++) {
            both += (one.get(i) - meanOne) * (other.get(i) - meanOther);
        }
        double spreadOne = Collections.max(one) - Collections.min(one);
        double spreadOther = Collections.max(other) - Collections.min(other);
        return spreadOne < 1e-15 || spreadOther < 1e-15
                ? Double.NaN
                : both / (n - 1) / deviation(one) / deviation(other);
    }

    static double percentile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double at = share * (sorted.size() - 1);
        double below = sorted.get((int) Math.floor(at));
        double above = sorted.get((int) Math.ceil(at));
        return below + (at - Math.floor(at)) * (above - below);
    }

    static <T> List<Double> map(List<T> values, ToDoubleFunction<T> figure) {
        return values.stream().map(value -> figure.applyAsDouble(value)).toList();
    }

    static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    static double mean(List<Double> values) {
        return values.isEmpty() ? Double.NaN : sum(values) / values.size();
    }

    static double deviation(List<Double> values) {
        double mean = mean(values);
        return values.size() < 2
                ? Double.NaN
                : Math.sqrt(sum(map(values, value -> (value - mean) * (value - mean))) / (values.size() - 1));
    }
}
