package futures.analytics.ruin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.SampleReturns;
import futures.analytics.performance.Drawdown;
import futures.analytics.performance.ReturnStatistics;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Drawn paths beside all that there are, and measured ones beside the general code. */
class PathsTest {
    private static final double[] EIGHT = {150, -100, 220, -180, 90, -60, -130, 310};
    private static final int PATHS = 40_000;

    @Test
    void shuffledTradesComeToWhatAllOrdersDo() {
        AccountPaths paths = filled(PathDraw.shuffle(EIGHT, 11), PATHS, 10_000, 0);
        assertTrue(Arrays.stream(paths.profits()).allMatch(profit -> profit == 300));
        Spread falls = Spread.of(paths.drawdowns());
        assertEquals(296.10714285714283, falls.mean(), 4 * 82.39690786170357 / Math.sqrt(PATHS));
        assertEquals(82.39690786170357, falls.deviation(), 82.4 * 4 / Math.sqrt(2.0 * PATHS));
        share(0.4523809523809524, falls.atLeast(300));
        share(0.14285714285714285, falls.atLeast(400));
        share(0.49047619047619045, 1 - falls.atLeast(280.5));
        assertEquals(180, falls.at(0));
        assertEquals(470, falls.at(1));
        // steps of the distribution are wide enough that percentiles come out as they are
        double[] shares = {0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
        double[] expected = {180, 230, 290, 340, 410, 470, 470};
        for (int i = 0; i < shares.length; i++) {
            assertEquals(expected[i], falls.at(shares[i]), 10, "at " + shares[i]);
        }
    }

    @Test
    void everyOrderAndEveryDraw() {
        int[] order = {0, 1, 2, 3, 4, 5, 6, 7};
        double[] falls = new double[40_320];
        int[] count = {0};
        permute(order, 0, falls, count);
        Spread exact = Spread.of(falls);
        assertEquals(40_320, exact.count());
        assertEquals(296.10714285714283, exact.mean(), 1e-9);
        assertEquals(82.39690786170357, exact.deviation(), 1e-9);
        assertEquals(290, exact.at(0.5));
        assertEquals(410, exact.at(0.9));
        assertEquals(470, exact.at(0.95));
        assertEquals(0.4523809523809524, exact.atLeast(300), 1e-12);
        assertEquals(280, fall(EIGHT));
        double[] four = {100, -50, 30, -80};
        double[] drawn = new double[256];
        for (int code = 0; code < 256; code++) {
            drawn[code] =
                    fall(new double[] {four[code & 3], four[(code >> 2) & 3], four[(code >> 4) & 3], four[code >> 6]});
        }
        assertEquals(115.078125, Spread.of(drawn).mean(), 1e-9);
        assertEquals(240, Spread.of(drawn).at(0.95), 1e-9);
        assertEquals(0.265625, Spread.of(drawn).atLeast(160), 1e-12);
    }

    private static void permute(int[] order, int from, double[] falls, int[] count) {
        if (from == order.length) {
            falls[count[0]++] =
                    fall(Arrays.stream(order).mapToDouble(i -> EIGHT[i]).toArray());
            return;
        }
        for (int i = from; i < order.length; i++) {
            swap(order, from, i);
            permute(order, from + 1, falls, count);
            swap(order, from, i);
        }
    }

    private static void swap(int[] order, int a, int b) {
        int moved = order[a];
        order[a] = order[b];
        order[b] = moved;
    }

    /** Of one given path, by the code that measures drawn ones: a resample of a single block is the path itself. */
    private static double fall(double[] path) {
        double[] worth = new double[path.length + 1];
        for (int i = 0; i < path.length; i++) {
            worth[i + 1] = worth[i] + path[i];
        }
        return -Drawdown.of(worth).deepest();
    }

    @Test
    void resampledTradesComeToWhatAllDrawsDo() {
        AccountPaths paths = filled(PathDraw.resample(EIGHT, 8, 12), PATHS, 10_000, 0);
        Spread profits = Spread.of(paths.profits());
        assertEquals(300, profits.mean(), 4 * 476.182738032365 / Math.sqrt(PATHS));
        assertEquals(476.182738032365, profits.deviation(), 4 * 476.2 / Math.sqrt(2.0 * PATHS));
        AccountPaths four = filled(PathDraw.resample(new double[] {100, -50, 30, -80}, 4, 13), PATHS, 10_000, 0);
        Spread sums = Spread.of(four.profits());
        assertEquals(0, sums.mean(), 4 * 140.71247279470288 / Math.sqrt(PATHS));
        assertEquals(140.71247279470288, sums.deviation(), 4 * 140.7 / Math.sqrt(2.0 * PATHS));
        share(0.453125, 1 - sums.atLeast(0));
        Spread falls = Spread.of(four.drawdowns());
        assertEquals(115.078125, falls.mean(), 4 * falls.deviation() / Math.sqrt(PATHS));
        share(0.265625, falls.atLeast(160));
        assertEquals(240, falls.at(0.95), 10);
    }

    private static void share(double expected, double found) {
        assertEquals(expected, found, 4 * Math.sqrt(expected * (1 - expected) / PATHS));
    }

    @Test
    void everyFigureOfAPathIsThatOfTheGeneralCode() {
        double[] returns =
                Arrays.stream(SampleReturns.fiveHundred()).map(r -> r * 1e5).toArray();
        PathDraw draw = PathDraw.blocks(returns, 300, 7, 3);
        AccountPaths account = filled(draw, 200, 100_000, 95_000);
        ReturnPaths figures = new ReturnPaths(draw, 200);
        figures.fill(0, 200);
        double[] drawn = new double[300];
        for (int path = 0; path < 200; path++) {
            draw.draw(path, drawn);
            double[] worth = new double[301];
            worth[0] = 100_000;
            int ruined = AccountPaths.NEVER;
            for (int i = 0; i < 300; i++) {
                worth[i + 1] = worth[i] + drawn[i];
                if (ruined == AccountPaths.NEVER && worth[i + 1] <= 95_000) {
                    ruined = i + 1;
                }
            }
            Drawdown drawdown = Drawdown.of(worth);
            assertEquals(-drawdown.deepest(), account.drawdowns()[path], 1e-6);
            assertEquals(-drawdown.deepestFraction(), account.drawdownFractions()[path], 1e-12);
            assertEquals(drawdown.deepest(), figures.drawdowns()[path], 1e-6);
            assertEquals(worth[300] - 100_000, account.profits()[path], 1e-6);
            assertEquals(ruined, account.ruinedAfter()[path]);
            assertEquals(recovery(worth), account.recoveries()[path]);
            assertEquals(underWater(worth), account.longestUnderWater()[path]);
            ReturnStatistics statistics = ReturnStatistics.of(drawn, 1);
            assertEquals(statistics.mean().value(), figures.means()[path], 1e-9);
            assertEquals(statistics.deviation().value(), figures.deviations()[path], 1e-6);
            assertEquals(statistics.sharpe(0).value(), figures.sharpes()[path], 1e-9);
            assertEquals(statistics.sortino().value(), figures.sortinos()[path], 1e-9);
            assertEquals(statistics.omega().value(), figures.omegas()[path], 1e-9);
        }
    }

    /** By looking at every pair of points. */
    private static int recovery(double[] worth) {
        double deepest = 0;
        int trough = 0;
        double peak = 0;
        for (int to = 0; to < worth.length; to++) {
            double highest = Arrays.stream(worth, 0, to + 1).max().orElseThrow();
            if (worth[to] - highest < deepest - 1e-9) {
                deepest = worth[to] - highest;
                trough = to;
                peak = highest;
            }
        }
        for (int i = trough; i < worth.length; i++) {
            if (worth[i] >= peak - 1e-9) {
                return deepest == 0 ? 0 : i - trough;
            }
        }
        return deepest == 0 ? 0 : AccountPaths.NEVER;
    }

    private static int underWater(double[] worth) {
        int longest = 0;
        int now = 0;
        double peak = worth[0];
        for (double value : worth) {
            now = value >= peak - 1e-9 ? 0 : now + 1;
            peak = Math.max(peak, value);
            longest = Math.max(longest, now);
        }
        return longest;
    }

    @Test
    void pathsAreTheSameInWhicheverPartsTheyAreDrawn() {
        PathDraw draw = PathDraw.blocks(SampleReturns.twelve(), 40, 3, 99);
        AccountPaths whole = filled(draw, 100, 1, 0);
        AccountPaths parts = new AccountPaths(draw, 100, 1, 0);
        parts.fill(63, 100);
        parts.fill(0, 20);
        parts.fill(20, 63);
        assertArrayEquals(whole.profits(), parts.profits());
        assertArrayEquals(whole.recoveries(), parts.recoveries());
    }

    @Test
    void blocksHaveTheExactVarianceOfTheMean() {
        double[] series = SampleReturns.dependent();
        double[] lengths = {1, 2, 5, 10, 20};
        double[] exact = {
            0.004061888668286188, 0.006909009447028301, 0.010784636007097446, 0.012909493515996226, 0.01410987438622552
        };
        for (int i = 0; i < lengths.length; i++) {
            ReturnPaths paths = new ReturnPaths(PathDraw.blocks(series, 300, lengths[i], 21), 10_000);
            paths.fill(0, 10_000);
            double deviation = Spread.of(paths.means()).deviation();
            assertEquals(1, deviation * deviation / exact[i], 4 * Math.sqrt(2.0 / 10_000), "blocks of " + lengths[i]);
        }
    }

    private static AccountPaths filled(PathDraw draw, int count, double capital, double floor) {
        AccountPaths paths = new AccountPaths(draw, count, capital, floor);
        paths.fill(0, count);
        return paths;
    }
}
