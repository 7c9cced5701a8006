package futures.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickGridTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.25", "0.1", "0.01", "0.03125", "0.015625", "0.0000005", "5", "1E+1"})
    void everyTickIsTheNearestDoubleOfItsDecimalAndComesBack(String size) {
        TickGrid grid = new TickGrid(new BigDecimal(size));
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            int ticks = random.nextInt(2_000_000) - 100_000;
            double exact =
                    new BigDecimal(size).multiply(BigDecimal.valueOf(ticks)).doubleValue();
            assertEquals(exact, grid.price(ticks), 0.0);
            assertEquals(ticks, grid.nearest(exact));
            assertEquals(ticks, grid.floor(exact));
            assertEquals(ticks, grid.ceil(exact));
            assertTrue(grid.isOnGrid(exact));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {5000.1, 5000.2, -37.63})
    void offTheGridRoundsOutward(double price) {
        TickGrid quarter = new TickGrid(new BigDecimal("0.25"));
        assertFalse(quarter.isOnGrid(price));
        assertTrue(quarter.price(quarter.floor(price)) < price);
        assertTrue(quarter.price(quarter.ceil(price)) > price);
    }

    @Test
    void trailingZerosMakeNoDifference() {
        assertEquals(new TickGrid(new BigDecimal("0.250")), new TickGrid(new BigDecimal("0.25")));
    }
}
