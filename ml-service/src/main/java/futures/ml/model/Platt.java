package futures.ml.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * P = 1 / (1 + exp(A f + B)) of the log-odds f of a model's probability (Platt 1999), fitted with Platt's targets (N₊ + 1) / (N₊ + 2) and 1 /
 * (N₋ + 2) by Newton's method (Lin, Lin and Weng 2007). Rows count by their weight, N as their number.
 *
 * @param a slope, below 0 when the model is of use
 * @param b shift
 */
public record Platt(double a, double b) implements Calibration {
    private static final int MOST_STEPS = 100;
    private static final double STILL = 1e-12;
    private static final double RIDGE = 1e-12;

    /** @throws IllegalArgumentException without tested rows of both classes */
    public static Platt fit(OutOfFold outside) {
        int[] rows = outside.rows();
        double[] counts = new double[2];
        for (int row : rows) {
            counts[outside.target(row) > 0.5 ? 1 : 0]++;
        }
        if (counts[0] == 0 || counts[1] == 0) {
            throw new IllegalArgumentException("calibration needs tested rows of both classes, found " + (int) counts[0]
                    + " of class 0 and " + (int) counts[1] + " of class 1");
        }
        double high = (counts[1] + 1) / (counts[1] + 2);
        double low = 1 / (counts[0] + 2);
        double a = 0;
        double b = Math.log((counts[0] + 1) / (counts[1] + 1));
        double loss = loss(outside, rows, high, low, a, b);
        for (int step = 0; step < MOST_STEPS; step++) {
            double ga = 0;
            double gb = 0;
            double haa = RIDGE;
            double hab = 0;
            double hbb = RIDGE;
            for (int row : rows) {
                double f = Logistic.logOdds(outside.prediction(row));
                double p = Logistic.probability(-(a * f + b));
                double w = outside.weight(row);
                double off = w * ((outside.target(row) > 0.5 ? high : low) - p);
                ga += f * off;
                gb += off;
                double curve = w * p * (1 - p);
                haa += f * f * curve;
                hab += f * curve;
                hbb += curve;
            }
            double determinant = haa * hbb - hab * hab;
            double da = -(hbb * ga - hab * gb) / determinant;
            double db = -(haa * gb - hab * ga) / determinant;
            double length = 1;
            double then = loss(outside, rows, high, low, a + da, b + db);
            while (!(then <= loss) && length > STILL) {
                length /= 2;
                then = loss(outside, rows, high, low, a + length * da, b + length * db);
            }
            if (!(then <= loss)) {
                break;
            }
            a += length * da;
            b += length * db;
            boolean still = Math.abs(length * da) + Math.abs(length * db) < STILL;
            loss = then;
            if (still) {
                break;
            }
        }
        return new Platt(a, b);
    }

    private static double loss(OutOfFold outside, int[] rows, double high, double low, double a, double b) {
        double loss = 0;
        for (int row : rows) {
            double x = a * Logistic.logOdds(outside.prediction(row)) + b;
            double target = outside.target(row) > 0.5 ? high : low;
            loss += outside.weight(row) * (Logistic.softPlus(-x) + target * x);
        }
        return loss;
    }

    @Override
    public double apply(double probability) {
        return Logistic.probability(-(a * Logistic.logOdds(probability) + b));
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("method", "platt");
        facts.put("a", a);
        facts.put("b", b);
        return facts;
    }
}
