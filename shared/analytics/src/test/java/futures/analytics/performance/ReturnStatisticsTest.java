package futures.analytics.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.SampleReturns;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Figures that numpy and scipy give for the same returns, and the cases in which there is no figure. */
class ReturnStatisticsTest {
    @Test
    void agreesOnTwelveReturns() {
        ReturnStatistics small = ReturnStatistics.of(SampleReturns.twelve(), 252);
        close(0.001666666666666667, small.mean());
        close(0.016143297699232975, small.deviation());
        close(0.2562669063159098, small.volatility());
        close(1.638916261322679, small.sharpe(0));
        close(1.5218508140853446, small.sharpe(0.03 / 252));
        close(2.427907914667537, small.sortino());
        close(1.3076923076923077, small.omega());
        close(-0.48273974050376456, small.skewness());
        close(2.4783666846944294, small.kurtosis());
        close(0.01872033193145084, small.totalReturn());
        close(0.4762314539243149, small.annualisedReturn());
        close(0.35764084881929536, small.tStatistic());
        close(4.594770789130962, small.sharpeError());
        close(-0.5998872584079558, small.autocorrelation());
        close(0.9081632653061223, small.tailRatio());
        close(0.30769230769230776, small.gainToPain());
        close(0.10040547988459755, small.growthLine().stability());
        close(1.0564654712597508, small.growthLine().kRatio());
        close(6.616285711549415, small.kellyLeverage());
        Drawdown drawdown = small.drawdown();
        assertEquals(2, drawdown.count());
        assertEquals(-0.020000000000000035, drawdown.average(), 1e-12);
        assertEquals(0.012452493392471953, drawdown.pain(), 1e-12);
        assertEquals(0.75 * 12, drawdown.underWater());
        assertEquals(29.24000247768043, small.annualisedReturn().value() / drawdown.ulcer(), 1e-9);
        assertEquals(-0.030000000000000027, drawdown.deepestFraction(), 1e-12);
        assertEquals(4, drawdown.peak());
        assertEquals(5, drawdown.trough());
        assertEquals(8, drawdown.longest());
        assertEquals(0.01628698404823438, drawdown.ulcer(), 1e-12);
    }

    @Test
    void agreesOnFiveHundredReturns() {
        double[] returns = SampleReturns.fiveHundred();
        assertEquals(504, returns.length);
        ReturnStatistics synthetic = ReturnStatistics.of(returns, 252);
        close(1.5841741195320005, synthetic.sharpe(0));
        close(2.4124078958100714, synthetic.sortino());
        close(0.1445772261875242, synthetic.volatility());
        close(1.351590431468146, synthetic.omega());
        close(0.08559559940579554, synthetic.skewness());
        close(8.016647292051095, synthetic.kurtosis());
        close(0.548123682939043, synthetic.totalReturn());
        close(0.24423618454819218, synthetic.annualisedReturn());
        close(2.240360525002612, synthetic.tStatistic());
        close(0.708865071871957, synthetic.sharpeError());
        close(-0.039218502978685094, synthetic.autocorrelation());
        close(1.0555864911773207, synthetic.tailRatio());
        close(0.3515904314681461, synthetic.gainToPain());
        close(0.7781851110922341, synthetic.growthLine().stability());
        close(41.9660380633513, synthetic.growthLine().kRatio());
        assertEquals(10.45063333862952, synthetic.kellyLeverage().value(), 1e-7);
        Drawdown drawdown = synthetic.drawdown();
        assertEquals(24, drawdown.count());
        assertEquals(-0.02405978892283964, drawdown.average(), 1e-12);
        assertEquals(0.05269788807976513, drawdown.pain(), 1e-12);
        assertEquals(0.8551587301587301, drawdown.underWater() / 504.0, 1e-12);
        assertTrue(drawdown.longestOpen());
        assertEquals(281, drawdown.lastPeak());
        assertEquals(-0.1480189363836274, drawdown.deepestFraction(), 1e-9);
        assertEquals(0.07083107103247742, drawdown.ulcer(), 1e-9);
        assertEquals(281, drawdown.peak());
        assertEquals(354, drawdown.trough());
        assertEquals(223, drawdown.longest());
    }

    @Test
    void additiveDrawdownsOfFixedSize() {
        for (double[] returns : new double[][] {SampleReturns.twelve(), SampleReturns.fiveHundred()}) {
            double[] equity = new double[returns.length + 1];
            for (int i = 0; i < returns.length; i++) {
                equity[i + 1] = equity[i] + returns[i];
            }
            assertEquals(
                    returns.length == 12 ? -0.03 : -0.157449,
                    Drawdown.of(equity).deepest(),
                    1e-12);
        }
    }

    @Test
    void drawdownsFromPeakToRecovery() {
        // peaks at 0 and 3, where 110 comes twice and the later one counts; the last fall does not recover
        Drawdown drawdown = Drawdown.of(new double[] {100, 90, 110, 110, 99, 104.5, 109, 110.5, 105});
        assertEquals(3, drawdown.count());
        assertEquals(-11, drawdown.deepest(), 1e-12);
        assertEquals(3, drawdown.longestFrom());
        assertEquals(7, drawdown.longestTo());
        assertFalse(drawdown.longestOpen());
        assertEquals(7, drawdown.lastPeak());
        assertEquals(5, drawdown.underWater());
        assertEquals((-0.1 - 0.1 + 105 / 110.5 - 1) / 3, drawdown.average(), 1e-12);
        Drawdown none = Drawdown.of(new double[] {100, 101, 101, 102});
        assertEquals(0, none.count());
        assertEquals(0, none.longest());
        assertEquals(0, none.average());
        assertFalse(none.longestOpen());
    }

    @Test
    void aLossInTheFirstPeriodIsADrawdown() {
        Drawdown drawdown = ReturnStatistics.of(new double[] {-0.1, 0.05}, 252).drawdown();
        assertEquals(-0.1, drawdown.deepestFraction(), 1e-12);
        assertEquals(0, drawdown.peak());
    }

    @Test
    void nothingIsInventedForNoReturns() {
        ReturnStatistics none = ReturnStatistics.of(new double[0], 252);
        for (Measure measure : new Measure[] {
            none.mean(),
            none.deviation(),
            none.sharpe(0),
            none.sortino(),
            none.omega(),
            none.skewness(),
            none.kurtosis(),
            none.totalReturn(),
            none.annualisedReturn(),
            none.tStatistic(),
            none.sharpeError(),
            none.autocorrelation(),
            none.tailRatio(),
            none.gainToPain(),
            none.growthLine().stability(),
            none.growthLine().kRatio(),
            none.kellyLeverage()
        }) {
            assertFalse(measure.defined());
        }
    }

    @Test
    void oneReturnHasATotalButNoDeviation() {
        ReturnStatistics one = ReturnStatistics.of(new double[] {0.01}, 252);
        close(0.01, one.totalReturn());
        assertEquals(
                "a deviation needs two periods, there are 1", one.deviation().reason());
        assertFalse(one.sharpe(0).defined());
    }

    @Test
    void returnsThatDoNotVaryHaveNoSharpeRatio() {
        for (double value : new double[] {0, 0.01, -0.003, 1e-9}) {
            double[] constant = new double[7];
            Arrays.fill(constant, value);
            ReturnStatistics same = ReturnStatistics.of(constant, 252);
            assertEquals("returns do not vary", same.sharpe(0).reason());
            close(0, same.deviation());
            assertEquals(value < 0, same.sortino().defined());
            assertEquals("returns do not vary", same.tStatistic().reason());
            assertEquals("returns do not vary", same.sharpeError().reason());
            assertEquals("returns do not vary", same.autocorrelation().reason());
            assertFalse(same.growthLine().kRatio().defined());
            assertEquals(value < 0, same.kellyLeverage().defined());
            assertEquals(value < 0, same.gainToPain().defined());
        }
    }

    @Test
    void aTotalLossEndsTheCompounding() {
        ReturnStatistics lost = ReturnStatistics.of(new double[] {0.1, -1.0, 0.5}, 252);
        close(-1, lost.totalReturn());
        close(-1, lost.annualisedReturn());
        assertEquals(-1, lost.drawdown().deepestFraction(), 1e-12);
        assertEquals("the account was lost", lost.growthLine().stability().reason());
        close(-1, ReturnStatistics.of(new double[] {0.1, -1.5, 0.5}, 252).totalReturn());
        close(-1, ReturnStatistics.of(new double[] {-1.5, 0.2}, 252).annualisedReturn());
    }

    @Test
    void infinityIsNoFigure() {
        assertThrows(IllegalArgumentException.class, () -> Measure.of(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new Measure(null, null));
        assertEquals(
                "no period lost",
                ReturnStatistics.of(new double[] {0.01, 0.02}, 252).omega().reason());
    }

    private static void close(double expected, Measure actual) {
        assertEquals(expected, actual.value(), 1e-9);
    }
}
