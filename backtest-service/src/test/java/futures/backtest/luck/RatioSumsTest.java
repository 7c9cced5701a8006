package futures.backtest.luck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatioSumsTest {
    @Test
    void isTheVarianceOfTwoPasses() {
        double[] ratios = new SplittableRandom(3).doubles(1_000, 5, 5.001).toArray();
        RatioSums sums = new RatioSums();
        for (double ratio : ratios) {
            sums = new RatioSums(sums.count(), sums.mean(), sums.squares());
            sums.add(ratio);
        }
        double mean = Arrays.stream(ratios).average().orElseThrow();
        double squares = Arrays.stream(ratios)
                .map(ratio -> (ratio - mean) * (ratio - mean))
                .sum();
        assertEquals(1_000, sums.count());
        assertEquals(mean, sums.mean(), 1e-12);
        assertEquals(squares / 999, sums.variance(), squares / 999 * 1e-9);
        assertEquals(0, new RatioSums(1, 0.3, 0).variance());
    }
}
