package futures.backtest.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "-0.0, 0.00",
        "5, 5.00",
        "100, 100.00",
        "-1397.5, -1397.50",
        "0.1, 0.10",
        "0.07, 0.07",
        "1.005, 1.005",
        "0.0000004, 0.00",
        "12.3456785, 12.345678",
        "1234567890123.45, 1234567890123.45",
        "1e17, 100000000000000000.00"
    })
    void moneyHasTwoDecimalsOrAsManyAsItNeedsUpToSix(double value, String text) {
        assertEquals(text, Figures.money(value).toPlainString());
    }

    @Test
    void theShortWayIsTheLongOne() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            double value = switch (i % 4) {
                case 0 -> random.nextInt(2_000_000_000) / 100.0 - 1e7;
                case 1 -> Math.rint(random.nextGaussian() * 1e8) / 1e6;
                case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(18));
                default -> random.nextLong() / 100.0;
            };
            BigDecimal exact = BigDecimal.valueOf(value)
                    .setScale(6, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros();
            assertEquals(exact.scale() < 2 ? exact.setScale(2) : exact, Figures.money(value), () -> "of " + value);
        }
    }
}
