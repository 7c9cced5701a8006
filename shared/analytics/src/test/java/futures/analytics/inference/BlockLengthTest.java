package futures.analytics.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.SampleReturns;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the lengths that the Python library arch gives. */
class BlockLengthTest {
    @Test
    void knownLengths() {
        assertEquals(10.543364513657695, BlockLength.automatic(SampleReturns.dependent()), 1e-9);
        double[] returns = SampleReturns.fiveHundred();
        assertEquals(1.539355717613372, BlockLength.automatic(returns), 1e-9);
        assertEquals(
                2.2161358473787565,
                BlockLength.automatic(Arrays.stream(returns).map(Math::abs).toArray()),
                1e-9);
    }

    @Test
    void neitherScaleNorLevelMatter() {
        double[] moved = Arrays.stream(SampleReturns.dependent())
                .map(value -> 1_000 + 250 * value)
                .toArray();
        assertEquals(10.543364513657695, BlockLength.automatic(moved), 1e-6);
    }

    @Test
    void whatHangsTogetherLongerNeedsLongerBlocks() {
        double before = 0;
        for (double share : new double[] {0, 0.5, 0.9}) {
            Random random = new Random(11);
            double[] series = new double[2_000];
            for (int i = 1; i < series.length; i++) {
                series[i] = share * series[i - 1] + random.nextGaussian();
            }
            double length = BlockLength.automatic(series);
            assertTrue(length > 2 * before, share + " needs " + length + " after " + before);
            before = length;
        }
    }

    @Test
    void isBoundedAndDefinedForAnySeries() {
        double[] trend = new double[100];
        Arrays.setAll(trend, i -> i);
        assertTrue(BlockLength.automatic(trend) > 10, "a trend hangs together");
        for (int n = 3; n < 60; n++) {
            double[] noise = new Random(n).doubles(n).toArray();
            double length = BlockLength.automatic(noise);
            assertTrue(length >= 0 && length <= Math.ceil(n / 3.0), n + ": " + length);
        }
        double[] constant = new double[50];
        Arrays.fill(constant, 0.1);
        assertEquals(0, BlockLength.automatic(constant));
        assertThrows(IllegalArgumentException.class, () -> BlockLength.automatic(new double[2]));
    }
}
