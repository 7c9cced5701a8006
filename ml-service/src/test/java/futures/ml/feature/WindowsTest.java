package futures.ml.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Windows beside sums that are made afresh for each bar. */
class WindowsTest {
    @Test
    void everyWindowIsThatOfItsValues() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            int size = random.nextInt(1, 60);
            int period = random.nextInt(1, 20);
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                values[i] = random.nextInt(15) == 0 ? Double.NaN : random.nextInt(-50, 50);
            }
            double[] sums = Windows.sum(values, period);
            double[] highest = Windows.highest(values, period);
            for (int i = 0; i < size; i++) {
                double sum = i < period - 1 ? Double.NaN : 0;
                double high = i < period - 1 ? Double.NaN : Double.NEGATIVE_INFINITY;
                for (int k = Math.max(0, i - period + 1); k <= i; k++) {
                    sum += values[k];
                    high = Math.max(high, values[k]);
                }
                assertEquals(sum, sums[i]);
                assertEquals(high, highest[i]);
            }
        }
    }

    @Test
    void aWindowFarFromZeroKeepsItsDeviation() {
        double[] values = new double[500];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1e7 + (i % 2);
        }
        double[] deviations = Windows.deviation(values, 10);
        assertEquals(Math.sqrt(10 * 0.25 / 9), deviations[499], 1e-9);
        assertTrue(Double.isNaN(deviations[8]));
    }
}
