package futures.ml.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.ml.MadeBars;
import futures.ml.bars.Series;
import futures.model.Timeframe;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ExpressionTest {
    private static final FeatureCatalogue CATALOGUE = new FeatureCatalogue(List.of());
    private static final Series SERIES = MadeBars.series(new Timeframe(300), 400, 3);
    private static final Series OTHER = MadeBars.series(new Timeframe(300), 380, 4);

    private static double[] values(String text) {
        return CATALOGUE.expression(text).compute(new FeatureInput(SERIES, key -> OTHER));
    }

    private static void assertValues(String text, int from, IntToDoubleFunction expected) {
        double[] values = values(text);
        for (int i = 0; i < from; i++) {
            assertTrue(Double.isNaN(values[i]), text + " at " + i + " is " + values[i]);
        }
        for (int i = from; i < values.length; i++) {
            double value = expected.applyAsDouble(i);
            assertEquals(value, values[i], 1e-9 * Math.max(1, Math.abs(value)), text + " at " + i);
        }
    }

    private static double close(int i) {
        return SERIES.bars().close(i);
    }

    private static double open(int i) {
        return SERIES.bars().open(i);
    }

    @Test
    void arithmeticBindsAsUsual() {
        assertValues("open + 2 * close - -3 / 4", 0, i -> open(i) + 2 * close(i) + 0.75);
        assertValues("(open + 2) * close", 0, i -> (open(i) + 2) * close(i));
        assertValues("close - open - 1", 0, i -> close(i) - open(i) - 1);
        assertValues("close > open", 0, i -> close(i) > open(i) ? 1 : 0);
        assertValues("if(close >= open, 1e2, close) * 1", 0, i -> close(i) >= open(i) ? 100 : close(i));
        assertTrue(Double.isNaN(values("close / (close - close)")[5]), "division by zero has no value");
    }

    @Test
    void windowsAreThoseOfTheirLastBars() {
        assertValues(
                "sum(close - open, 3)",
                2,
                i -> close(i) - open(i) + close(i - 1) - open(i - 1) + close(i - 2) - open(i - 2));
        assertValues("mean(close, 2)", 1, i -> (close(i) + close(i - 1)) / 2);
        assertValues("highest(close, 2)", 1, i -> Math.max(close(i), close(i - 1)));
        assertValues("lowest(open, 3)", 2, i -> Math.min(open(i), Math.min(open(i - 1), open(i - 2))));
        assertValues("lag(close, 4)", 4, i -> close(i - 4));
        assertValues("diff(close, 2)", 2, i -> close(i) - close(i - 2));
        assertValues("std(close, 2)", 1, i -> Math.abs(close(i) - close(i - 1)) / Math.sqrt(2));
        assertValues("corr(close, 0 - close, 5)", 4, i -> -1);
    }

    @Test
    void featuresAreCalledWithTheirParametersInOrder() {
        double[] direct = CATALOGUE
                .feature("macd", Map.of("fast", 5, "slow", 9, "line", "signal"))
                .compute(new FeatureInput(SERIES, key -> OTHER));
        assertArrayEquals(direct, values("macd(5, 9, 9, signal)"));
        assertArrayEquals(direct, values("macd(5, 9, 9, 'signal')"));
        double[] later = CATALOGUE
                .feature("pivot_distance", Map.of("level", -2))
                .compute(new FeatureInput(SERIES, key -> OTHER));
        assertArrayEquals(later, values("pivot_distance(classic, -2)"));
    }

    /** Another series is seen by its closing times alone. */
    @Test
    void anotherSymbolIsSeenAsOfEachClose() {
        double[] values = values("at('MNQ', close)");
        for (int i = 0; i < values.length; i++) {
            double known = Double.NaN;
            for (int k = 0;
                    k < OTHER.size()
                            && OTHER.real().closeTime(k) <= SERIES.real().closeTime(i);
                    k++) {
                known = OTHER.bars().close(k);
            }
            assertEquals(known, values[i]);
        }
    }

    @Test
    void aLongerBarIsSeenFromItsCloseOn() {
        double[] hour = values("at('1h', close)");
        double[] closes = values("close * 1");
        boolean changed = false;
        for (int i = 1; i < hour.length; i++) {
            boolean full = SERIES.real().closeTime(i) % 3_600_000 == 0;
            if (full) {
                assertEquals(closes[i], hour[i], "at the full hour the hour's close is that of the bar");
                changed = true;
            } else if (!Double.isNaN(hour[i])
                    && SERIES.real().openTime(i) - SERIES.real().closeTime(i - 1) < 300_000) {
                assertEquals(hour[i - 1], hour[i], "within the hour nothing new is known");
            }
        }
        assertTrue(changed);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertWrong("close +", "at character 8");
        assertWrong("clse", "close");
        assertWrong("mean(close)", "',' was expected");
        assertWrong("mean(close, 0)", "from 1 to 100000");
        assertWrong("mean(close, -3)", "from 1 to 100000");
        assertWrong("lag(close, 0 - 5)", "from 0 to 100000");
        assertWrong("rsi(0)", "from 1 to 100000");
        assertWrong("rsi(5, 6)", "takes 1 values");
        assertWrong("close close", "nothing more");
        assertWrong("1 + 2", "constant");
        assertWrong("close ? 2", "no number, name or sign");
        assertWrong("at(close, 2)", "in quotes");
        assertWrong("at('a b', close)", "neither a timeframe nor a symbol");
        assertWrong("(".repeat(60) + "close", "too deep");
        assertWrong("close" + " + close".repeat(200), "at most 1000");
    }

    private static void assertWrong(String text, String words) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> CATALOGUE.expression(text));
        assertTrue(e.getMessage().contains(words), e.getMessage());
    }
}
