package futures.analytics.ruin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closed forms and exact dynamic programming, computed elsewhere; and drawn paths beside them. */
class RuinTest {
    @ParameterizedTest
    @CsvSource({
        "0.55, 10, 0, 0.13443063274931166",
        "0.55, 20, 0, 0.018071595021380307",
        "0.51, 20, 0, 0.44928102674559167",
        "0.5, 10, 0, 1",
        "0.6, 5, 0, 0.13168724279835398",
        "0.55, 10, 20, 0.11850053134012854",
        "0.5, 10, 30, 0.6666666666666667",
        "0.45, 10, 20, 0.8814994686598714"
    })
    void gamblers(double p, int units, int target, double ruin) {
        assertEquals(ruin, RuinFormulas.gambler(p, units, target), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "1 -1, 0.55 0.45, 10, 100, 0.09041012013994162",
        "1 -1, 0.55 0.45, 10, 1000, 0.13438502802185737",
        "150 -100, 0.45 0.55, 2000, 100, 0.013005785208916116",
        "200 -100, 0.4 0.6, 1000, 200, 0.13893327282784637",
        "150 -100 0, 0.5 0.3 0.2, 2000, 250, 2.298448659280688e-07"
    })
    void countedExactly(String results, String odds, double room, int trades, double ruin) {
        ExactRuin exact =
                ExactRuin.of(numbers(results), numbers(odds), room, trades).orElseThrow();
        assertEquals(ruin, exact.probability(), 1e-9);
        assertFalse(exact.rounded());
        assertEquals(trades, exact.byTrade().length);
        for (int i = 1; i < trades; i++) {
            assertTrue(exact.byTrade()[i] >= exact.byTrade()[i - 1]);
        }
    }

    @Test
    void withoutAnEndByTheRoot() {
        double root = RuinFormulas.root(new double[] {2, -1}, new double[] {0.4, 0.6});
        assertEquals(0.8228756555323087, root, 1e-9);
        assertEquals(0.14234497508807453, Math.pow(root, 10), 1e-9);
        assertEquals(1, RuinFormulas.root(new double[] {1, -1}, new double[] {0.5, 0.5}));
        assertEquals(0, RuinFormulas.root(new double[] {1, 2}, new double[] {0.5, 0.5}));
    }

    @ParameterizedTest
    @CsvSource({
        "50, 400, 2000, 250, 0.28356125410964617",
        "50, 400, 2000, Infinity, 0.2865047968601901",
        "0, 400, 2000, 60, 0.5186050164287256",
        "-20, 300, 2000, 60, 0.5702473316226117",
        "100, 500, 4500, 120, 0.026284500151533052"
    })
    void motions(double mean, double deviation, double distance, double periods, double ruin) {
        assertEquals(ruin, RuinFormulas.brownian(mean, deviation, distance, periods), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.4", "50, 0.7462846628349563", "100, 0.91969042155444"})
    void targetBeforeFloor(double mean, double odds) {
        assertEquals(odds, RuinFormulas.targetFirst(mean, 400, 3000, 2000), 1e-9);
    }

    @Test
    void oddAmountsAreRoundedAndSaySo() {
        double[] results = {103.37, -71.19, -0.01};
        double[] odds = {0.4, 0.5, 0.1};
        Optional<ExactRuin> exact = ExactRuin.of(results, odds, 700, 300);
        assertTrue(exact.orElseThrow().rounded());
        // ten results of which each stands for a tenth of the odds
        double[] each = {103.37, 103.37, 103.37, 103.37, -71.19, -71.19, -71.19, -71.19, -71.19, -0.01};
        AccountPaths drawn = new AccountPaths(PathDraw.resample(each, 300, 5), 40_000, 10_000, 9_300);
        drawn.fill(0, 40_000);
        double ruin = Spread.of(drawn.ruinedAfter()).count() / 40_000.0;
        double error = Math.sqrt(ruin * (1 - ruin) / 40_000);
        assertEquals(exact.get().probability(), ruin, 4 * error);
        assertTrue(ExactRuin.of(new double[3000], new double[3000], 700, 1000).isEmpty());
        assertEquals(
                0, ExactRuin.of(new double[] {5, 0}, odds, 1, 10).orElseThrow().probability());
        assertEquals(
                1,
                ExactRuin.of(new double[] {-5}, new double[] {1}, 1, 1)
                        .orElseThrow()
                        .probability());
    }

    private static double[] numbers(String text) {
        return java.util.Arrays.stream(text.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
