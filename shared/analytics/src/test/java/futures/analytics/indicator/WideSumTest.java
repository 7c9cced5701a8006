package futures.analytics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WideSumTest {
    @Test
    void isTheSumOfProductsThatOverflow64Bits() {
        Random random = new Random(8);
        for (int run = 0; run < 2_000; run++) {
            WideSum sum = new WideSum();
            BigInteger expected = BigInteger.ZERO;
            for (int i = 0; i < 1 + run % 20; i++) {
                long a = random.nextLong() >> (1 + random.nextInt(60));
                long b = random.nextLong() >> (1 + random.nextInt(60));
                sum.addProduct(a, b);
                expected = expected.add(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
            }
            double value = expected.doubleValue();
            boolean small = expected.bitLength() < 64;
            assertEquals(value, sum.value(), small ? 0 : 2 * Math.ulp(value), "run " + run + ": " + expected);
        }
    }

    @Test
    void returnsToNothing() {
        WideSum sum = new WideSum();
        sum.addProduct(Long.MAX_VALUE, Long.MAX_VALUE);
        sum.addProduct(1, 3);
        sum.addProduct(Long.MAX_VALUE, -Long.MAX_VALUE);
        assertEquals(3, sum.value());
    }
}
