package futures.analytics.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.ReferenceTables;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fractional differences, and the test for which they are made. */
class StationarityTest {
    private static final ReferenceTables REFERENCE = ReferenceTables.read(StationarityTest.class, "labels.txt");
    private static final double[] PRICES =
            Arrays.stream(REFERENCE.row("close")).map(Math::log).toArray();

    @ParameterizedTest
    @ValueSource(strings = {"0.0", "0.3", "0.4", "0.5", "0.8", "1.0"})
    void differencesAreThoseOfTheReference(String order) {
        double d = Double.parseDouble(order);
        String name = "order_" + order + "/";
        assertArrayEquals(REFERENCE.row(name + "weights"), FractionalDifference.weights(d, 10), 1e-9);
        assertEquals(REFERENCE.number(name + "width"), FractionalDifference.weightsAbove(d, 1e-3).length);
        double[] fixed = FractionalDifference.fixedWidth(PRICES, d, 1e-3);
        assertArrayEquals(
                REFERENCE.row(name + "fixed"), Arrays.copyOfRange(fixed, fixed.length - 5, fixed.length), 1e-9);
        double[] expanding = FractionalDifference.expanding(PRICES, d);
        assertArrayEquals(
                REFERENCE.row(name + "expanding"),
                Arrays.copyOfRange(expanding, expanding.length - 3, expanding.length),
                1e-9);
        int warmUp = FractionalDifference.weightsAbove(d, 1e-3).length - 1;
        for (int t = 0; t < fixed.length; t++) {
            assertEquals(t < warmUp, Double.isNaN(fixed[t]));
        }
    }

    /** The order adds up: the 0.4th difference of the 0.6th is the first. */
    @Test
    void differencesAddUp() {
        double[] twice = FractionalDifference.expanding(FractionalDifference.expanding(PRICES, 0.6), 0.4);
        for (int t = 1; t < PRICES.length; t++) {
            assertEquals(PRICES[t] - PRICES[t - 1], twice[t], 1e-11);
        }
    }

    @Test
    void theTestOfAUnitRootIsThatOfStatsmodels() {
        double[] prices = REFERENCE.row("adf_prices");
        DickeyFuller found = DickeyFuller.of(PRICES, 1);
        assertEquals(prices[0], found.statistic(), 1e-9);
        assertEquals(prices[1], found.probability(), 1e-9);
        assertEquals(prices[2], found.lags());
        assertEquals(prices[3], found.observations());
        assertEquals(prices[4], found.critical(0.01), 1e-9);
        assertEquals(prices[5], found.critical(0.05), 1e-9);
        assertEquals(prices[6], found.critical(0.1), 1e-9);
        // a regression without lags by NumPy's least squares, which has the lowest criterion of its fits with 0 to 14
        // lags
        assertEquals(0, DickeyFuller.of(PRICES).lags());
        assertEquals(-1.5569988282532146, DickeyFuller.of(PRICES).statistic(), 1e-9);
        double[] returns = REFERENCE.row("adf_returns");
        double[] moves = new double[PRICES.length - 1];
        Arrays.setAll(moves, t -> PRICES[t + 1] - PRICES[t]);
        DickeyFuller changes = DickeyFuller.of(moves, 1);
        assertEquals(returns[0], changes.statistic(), 1e-9);
        assertEquals(1, changes.probability() / returns[1], 1e-6);
    }

    /** At a level of 5 % about 5 of 100 random walks are taken for stationary, and nearly every series that returns is. */
    @Test
    void theLevelIsTheRateOfError() {
        Random random = new Random(4);
        int walks = 0;
        int returning = 0;
        for (int run = 0; run < 400; run++) {
            double[] walk = new double[150];
            double[] back = new double[150];
            for (int t = 1; t < walk.length; t++) {
                walk[t] = walk[t - 1] + random.nextGaussian();
                back[t] = 0.5 * back[t - 1] + random.nextGaussian();
            }
            walks += DickeyFuller.of(walk).probability() < 0.05 ? 1 : 0;
            returning += DickeyFuller.of(back).probability() < 0.05 ? 1 : 0;
        }
        assertTrue(walks >= 8 && walks <= 38, walks + " of 400 walks");
        assertTrue(returning > 380, returning + " of 400");
    }

    @Test
    void whatCannotBeTestedIsSaid() {
        assertThrows(IllegalArgumentException.class, () -> DickeyFuller.of(new double[5]));
        assertThrows(IllegalArgumentException.class, () -> DickeyFuller.of(PRICES, 100));
        assertThrows(IllegalArgumentException.class, () -> DickeyFuller.of(new double[50]));
        double[] line = new double[50];
        Arrays.setAll(line, t -> t);
        assertThrows(IllegalArgumentException.class, () -> DickeyFuller.of(line));
        line[3] = Double.NaN;
        assertThrows(IllegalArgumentException.class, () -> DickeyFuller.of(line));
        assertThrows(
                IllegalArgumentException.class, () -> DickeyFuller.of(PRICES).critical(0.2));
        assertThrows(IllegalArgumentException.class, () -> FractionalDifference.weights(-1, 3));
        assertThrows(IllegalArgumentException.class, () -> FractionalDifference.weightsAbove(0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> FractionalDifference.weightsAbove(0.05, 1e-9));
    }
}
