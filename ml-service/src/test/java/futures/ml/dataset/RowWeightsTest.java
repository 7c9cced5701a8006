package futures.ml.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.label.SampleWeights;
import futures.wire.ml.SamplingSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RowWeightsTest {
    private static final int BARS = 3_100;

    /** A thousand bars whose labels of ten bars overlap each other, then a hundred labels that stand alone. */
    private static final int CROWDED = 1_000;

    private final int[] events = new int[CROWDED + 100];
    private final int[] ends = new int[events.length];

    RowWeightsTest() {
        for (int i = 0; i < events.length; i++) {
            events[i] = i < CROWDED ? i : CROWDED + 20 * (i - CROWDED + 1);
            ends[i] = events[i] + 10;
        }
    }

    private double[] weights(String kind) {
        double[] close = new double[BARS];
        Arrays.fill(close, 100);
        double[] uniqueness = SampleWeights.uniqueness(events, ends, BARS);
        return RowWeights.of(new SamplingSpec("all", 3.0, 10, kind, 1.0), events, ends, uniqueness, close);
    }

    @Test
    void meanIsOneWhateverTheKind() {
        for (String kind : new String[] {"none", "uniqueness", "sequential"}) {
            assertEquals(events.length, Arrays.stream(weights(kind)).sum(), 1e-9, kind);
        }
    }

    @Test
    void aSequentialBootstrapTakesLabelsThatStandAloneMoreOftenThanCrowdedOnes() {
        double[] drawn = weights("sequential");
        assertArrayEquals(drawn, weights("sequential"), "drawn alike each time");
        assertTrue(Arrays.stream(drawn).allMatch(weight -> weight == Math.rint(weight)), "times that a row was drawn");
        double crowded = Arrays.stream(drawn, 0, CROWDED).average().orElseThrow();
        double alone = Arrays.stream(drawn, CROWDED, events.length).average().orElseThrow();
        // uniqueness is a tenth there and one here; a plain bootstrap would draw both alike
        assertTrue(alone > 1.5 * crowded, () -> alone + " of those alone, " + crowded + " of crowded ones");
    }
}
