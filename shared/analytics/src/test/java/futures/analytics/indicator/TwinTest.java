package futures.analytics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.indicator.twin.NaiveAverages;
import futures.analytics.indicator.twin.NaiveRanges;
import futures.analytics.indicator.twin.NaiveTrends;
import futures.model.BarSeries;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Indicators on 50,000 minutes in quarter points against textbook formulas that share no code with them. */
class TwinTest {
    private static final int BARS = 50_000;
    private static final BarSeries SERIES = RandomWalk.quarterTicks(BARS, 29);
    private static final IndicatorValues VALUES = RandomWalk.values(SERIES);
    private static final double[] HIGH = Rolling.prices(SERIES, Price.HIGH);
    private static final double[] LOW = Rolling.prices(SERIES, Price.LOW);
    private static final double[] CLOSE = Rolling.prices(SERIES, Price.CLOSE);
    private static final double[] VOLUME = volume();

    private static double[] volume() {
        double[] volume = new double[BARS];
        for (int i = 0; i < BARS; i++) {
            volume[i] = SERIES.volume(i);
        }
        return volume;
    }

    /** With a tolerance of 0: equal to the last bit. */
    static Stream<Arguments> exact() {
        return Stream.of(
                Arguments.of(new Sma(Price.CLOSE, 20), NaiveAverages.sma(CLOSE, 20)),
                Arguments.of(new Wma(Price.CLOSE, 20), NaiveAverages.wma(CLOSE, 20)),
                Arguments.of(new LinearRegressionSlope(Price.CLOSE, 14), NaiveAverages.slope(CLOSE, 14)),
                Arguments.of(new LinearRegressionSlope(Price.CLOSE, 33), NaiveAverages.slope(CLOSE, 33)),
                Arguments.of(new Highest(Price.HIGH, 20), NaiveRanges.highest(HIGH, 20)),
                Arguments.of(new Lowest(Price.LOW, 20), NaiveRanges.lowest(LOW, 20)),
                Arguments.of(new DonchianChannel(55).upper(), NaiveRanges.highest(HIGH, 55)),
                Arguments.of(new DonchianChannel(55).lower(), NaiveRanges.lowest(LOW, 55)),
                Arguments.of(new OnBalanceVolume(), NaiveRanges.obv(CLOSE, VOLUME)),
                Arguments.of(new SuperTrend(10, 3).direction(), NaiveTrends.superTrend(HIGH, LOW, CLOSE, 10, 3)[1]));
    }

    @ParameterizedTest
    @MethodSource("exact")
    void isEqualToTheLastBit(Indicator indicator, double[] expected) {
        compare(indicator, expected, 0, 0);
    }

    /** Relative tolerance 1e-12; where the value is 0 in exact arithmetic it must be 0. */
    static Stream<Arguments> rounded() {
        double[] deviation = NaiveAverages.standardDeviation(CLOSE, 20);
        double[] average = NaiveAverages.sma(CLOSE, 20);
        return Stream.of(
                Arguments.of(new StandardDeviation(Price.CLOSE, 20), deviation),
                Arguments.of(new StandardDeviation(Price.CLOSE, 3), NaiveAverages.standardDeviation(CLOSE, 3)),
                Arguments.of(new BollingerBands(Price.CLOSE, 20, 2.5).upper(), sum(average, deviation, 2.5)),
                Arguments.of(new BollingerBands(Price.CLOSE, 20, 2.5).lower(), sum(average, deviation, -2.5)),
                Arguments.of(new Cci(20), NaiveAverages.cci(HIGH, LOW, CLOSE, 20)),
                Arguments.of(new Hma(Price.CLOSE, 21), NaiveAverages.hma(CLOSE, 21)));
    }

    @ParameterizedTest
    @MethodSource("rounded")
    void isRoundedOnceOrTwice(Indicator indicator, double[] expected) {
        compare(indicator, expected, 1e-12, 0);
    }

    /** Relative tolerance 1e-9, and 1e-9 where values come near 0, in points or on a scale to 100. */
    static Stream<Arguments> recursive() {
        double[] line = sum(NaiveTrends.ema(CLOSE, 12), NaiveTrends.ema(CLOSE, 26), -1);
        double[] signal = NaiveTrends.ema(line, 9);
        double[] atr = NaiveTrends.atr(HIGH, LOW, CLOSE, 10);
        double[][] adx = NaiveTrends.adx(HIGH, LOW, CLOSE, 14);
        double[][] stochastic = NaiveRanges.stochastic(HIGH, LOW, CLOSE, 14, 3, 5);
        return Stream.of(
                Arguments.of(new Ema(Price.CLOSE, 20), NaiveTrends.ema(CLOSE, 20)),
                Arguments.of(new Rsi(Price.CLOSE, 14), NaiveTrends.rsi(CLOSE, 14)),
                Arguments.of(new Rsi(Price.CLOSE, 2), NaiveTrends.rsi(CLOSE, 2)),
                Arguments.of(new Atr(10), atr),
                Arguments.of(new Macd(Price.CLOSE, 12, 26, 9).line(), line),
                Arguments.of(new Macd(Price.CLOSE, 12, 26, 9).signal(), signal),
                Arguments.of(new Macd(Price.CLOSE, 12, 26, 9).histogram(), sum(line, signal, -1)),
                Arguments.of(new KeltnerChannel(20, 10, 1.5).middle(), NaiveTrends.ema(CLOSE, 20)),
                Arguments.of(new KeltnerChannel(20, 10, 1.5).upper(), sum(NaiveTrends.ema(CLOSE, 20), atr, 1.5)),
                Arguments.of(new KeltnerChannel(20, 10, 1.5).lower(), sum(NaiveTrends.ema(CLOSE, 20), atr, -1.5)),
                Arguments.of(new AverageDirectionalIndex(14).adx(), adx[0]),
                Arguments.of(new AverageDirectionalIndex(14).plus(), adx[1]),
                Arguments.of(new AverageDirectionalIndex(14).minus(), adx[2]),
                Arguments.of(new Stochastic(14, 3, 5).k(), stochastic[0]),
                Arguments.of(new Stochastic(14, 3, 5).d(), stochastic[1]),
                Arguments.of(new RateOfChange(Price.CLOSE, 10), NaiveRanges.rateOfChange(CLOSE, 10)),
                Arguments.of(new SuperTrend(10, 3).line(), NaiveTrends.superTrend(HIGH, LOW, CLOSE, 10, 3)[0]));
    }

    @ParameterizedTest
    @MethodSource("recursive")
    void staysClose(Indicator indicator, double[] expected) {
        compare(indicator, expected, 1e-9, 1);
    }

    /** Equal averages are equal: the bars of a tie are those of a tie in whole quarter points. */
    @Test
    void averagesTieWhereTheyTieInWholeNumbers() {
        double[] fast = VALUES.of(new Sma(Price.CLOSE, 10));
        double[] slow = VALUES.of(new Sma(Price.CLOSE, 20));
        int ties = 0;
        int expected = 0;
        for (int i = 19; i < BARS; i++) {
            long ten = 0;
            long twenty = 0;
            for (int k = 0; k < 20; k++) {
                long ticks = (long) (4 * CLOSE[i - k]);
                ten += k < 10 ? ticks : 0;
                twenty += ticks;
            }
            assertEquals(Long.compare(2 * ten, twenty), Double.compare(fast[i], slow[i]), "bar " + i);
            ties += fast[i] == slow[i] ? 1 : 0;
            expected += 2 * ten == twenty ? 1 : 0;
        }
        assertEquals(expected, ties);
        assertTrue(expected > 100, "too few ties to mean anything: " + expected);
    }

    /** Values nearer to 0 than the floor may differ as much as the floor may. */
    private static void compare(Indicator indicator, double[] expected, double relative, double floor) {
        double[] values = VALUES.of(indicator);
        for (int i = 0; i < BARS; i++) {
            if (Double.isNaN(expected[i])) {
                assertTrue(Double.isNaN(values[i]), indicator + " at bar " + i);
            } else {
                double tolerance = relative * Math.max(floor, Math.abs(expected[i]));
                assertEquals(expected[i], values[i], tolerance, indicator + " at bar " + i);
            }
        }
    }

    private static double[] sum(double[] one, double[] other, double weight) {
        double[] sum = new double[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + weight * other[i];
        }
        return sum;
    }
}
