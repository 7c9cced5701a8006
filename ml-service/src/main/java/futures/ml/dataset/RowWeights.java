package futures.ml.dataset;

import futures.analytics.label.SampleWeights;
import futures.analytics.label.SequentialBootstrap;
import futures.wire.ml.SamplingSpec;
import java.util.Arrays;

/** What each row of a dataset weighs in a fit; the mean is 1. */
final class RowWeights {
    /** A dataset is a function of its order alone, so what it draws is always drawn alike. */
    private static final long SEED = 1;

    private RowWeights() {}

    /**
     * @param sampling   with nothing left open
     * @param events     bar of each row, ascending
     * @param ends       bar at which its label ends
     * @param uniqueness of each label
     * @param close      of every bar, moved for rolls
     */
    static double[] of(SamplingSpec sampling, int[] events, int[] ends, double[] uniqueness, double[] close) {
        double[] weights = switch (sampling.weights()) {
            case "none" -> ones(events.length);
            case "return" -> SampleWeights.byReturn(events, ends, close);
            case "sequential" -> drawn(events, ends, close.length);
            default -> uniqueness.clone();
        };
        double[] decay = SampleWeights.decay(uniqueness, sampling.oldest());
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= decay[i];
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights.length / sum;
        }
        return weights;
    }

    /** How often a sequential bootstrap of as many draws as rows takes each; it looks at where labels lie, never at what they are. */
    private static double[] drawn(int[] events, int[] ends, int bars) {
        double[] times = new double[events.length];
        if (events.length > 0) {
            for (int row : new SequentialBootstrap(events, ends, bars).draw(events.length, SEED)) {
                times[row]++;
            }
        }
        return times;
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
