package futures.analytics.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.SampleReturns;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StationaryBootstrapTest {
    private static final int DRAWS = 20_000;

    /** Politis and Romano give the variance of the drawn mean in closed form; so many draws come so near to it. */
    @ParameterizedTest
    @CsvSource({
        "dependent, 1, 0.004061888668286188",
        "dependent, 2, 0.006909009447028301",
        "dependent, 5, 0.010784636007097446",
        "dependent, 10, 0.012909493515996226",
        "dependent, 20, 0.01410987438622552",
        "returns, 1, 1.6425029108645538e-07",
        "returns, 5, 1.4468797568647832e-07",
        "returns, 20, 1.660676374087515e-07",
        "twelve, 1, 1.9907407407407406e-05",
        "twelve, 2, 1.0067621866861976e-05",
        "twelve, 5, 4.735398193777775e-06",
        "twelve, 10, 2.7046664318770205e-06",
        "twelve, 20, 1.4838864955079819e-06"
    })
    void theMeanVariesAsItShould(String name, double meanBlock, double exact) {
        double[] series = switch (name) {
            case "dependent" -> SampleReturns.dependent();
            case "returns" -> SampleReturns.fiveHundred();
            default -> SampleReturns.twelve();
        };
        double mean = Arrays.stream(series).average().orElseThrow();
        StationaryBootstrap bootstrap = new StationaryBootstrap(series.length, meanBlock, 7);
        int[] places = new int[series.length];
        double squares = 0;
        double fourth = 0;
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            bootstrap.draw(places);
            double away = Arrays.stream(places)
                            .mapToDouble(at -> series[at])
                            .average()
                            .orElseThrow()
                    - mean;
            sum += away;
            squares += away * away;
            fourth += away * away * away * away;
        }
        double variance = squares / DRAWS;
        double error = Math.sqrt((fourth / DRAWS - variance * variance) / DRAWS);
        assertEquals(exact, variance, 4 * error, name + " " + meanBlock);
        assertEquals(0, sum / DRAWS, 4 * Math.sqrt(exact / DRAWS), "the drawn mean is that of the series");
    }

    @Test
    void blocksHaveTheMeanLength() {
        int[] places = new int[1_000_000];
        new StationaryBootstrap(1_000, 8, 3).draw(places);
        int blocks = 1;
        for (int i = 1; i < places.length; i++) {
            blocks += places[i] == (places[i - 1] + 1) % 1_000 ? 0 : 1;
        }
        // one in a thousand new blocks goes on where the one before ended
        assertEquals(8 * 1.001, (double) places.length / blocks, 0.1);
    }

    @Test
    void everyPlaceIsDrawnEquallyOften() {
        int[] times = new int[12];
        int[] places = new int[1_200_000];
        new StationaryBootstrap(12, 3, 5).draw(places);
        for (int place : places) {
            times[place]++;
        }
        for (int count : times) {
            assertEquals(100_000, count, 2_500);
        }
    }

    @Test
    void theSeedDecides() {
        assertArrayEquals(draws(1), draws(1));
        assertFalse(Arrays.equals(draws(1), draws(2)));
        assertFalse(Arrays.equals(draws(1), draws(-1)));
    }

    /** Stands for the same draws under any Java. */
    @Test
    void theDrawsOfASeedStayWhatTheyAre() {
        int[] places = new int[12];
        new StationaryBootstrap(100, 4, 0).draw(places);
        assertEquals("[48, 49, 50, 51, 31, 32, 12, 13, 25, 26, 27, 28]", Arrays.toString(places));
    }

    private static int[] draws(long seed) {
        StationaryBootstrap bootstrap = new StationaryBootstrap(50, 4, seed);
        int[] places = new int[200];
        bootstrap.draw(places);
        bootstrap.draw(places);
        return places;
    }

    @Test
    void aBlockGoesOnOverTheEnd() {
        int[] places = new int[10];
        new StationaryBootstrap(4, 1e12, 9).draw(places);
        for (int i = 1; i < places.length; i++) {
            assertEquals((places[i - 1] + 1) % 4, places[i]);
        }
        new StationaryBootstrap(1, 1, 9).draw(places);
        assertTrue(Arrays.stream(places).allMatch(place -> place == 0));
    }

    @Test
    void refusesWhatIsNoBlock() {
        assertThrows(IllegalArgumentException.class, () -> new StationaryBootstrap(0, 1, 0));
        for (double wrong : new double[] {0.99, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new StationaryBootstrap(5, wrong, 0));
        }
    }
}
