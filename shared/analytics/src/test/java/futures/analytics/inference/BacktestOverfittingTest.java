package futures.analytics.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.SampleReturns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacktestOverfittingTest {
    private static final double EXACT = 1e-9;

    /** Figures of an independent computation, which another programme's PBO confirms for 8 blocks. */
    @ParameterizedTest
    @CsvSource({
        "noise, 4, 6, 0.5, -0.13308461603629532, -0.18864711557073408, 0.5,"
                + "1.1678440007882995, -0.22849550140802571, 0.47196811978835435",
        "noise, 8, 70, 0.5285714285714286, -0.09857433841740254, -0.1823215567939546, 0.5571428571428572,"
                + "-0.291870498813483, 0.011081678936053968, 0.020507370163926068",
        "noise, 10, 252, 0.6626984126984127, -0.4029382597546758, -0.5596157879354225, 0.7142857142857143,"
                + "-0.16391247129183192, -0.02364164428372826, 0.010954631940353936",
        "noise, 16, 12870, 0.5366744366744367, -0.043953688731299435, -0.1823215567939546, 0.5538461538461539,"
                + "-0.3301370790855983, 0.03208641987258934, 0.02972181246099462",
        "one_true_edge, 4, 6, 0, 2.3025850929940455, 2.3025850929940455, 0,"
                + "-0.9925741460162287, 0.9756495887727632, 0.9852034353398458",
        "one_true_edge, 8, 70, 0, 2.3025850929940446, 2.3025850929940455, 0,"
                + "-0.993614890387052, 0.971428017228242, 0.9872705503988733",
        "one_true_edge, 16, 12870, 0, 2.3025850929940455, 2.3025850929940455, 0,"
                + "-0.989207530019488, 0.9700451591846777, 0.9785315374472563",
        "correlated_variants, 4, 6, 0.16666666666666666, 1.6681413446989923, 2.3025850929940455, 0.6666666666666666,"
                + "-0.3773653984667633, -0.004086302163111241, 0.0557454650016827",
        "correlated_variants, 8, 70, 0.3142857142857143, 0.6484226735037528, 0.5596157879354227, 0.7,"
                + "-1.1831867161367062, -0.0007693706748587714, 0.5811236191899871",
        "correlated_variants, 16, 12870, 0.2681429681429681, 0.6821789224756446, 0.9808292530117263, 0.6812742812742812,"
                + "-0.8701043288872987, -0.0129854112293613, 0.6301318747140086"
    })
    void ofTheSamples(
            String name,
            int blocks,
            int splits,
            double pbo,
            double meanLogit,
            double medianLogit,
            double loss,
            double slope,
            double intercept,
            double determination) {
        BacktestOverfitting found = BacktestOverfitting.of(ReturnMatrix.of(SampleReturns.strategies(name)), blocks);
        assertEquals(splits, found.splits());
        assertEquals(0, found.dropped());
        assertEquals(pbo, found.probability(), EXACT);
        assertEquals(meanLogit, found.meanLogit(), EXACT);
        assertEquals(medianLogit, found.medianLogit(), EXACT);
        assertEquals(loss, found.lossProbability(), EXACT);
        assertEquals(slope, found.slope().value(), EXACT);
        assertEquals(intercept, found.intercept().value(), EXACT);
        assertEquals(determination, found.determination().value(), EXACT);
    }

    @Test
    void asANaiveTwinHasIt() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 60; round++) {
            int blocks = 2 * (1 + random.nextInt(4));
            List<double[]> returns = new ArrayList<>();
            int strategies = 2 + random.nextInt(8);
            int days = 2 * blocks + random.nextInt(40);
            for (int k = 0; k < strategies; k++) {
                // days without a trade, and a strategy that is there twice, make ties
                double idle = random.nextInt(5) == 0 ? 1 : 0.3;
                returns.add(random.doubles(days)
                        .map(value -> value < idle ? 0 : random.nextDouble() - 0.5)
                        .toArray());
            }
            returns.set(strategies - 1, returns.get(0).clone());
            BacktestOverfitting found = BacktestOverfitting.of(ReturnMatrix.of(returns), blocks);
            NaiveSplits twin = new NaiveSplits(returns, blocks);
            assertEquals(days % blocks, found.dropped());
            assertEquals(twin.splits(), found.splits());
            assertEquals(twin.overfit(), found.probability(), EXACT, "round " + round);
            assertEquals(twin.meanLogit(), found.meanLogit(), EXACT, "round " + round);
            assertEquals(twin.lost(), found.lossProbability(), EXACT, "round " + round);
        }
    }

    @Test
    void theOrderAndTheScaleOfStrategiesChangeNothing() {
        List<double[]> returns = new ArrayList<>(SampleReturns.strategies("noise"));
        BacktestOverfitting before = BacktestOverfitting.of(ReturnMatrix.of(returns), 8);
        Collections.reverse(returns);
        returns.replaceAll(one -> {
            double[] larger = one.clone();
            for (int i = 0; i < larger.length; i++) {
                larger[i] *= 1_024;
            }
            return larger;
        });
        BacktestOverfitting after = BacktestOverfitting.of(ReturnMatrix.of(returns), 8);
        assertEquals(before.probability(), after.probability(), EXACT);
        assertEquals(before.meanLogit(), after.meanLogit(), EXACT);
        assertEquals(before.slope().value(), after.slope().value(), EXACT);
    }

    @Test
    void ofIdleStrategiesThereIsNoBest() {
        BacktestOverfitting idle = BacktestOverfitting.of(ReturnMatrix.of(List.of(new double[8], new double[8])), 4);
        assertEquals(1, idle.probability());
        assertEquals(0, idle.lossProbability());
        assertTrue(!idle.slope().defined() && !idle.determination().defined());
    }

    @Test
    void refusesWhatCannotBeSplit() {
        ReturnMatrix noise = ReturnMatrix.of(SampleReturns.strategies("noise"));
        for (int blocks : new int[] {0, 1, 3, 22, -2}) {
            assertThrows(IllegalArgumentException.class, () -> BacktestOverfitting.of(noise, blocks));
        }
        ReturnMatrix brief = ReturnMatrix.of(List.of(new double[15], new double[15]));
        assertThrows(IllegalArgumentException.class, () -> BacktestOverfitting.of(brief, 8));
        ReturnMatrix one = ReturnMatrix.of(List.of(new double[160]));
        assertThrows(IllegalArgumentException.class, () -> BacktestOverfitting.of(one, 8));
    }
}
