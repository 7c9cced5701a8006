package futures.analytics.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        Drawdown drawdown = small.drawdown();
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
        Drawdown drawdown = synthetic.drawdown();
        assertEquals(-0.1480189363836274, drawdown.deepestFraction(), 1e-9);
        assertEquals(0.07083107103247742, drawdown.ulcer(), 1e-9);
        assertEquals(281, drawdown.peak());
        assertEquals(354, drawdown.trough());
        assertEquals(223, drawdown.longest());
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
            none.annualisedReturn()
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
        }
    }

    @Test
    void aTotalLossEndsTheCompounding() {
        ReturnStatistics lost = ReturnStatistics.of(new double[] {0.1, -1.0, 0.5}, 252);
        close(-1, lost.totalReturn());
        close(-1, lost.annualisedReturn());
        assertEquals(-1, lost.drawdown().deepestFraction(), 1e-12);
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
