package futures.analytics.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDistributionTest {
    /** As printed in tables to sixteen digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.8413447460685429",
        "-1, 0.15865525393145707",
        "1.959963984540054, 0.975",
        "2.5, 0.9937903346742238",
        "-3, 0.0013498980316300946",
        "-5, 2.866515718791939e-7",
        "-10, 7.619853024160527e-24",
        "-20, 2.7536241186062337e-89"
    })
    void knownValues(double z, double probability) {
        assertEquals(probability, NormalDistribution.probability(z), probability * 1e-13);
    }

    @Test
    void seriesAndFractionMeetWithoutAStep() {
        double below = NormalDistribution.probability(-3);
        double above = NormalDistribution.probability(Math.nextDown(-3.0));
        assertEquals(1, above / below, 1e-12);
        assertEquals(1, NormalDistribution.probability(3) / NormalDistribution.probability(Math.nextUp(3.0)), 1e-14);
    }

    @Test
    void risesFromZeroToOneAndMirrors() {
        double before = 0;
        for (int i = -4_000; i <= 4_000; i++) {
            double z = i / 100.0;
            double probability = NormalDistribution.probability(z);
            assertTrue(probability >= before && probability <= 1, () -> "at " + z);
            assertEquals(1, probability + NormalDistribution.probability(-z), 1e-15);
            before = probability;
        }
        assertEquals(0, NormalDistribution.probability(Double.NEGATIVE_INFINITY));
        assertEquals(1, NormalDistribution.probability(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> NormalDistribution.probability(Double.NaN));
    }

    @Test
    void quantilesAreTheWayBack() {
        assertEquals(1.6448536269514722, NormalDistribution.quantile(0.95), 1e-14);
        assertEquals(-2.3263478740408408, NormalDistribution.quantile(0.01), 1e-14);
        assertEquals(0, NormalDistribution.quantile(0.5), 1e-15);
        for (double probability = 1e-300; probability < 0.4; probability *= 7) {
            double z = NormalDistribution.quantile(probability);
            assertEquals(probability, NormalDistribution.probability(z), probability * 1e-11);
        }
        for (double wrong : new double[] {0, 1, -0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> NormalDistribution.quantile(wrong));
        }
    }
}
