package futures.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {
    /** The line whose values, oldest first, are given; it stands at the last of them. */
    private static final class Written implements Line {
        private final double[] values;

        Written(double... values) {
            this.values = values;
        }

        @Override
        public double now() {
            return ago(0);
        }

        @Override
        public double ago(int bars) {
            return bars < values.length ? values[values.length - 1 - bars] : Double.NaN;
        }
    }

    @ParameterizedTest
    @CsvSource({
        // before, now of one line against a line that stays at 5; crosses above, crosses below
        "4 6, true, false",
        "6 4, false, true",
        "4 5, false, false", // touches
        "4 5 5 6, true, false", // touches, then goes on
        "6 5 6, false, false", // touches and turns
        "5 6, false, false", // has never been below
        "NaN 6, false, false", // has just become warm
        "4 NaN 6, false, false",
        "6, false, false",
    })
    void aCrossIsAChangeOfSideAndTiesAreNoSide(String values, boolean above, boolean below) {
        String[] words = values.split(" ");
        double[] numbers = new double[words.length];
        double[] level = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
            level[i] = 5;
        }
        assertEquals(above, new Written(numbers).crossesAbove(new Written(level)));
        assertEquals(below, new Written(numbers).crossesBelow(new Written(level)));
    }
}
