package futures.analytics.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.SampleReturns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that the papers print, and those of an independent computation. */
class SharpeSampleTest {
    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @CsvSource({
        // the hedge fund of "The Sharpe Ratio Efficient Frontier": .913, and .982 as if it were normal
        "0.45755008833277844, 24, -2.448, 10.164, 0.9132343068848602",
        "0.458, 24, 0, 3, 0.9816749190910771",
        // the same ratio less rounded, where the revision of 2025 gives .987
        "0.45569620253164556, 24, -2.448, 10.164, 0.9127093395948954",
        // three years of days of MES
        "0.020145890710515698, 775, -0.08978207144745097, 5.281591774838879, 0.7122085589630381"
    })
    void probabilityThatTheTrueRatioIsPositive(double ratio, int n, double skewness, double kurtosis, double psr) {
        assertEquals(
                psr,
                new SharpeSample(ratio, n, skewness, kurtosis).probability(0).value(),
                EXACT);
    }

    @ParameterizedTest
    @CsvSource({"0.7079, 134, -0.225, 2.957, 0.10276082308007262", "0.8183, 134, -1.4455, 7.0497, 0.15500654727884933"})
    void standardErrorOfTheRatio(double ratio, int n, double skewness, double kurtosis, double error) {
        assertEquals(
                error,
                new SharpeSample(ratio, n, skewness, kurtosis).standardError().value(),
                EXACT);
    }

    /** Annual 2 against 1 by days and by weeks, and 3 against 2.5 by months: 2.73, 2.83 and 27.35 years. */
    @ParameterizedTest
    @CsvSource({
        "0.12649110640673517, 0.06324555320336758, 0, 3, 682.796950432044",
        "0.2773500981126146, 0.1386750490563073, 0, 3, 147.0993465211523",
        "0.8660254037844387, 0.7216878364870323, -0.72, 5.78, 328.2350423524836",
        "0.020145890710515698, 0, -0.08978207144745097, 5.281591774838879, 6682.2030533336865"
    })
    void minimumTrackRecord(double ratio, double benchmark, double skewness, double kurtosis, double observations) {
        assertEquals(
                observations,
                new SharpeSample(ratio, 100, skewness, kurtosis)
                        .minimumTrackRecord(benchmark, 0.95)
                        .value(),
                observations * EXACT);
    }

    /** "The Deflated Sharpe Ratio": annual 2.5 in 1,250 days, variance of annual ratios 1/2, 250 days a year. */
    @ParameterizedTest
    @CsvSource({
        "100, -3, 10, 0.9003968344493903",
        "46, -3, 10, 0.9505017068755787",
        "88, -3, 10, 0.910153014744707",
        "88, 0, 3, 0.9504908166760139"
    })
    void deflated(long trials, double skewness, double kurtosis, double dsr) {
        SharpeSample sample = new SharpeSample(0.15811388300841897, 1_250, skewness, kurtosis);
        assertEquals(dsr, sample.deflated(trials, 0.5 / 250).value(), EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "5, 1.1925940010147893",
        "10, 1.57459830134575",
        "100, 2.5306028932016846",
        "1000, 3.255121513652723"
    })
    void expectedMaximum(long trials, double expected) {
        assertEquals(expected, SharpeSample.expectedMaximum(trials), EXACT);
    }

    @Test
    void theBestOfAHundredTrialsWithoutMerit() {
        assertEquals(0.11317200186513214, SharpeSample.expectedBest(100, 0.002), EXACT);
        assertEquals(0, SharpeSample.expectedBest(100, 0));
    }

    @Test
    void ofReturns() {
        SharpeSample small = SharpeSample.of(SampleReturns.twelve());
        assertEquals(0.6306454170591091, small.probability(0).value(), EXACT);
        assertEquals(0.5517312350981787, small.probability(1 / Math.sqrt(252)).value(), EXACT);
        assertEquals(268.47971251469977, small.minimumTrackRecord(0, 0.95).value(), 1e-6);
        assertEquals(0.542587555396629, small.deflated(10, 0.5 / 252).value(), EXACT);
        SharpeSample years = SharpeSample.of(SampleReturns.fiveHundred());
        assertEquals(0.9870668388291347, years.probability(0).value(), EXACT);
        assertEquals(0.7943669035343364, years.probability(1 / Math.sqrt(252)).value(), EXACT);
        assertEquals(275.10006380881856, years.minimumTrackRecord(0, 0.95).value(), 1e-6);
        assertEquals(0.7460632025185298, years.deflated(10, 0.5 / 252).value(), EXACT);
    }

    /** The two answer each other: after so many observations the probability is the confidence. */
    @Test
    void theTrackRecordIsLongEnoughWhenItSaysSo() {
        for (double skewness : new double[] {-2, 0, 1}) {
            for (double benchmark : new double[] {0, 0.05}) {
                double needed = new SharpeSample(0.1, 50, skewness, 9)
                        .minimumTrackRecord(benchmark, 0.95)
                        .value();
                int enough = (int) Math.ceil(needed);
                assertTrue(probability(enough, skewness, benchmark) >= 0.95);
                assertTrue(probability(enough - 1, skewness, benchmark) < 0.95);
            }
        }
    }

    private static double probability(int observations, double skewness, double benchmark) {
        return new SharpeSample(0.1, observations, skewness, 9)
                .probability(benchmark)
                .value();
    }

    @Test
    void moreTrialsDeflateMore() {
        SharpeSample sample = new SharpeSample(0.1, 1_000, 0, 3);
        assertEquals(sample.probability(0), sample.deflated(1, 0.001));
        double before = 1;
        for (long trials = 2; trials < 10_000_000_000L; trials *= 3) {
            double now = sample.deflated(trials, 0.001).value();
            assertTrue(now < before, "after " + trials);
            before = now;
        }
    }

    @Test
    void whatCannotBeToldSaysWhy() {
        SharpeSample losing = new SharpeSample(-0.1, 100, 0, 3);
        assertEquals(
                "the Sharpe ratio does not exceed 0",
                losing.minimumTrackRecord(0, 0.95).reason());
        assertEquals(
                "the Sharpe ratio does not exceed the benchmark",
                losing.minimumTrackRecord(0.2, 0.95).reason());
        assertEquals(
                "the Sharpe ratio is too small to tell it from 0",
                new SharpeSample(1e-8, 100, 0, 3).minimumTrackRecord(0, 0.95).reason());
        // two values only, kurtosis = skewness² + 1, at the ratio 2 / skewness
        SharpeSample certain = new SharpeSample(1, 100, 2, 5);
        assertEquals(
                "the sampling error of the Sharpe ratio is zero",
                certain.probability(0).reason());
        assertEquals(certain.probability(0), certain.standardError());
        assertEquals(certain.probability(0), certain.minimumTrackRecord(0, 0.95));
    }

    @Test
    void refusesWhatIsNoSample() {
        assertThrows(IllegalArgumentException.class, () -> new SharpeSample(0.1, 1, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> new SharpeSample(Double.NaN, 10, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> SharpeSample.of(new double[] {0.1, 0.1, 0.1}));
        assertThrows(IllegalArgumentException.class, () -> SharpeSample.expectedBest(0, 0.1));
        assertThrows(IllegalArgumentException.class, () -> SharpeSample.expectedBest(2, -0.1));
        SharpeSample sample = new SharpeSample(0.1, 10, 0, 3);
        assertThrows(IllegalArgumentException.class, () -> sample.minimumTrackRecord(0, 0.5));
    }

    @Test
    void theRevisionOf2025() {
        SharpeSample fund = new SharpeSample(0.036 / 0.079, 24, -2.448, 10.164);
        assertEquals(0.9872072612614331, fund.revisedProbability(0).value(), 1e-9);
        assertEquals(0.9391476251031434, fund.revisedProbability(0.1).value(), 1e-9);
        assertEquals(13.02877831559373, fund.revisedTrackRecord(0, 0.95).value(), 1e-9);
        SharpeSample twelve = SharpeSample.of(SampleReturns.twelve());
        assertEquals(0.639693947698295, twelve.revisedProbability(0).value(), 1e-9);
        assertEquals(
                0.9874662365770028,
                SharpeSample.of(SampleReturns.fiveHundred())
                        .revisedProbability(0)
                        .value(),
                1e-9);
    }
}
