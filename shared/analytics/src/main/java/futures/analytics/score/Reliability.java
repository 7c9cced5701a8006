package futures.analytics.score;

import java.util.ArrayList;
import java.util.List;

/**
 * Forecast probabilities beside how often it happened, in bins of equal width; the last one includes 1.
 *
 * @param bins from 0 to 1, empty ones too
 */
public record Reliability(List<Bin> bins) {
    /**
     * One of the bins.
     *
     * @param from      lowest probability
     * @param to        highest, which is the next bin's
     * @param count     cases
     * @param forecast  mean probability; not a number when there is no case
     * @param frequency part of the cases where it happened; not a number when there is no case
     */
    public record Bin(double from, double to, int count, double forecast, double frequency) {}

    /** Keeps a list of its own. */
    public Reliability {
        bins = List.copyOf(bins);
    }

    /** @param count of bins, 1 or more */
    public static Reliability of(boolean[] actual, double[] probabilities, int count) {
        Cases.checkProbabilities(actual, probabilities);
        if (count < 1) {
            throw new IllegalArgumentException("at least 1 bin was expected, found " + count);
        }
        int[] cases = new int[count];
        double[] forecasts = new double[count];
        int[] happened = new int[count];
        for (int i = 0; i < actual.length; i++) {
            int bin = bin(probabilities[i], count);
            cases[bin]++;
            forecasts[bin] += probabilities[i];
            happened[bin] += actual[i] ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            double some = cases[b] == 0 ? Double.NaN : cases[b];
            bins.add(new Bin((double) b / count, (b + 1.0) / count, cases[b], forecasts[b] / some, happened[b] / some));
        }
        return new Reliability(bins);
    }

    /** The product may be rounded over an edge, so the edges themselves decide. */
    private static int bin(double probability, int count) {
        int bin = Math.min(count - 1, (int) (probability * count));
        if (bin + 1 < count && probability >= (bin + 1.0) / count) {
            return bin + 1;
        }
        return probability < (double) bin / count ? bin - 1 : bin;
    }

    /** Expected calibration error: the mean over all cases of the difference of forecast and frequency of their bin. */
    public double expectedError() {
        double sum = 0;
        int cases = 0;
        for (Bin bin : bins) {
            if (bin.count() > 0) {
                sum += bin.count() * Math.abs(bin.forecast() - bin.frequency());
                cases += bin.count();
            }
        }
        return sum / cases;
    }
}
