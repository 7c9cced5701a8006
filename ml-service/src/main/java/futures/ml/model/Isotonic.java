package futures.ml.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rising step function that is nearest to what happened in squares, by pooling neighbours that are out of order (Ayer et al.
 * 1955), and straight lines between its steps, as in scikit-learn. Equal probabilities are one point.
 */
public final class Isotonic implements Calibration {
    private final double[] at;
    private final double[] probability;

    Isotonic(double[] at, double[] probability) {
        if (at.length == 0 || at.length != probability.length) {
            throw new IllegalArgumentException("the model is damaged: its calibration has no steps");
        }
        this.at = at;
        this.probability = probability;
    }

    /** @throws IllegalArgumentException without tested rows of positive weight */
    public static Isotonic fit(OutOfFold outside) {
        Integer[] order = Arrays.stream(outside.rows())
                .filter(row -> outside.weight(row) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(outside::prediction))
                .toArray(Integer[]::new);
        if (order.length == 0) {
            throw new IllegalArgumentException("calibration needs tested rows");
        }
        // blocks of neighbours: their first and last point, their weight, and their mean
        double[] first = new double[order.length];
        double[] last = new double[order.length];
        double[] weight = new double[order.length];
        double[] mean = new double[order.length];
        int blocks = 0;
        for (int i = 0; i < order.length; ) {
            double point = outside.prediction(order[i]);
            double sum = 0;
            double total = 0;
            while (i < order.length && outside.prediction(order[i]) == point) {
                sum += outside.weight(order[i]) * outside.target(order[i]);
                total += outside.weight(order[i]);
                i++;
            }
            first[blocks] = point;
            last[blocks] = point;
            weight[blocks] = total;
            mean[blocks] = sum / total;
            blocks++;
            while (blocks > 1 && mean[blocks - 2] >= mean[blocks - 1]) {
                blocks--;
                double both = weight[blocks - 1] + weight[blocks];
                mean[blocks - 1] = (mean[blocks - 1] * weight[blocks - 1] + mean[blocks] * weight[blocks]) / both;
                weight[blocks - 1] = both;
                last[blocks - 1] = last[blocks];
            }
        }
        double[] at = new double[2 * blocks];
        double[] probability = new double[2 * blocks];
        int points = 0;
        for (int k = 0; k < blocks; k++) {
            at[points] = first[k];
            probability[points++] = mean[k];
            if (last[k] > first[k]) {
                at[points] = last[k];
                probability[points++] = mean[k];
            }
        }
        return new Isotonic(Arrays.copyOf(at, points), Arrays.copyOf(probability, points));
    }

    @Override
    public double apply(double value) {
        int place = Arrays.binarySearch(at, value);
        if (place >= 0) {
            return probability[place];
        }
        int next = -place - 1;
        if (next == 0) {
            return probability[0];
        }
        if (next == at.length) {
            return probability[next - 1];
        }
        double part = (value - at[next - 1]) / (at[next] - at[next - 1]);
        return probability[next - 1] + part * (probability[next] - probability[next - 1]);
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("method", "isotonic");
        facts.put("at", ModelFile.list(at));
        facts.put("probability", ModelFile.list(probability));
        return facts;
    }
}
