package futures.analytics.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.SampleReturns;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fractions that scipy's root finding gives, Vince's published example, and the cases without a fraction. */
class KellyTest {
    @ParameterizedTest
    @CsvSource({
        "0.55, 1, 0.1, 0.005008366846356839",
        "0.6, 1, 0.2, 0.020135513550688863",
        "0.4, 2, 0.1, 0.00971231332288608",
        "0.5, 2, 0.25, 0.05889151782819174",
        "0.45, 1.2, -0.00833333333333336, 0"
    })
    void betsWithTwoOutcomes(double winRate, double payoff, double kelly, double growth) {
        double fraction = Kelly.ofPayoff(winRate, payoff);
        assertEquals(kelly, fraction, 1e-12);
        double held = Math.max(0, fraction);
        assertEquals(growth, winRate * Math.log(1 + held * payoff) + (1 - winRate) * Math.log(1 - held), 1e-12);
        // a list of as many wins and losses has the same maximum
        double[] results = new double[20];
        Arrays.fill(results, 0, (int) Math.round(20 * winRate), payoff);
        Arrays.fill(results, (int) Math.round(20 * winRate), 20, -1);
        assertEquals(held, Kelly.ofResults(results).getAsDouble(), 1e-12);
    }

    @Test
    void twelveReturns() {
        assertEquals(6.616285711549415, Kelly.ofResults(SampleReturns.twelve()).getAsDouble(), 1e-8);
        assertEquals(0.005613012715142913, growth(SampleReturns.twelve(), 6.616285711549415), 1e-12);
    }

    @Test
    void fiveHundredReturns() {
        double kelly = Kelly.ofResults(SampleReturns.fiveHundred()).getAsDouble();
        assertEquals(10.45063333862952, kelly, 1e-7);
        assertEquals(0.004874900508293785, growth(SampleReturns.fiveHundred(), kelly), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({
        "9 18 7 1 10 -5 -3 -17 -7, 0.23670817980826425, 1.010208474671996, 71.81838842143162",
        "100 -500 1500 -600, 0.12413168551084368, 1.0123311375058175, 4833.576516187612",
        "1 -1 1 1, 0.5, 1.1397535284773888, 2",
        "150 -100 220 -180 90 -60 -130 310, 0.2582982573107997, 1.0264144597464406, 696.8688131078383",
        "2 -1 2 -1 -1 2, 0.25, 1.0606601717798214, 4"
    })
    void vincesOptimalF(String trades, double f, double geometricMean, double moneyPerContract) {
        double[] results = Arrays.stream(trades.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double found = Kelly.optimalF(results).getAsDouble();
        double worst = -Arrays.stream(results).min().getAsDouble();
        assertEquals(f, found, 1e-8);
        assertEquals(geometricMean, Math.exp(growth(results, found / worst)), 1e-9);
        assertEquals(moneyPerContract, worst / found, 1e-4);
    }

    @Test
    void nothingGrowsFasterThanKelly() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            double[] results = random.doubles(3 + random.nextInt(40), -1, 1.5).toArray();
            OptionalDouble kelly = Kelly.ofResults(results);
            if (kelly.isEmpty()) {
                continue;
            }
            double most = -1 / Arrays.stream(results).min().getAsDouble();
            double best = growth(results, kelly.getAsDouble());
            for (int i = 0; i < 100; i++) {
                assertTrue(growth(results, most * i / 100) <= best + 1e-15);
            }
        }
    }

    @Test
    void withoutALossThereIsNoBound() {
        assertEquals(OptionalDouble.empty(), Kelly.ofResults(new double[] {1, 0, 2}));
        assertEquals(OptionalDouble.empty(), Kelly.ofResults(new double[0]));
        assertEquals(OptionalDouble.empty(), Kelly.optimalF(new double[] {1}));
    }

    @Test
    void withoutAnEdgeItIsNothing() {
        assertEquals(0, Kelly.ofResults(new double[] {1, -1}).getAsDouble());
        assertEquals(0, Kelly.ofResults(new double[] {1, -3}).getAsDouble());
        assertEquals(new BigDecimal("0.000000000"), Kelly.capped(-0.2));
    }

    @Test
    void halfOfItIsTakenAndAtMostFivePercent() {
        assertEquals(new BigDecimal("0.040000000"), Kelly.capped(0.08));
        assertEquals(new BigDecimal("0.050000000"), Kelly.capped(0.3));
        assertEquals(new BigDecimal("0.100000000"), Kelly.capped(0.4, 0.25, 0.2));
        assertEquals(new BigDecimal("0.050000000"), Kelly.capped(0.55 - 0.45, 0.5, 1)); // 0.10000000000000003
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Kelly.ofPayoff(1.2, 1));
        assertThrows(IllegalArgumentException.class, () -> Kelly.ofPayoff(0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> Kelly.ofPayoff(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> Kelly.capped(0.2, 1.5, 0.1));
        assertThrows(IllegalArgumentException.class, () -> Kelly.capped(Double.NaN));
    }

    private static double growth(double[] results, double f) {
        return Arrays.stream(results)
                .map(result -> Math.log(1 + f * result))
                .average()
                .getAsDouble();
    }
}
