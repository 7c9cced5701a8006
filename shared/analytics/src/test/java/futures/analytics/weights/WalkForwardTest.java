package futures.analytics.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import futures.analytics.covariance.CovarianceMethod;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WalkForwardTest {
    private static final WalkForward.Progress SILENT = (period, periods) -> {};

    private static double[] inverseVolatility(double[][] trailing) {
        return RiskWeights.inverseVolatility(
                CovarianceMethod.SAMPLE.estimate(trailing).matrix());
    }

    /** Asks at every period anew which choice holds, and makes it from a copy of the rows before. */
    @Test
    void asANaiveWalk() {
        RandomMarket market = new RandomMarket(4, 3, 101);
        int window = 30;
        int every = 7;
        WalkForward walk = WalkForward.of(market.returns, window, every, WalkForwardTest::inverseVolatility, SILENT);
        double turnover = 0;
        double[] before = null;
        int choices = 0;
        for (int t = window; t < 101; t++) {
            int chosenAt = t - (t - window) % every;
            double[][] past = Arrays.copyOfRange(market.returns, chosenAt - window, chosenAt);
            double[] weights = inverseVolatility(past);
            double expected = 0;
            for (int i = 0; i < 3; i++) {
                expected += weights[i] * market.returns[t][i];
            }
            assertEquals(expected, walk.returns()[t - window], 1e-15);
            if (t == chosenAt) {
                for (int i = 0; i < 3 && before != null; i++) {
                    turnover += Math.abs(weights[i] - before[i]);
                }
                before = weights;
                assertArrayEquals(weights, walk.rebalances().get(choices++).weights());
            }
        }
        assertEquals(choices, walk.rebalances().size());
        assertEquals(turnover / (choices - 1), walk.meanTurnover(), 1e-12);
        assertEquals(0, walk.timesOut());
    }

    @Test
    void theFutureChangesNothingBefore() {
        RandomMarket market = new RandomMarket(9, 3, 90);
        double[][] changed = market.returns.clone();
        for (int t = 60; t < 90; t++) {
            changed[t] = new double[] {1, -1, 1};
        }
        double[] one = WalkForward.of(market.returns, 20, 10, WalkForwardTest::inverseVolatility, SILENT)
                .returns();
        double[] other = WalkForward.of(changed, 20, 10, WalkForwardTest::inverseVolatility, SILENT)
                .returns();
        assertArrayEquals(Arrays.copyOf(one, 40), Arrays.copyOf(other, 40));
    }

    @Test
    void stayingOutEarnsNothing() {
        WalkForward walk =
                WalkForward.of(new RandomMarket(2, 2, 50).returns, 20, 10, trailing -> new double[2], SILENT);
        assertEquals(3, walk.timesOut());
        assertEquals(0, Arrays.stream(walk.returns()).map(Math::abs).sum());
    }

    @Test
    void aWindowAsLongAsTheHistoryLeavesNothingToJudge() {
        assertThrows(
                IllegalArgumentException.class,
                () -> WalkForward.of(new double[20][1], 20, 5, trailing -> new double[1], SILENT));
    }

    @Test
    void overlapOfDrawdowns() {
        // sums: 1 0 2 1 / 0 -1 -1 0 / 1 2 3 4
        double[][] gains = {{1, 0, 1}, {-1, -1, 1}, {2, 0, 1}, {-1, 1, 1}};
        DrawdownOverlap overlap = DrawdownOverlap.of(gains);
        assertEquals(0.5, overlap.timeUnderWater(0));
        assertEquals(0.5, overlap.timeUnderWater(1));
        assertEquals(0, overlap.timeUnderWater(2));
        assertEquals(1.0 / 3, overlap.shares()[0][1], 1e-15);
        assertEquals(1, overlap.shares()[0][0]);
        assertEquals(0, overlap.shares()[1][2]);
        assertEquals(0, overlap.shares()[2][2]);
    }
}
