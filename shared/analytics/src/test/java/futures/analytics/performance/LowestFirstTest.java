package futures.analytics.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Beside a sorted copy. */
class LowestFirstTest {
    @Test
    void orderStatisticsAreThoseOfASortedCopy() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int n = 1 + random.nextInt(round % 10 == 0 ? 20_000 : 400);
            int kinds = 1 + random.nextInt(500);
            double[] values =
                    random.doubles(n).map(value -> Math.floor(value * kinds)).toArray();
            if (round % 3 == 0) {
                Arrays.sort(values);
            }
            if (round % 4 == 0) {
                // one value far away makes all others fall into one step
                values[random.nextInt(n)] = random.nextBoolean() ? 1e300 : -1e9;
            }
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            LowestFirst ordered = new LowestFirst(values);
            for (int ask = 0; ask < 5; ask++) {
                int rank = random.nextInt(n);
                assertEquals(sorted[rank], ordered.get(rank));
                double share = random.nextDouble();
                assertEquals(Percentile.of(sorted, share), ordered.percentile(share));
                double sum = 0;
                double left = share * n;
                for (int i = 0; left > 0; i++, left--) {
                    sum += sorted[i] * Math.min(1, left);
                }
                assertEquals(sum / (share * n), ordered.tailMean(share), 1e-9 * Math.max(kinds, Math.abs(sum)));
            }
        }
    }
}
