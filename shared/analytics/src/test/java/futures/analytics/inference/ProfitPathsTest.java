package futures.analytics.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.SampleReturns;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProfitPathsTest {
    @Test
    void figuresOfASequence() {
        // worth 100, 90, 120, 96, 126
        ProfitFigures figures = ProfitFigures.of(new double[] {-10, 30, -24, 30}, 100);
        assertEquals(26, figures.netProfit());
        assertEquals(-24, figures.maxDrawdown());
        assertEquals(-0.2, figures.maxDrawdownFraction(), 1e-12);
        assertEquals(60.0 / 34, figures.profitFactor(), 1e-12);
        double deviation = Math.sqrt((16.5 * 16.5 + 2 * 23.5 * 23.5 + 30.5 * 30.5) / 3);
        assertEquals(6.5 / deviation * Math.sqrt(252), figures.sharpe(), 1e-12);
    }

    @Test
    void figuresThatAreNotDefined() {
        ProfitFigures flat = ProfitFigures.of(new double[] {0, 0, 0}, 100);
        assertTrue(Double.isNaN(flat.sharpe()) && Double.isNaN(flat.profitFactor()));
        assertEquals(0, flat.maxDrawdown());
        ProfitFigures won = ProfitFigures.of(new double[] {1, 0, 2}, 100);
        assertEquals(Double.POSITIVE_INFINITY, won.profitFactor());
        assertTrue(won.sharpe() > 0);
    }

    /** Independent days: worth spreads as √days, and half of the paths end above the mean. */
    @Test
    void bandsOfIndependentDaysAreThoseOfARandomWalk() {
        Random random = new Random(3);
        double[] profits = random.doubles(1_000)
                .map(any -> Math.rint(100 + 1_000 * random.nextGaussian()))
                .toArray();
        double mean = Arrays.stream(profits).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(profits).map(one -> (one - mean) * (one - mean)).sum() / 1_000);
        int[] kept = {9, 99, 999};
        ProfitPaths paths = ProfitPaths.draw(profits, 1e6, 1, 20_000, 5, kept);
        for (int i = 0; i < kept.length; i++) {
            double days = kept[i] + 1;
            double spread = deviation * Math.sqrt(days);
            double tolerance = spread * 0.05;
            DrawnFigure worth = paths.worth(i);
            assertEquals(1e6 + days * mean, worth.at(0.5).value(), tolerance);
            for (double share : new double[] {0.05, 0.25, 0.75, 0.95}) {
                double expected = 1e6 + days * mean + NormalDistribution.quantile(share) * spread;
                assertEquals(expected, worth.at(share).value(), tolerance, kept[i] + " " + share);
            }
        }
        double loss = NormalDistribution.probability(-mean * Math.sqrt(1_000) / deviation);
        assertEquals(loss, paths.figure(ProfitFigures::netProfit).below(0), 0.01);
        assertEquals(
                mean / deviation * Math.sqrt(252),
                paths.figure(ProfitFigures::sharpe).at(0.5).value(),
                0.05);
    }

    /** Blocks keep what follows on each other together: where days go on from those before, drawing them singly would lie. */
    @Test
    void blocksWidenTheBandsOfDependentDays() {
        double[] profits = SampleReturns.dependent();
        double single = width(profits, 1);
        double inBlocks = width(profits, BlockLength.automatic(profits));
        assertTrue(inBlocks > 1.5 * single, single + " " + inBlocks);
    }

    private static double width(double[] profits, double block) {
        DrawnFigure net =
                ProfitPaths.draw(profits, 1_000, block, 4_000, 1, new int[0]).figure(ProfitFigures::netProfit);
        return net.at(0.95).value() - net.at(0.05).value();
    }

    @Test
    void daysThatAreAllTheSameLeaveNothingOpen() {
        double[] profits = new double[40];
        Arrays.fill(profits, 25);
        ProfitPaths paths = ProfitPaths.draw(profits, 1_000, 1, 200, 1, new int[] {0, 39});
        assertEquals(1_025, paths.worth(0).at(0.05).value());
        assertEquals(1_025, paths.worth(0).at(0.95).value());
        assertEquals(2_000, paths.worth(1).at(0.05).value());
        assertEquals(2_000, paths.worth(1).at(0.95).value());
        assertEquals(0, paths.figure(ProfitFigures::netProfit).below(0));
        assertEquals(
                "it is undefined in all paths",
                paths.figure(ProfitFigures::sharpe).at(0.5).reason());
        assertEquals(
                "no day lost in so many of the paths",
                paths.figure(ProfitFigures::profitFactor).at(0.5).reason());
    }

    /** One losing day of twenty: about a third of the paths miss it, so that the upper part has no profit factor. */
    @Test
    void whatIsInfiniteIsMoreThanAnyNumber() {
        double[] profits = new double[20];
        Arrays.fill(profits, 10);
        profits[7] = -50;
        DrawnFigure factor =
                ProfitPaths.draw(profits, 1_000, 1, 1_000, 1, new int[0]).figure(ProfitFigures::profitFactor);
        assertEquals(1_000, factor.defined());
        assertTrue(factor.at(0.05).defined() && factor.at(0.5).defined());
        assertFalse(factor.at(0.95).defined());
        assertTrue(factor.at(0.05).value() < factor.at(0.5).value());
    }
}
