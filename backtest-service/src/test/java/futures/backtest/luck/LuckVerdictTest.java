package futures.backtest.luck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.inference.ReturnMatrix;
import futures.analytics.inference.SharpeSample;
import futures.analytics.performance.Measure;
import futures.wire.backtest.Luck;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LuckVerdictTest {
    private static final double EXACT = 1e-12;
    private static final int DAYS = 250;
    private static final int STRATEGIES = 60;

    /** Normal days of 1 % deviation; the first strategy has a true annual Sharpe ratio, the others 0. */
    private static List<double[]> world(Random random, int strategies, double sharpe) {
        List<double[]> returns = new ArrayList<>();
        for (int k = 0; k < strategies; k++) {
            double merit = k == 0 ? 0.01 * sharpe / Math.sqrt(252) : 0;
            double[] days = new double[DAYS];
            for (int day = 0; day < DAYS; day++) {
                days[day] = 0.01 * random.nextGaussian() + merit;
            }
            returns.add(days);
        }
        return returns;
    }

    private static int best(List<double[]> returns) {
        int best = 0;
        for (int k = 1; k < returns.size(); k++) {
            if (SharpeSample.of(returns.get(k)).ratio()
                    > SharpeSample.of(returns.get(best)).ratio()) {
                best = k;
            }
        }
        return best;
    }

    private static Luck judge(List<double[]> returns) {
        ReturnMatrix matrix = ReturnMatrix.of(returns);
        return LuckVerdict.of(matrix, best(returns), TrialFacts.of(matrix), 1);
    }

    @Test
    void theBestOfManyWithoutMeritIsLuckAndAStrongOneIsFound() {
        Random random = new Random(2_024);
        int luck = 0;
        int found = 0;
        for (int i = 0; i < 20; i++) {
            luck += judge(world(random, STRATEGIES, 0)).verdict().equals("luck") ? 1 : 0;
            found += judge(world(random, STRATEGIES, 6)).verdict().equals("beyond_luck") ? 1 : 0;
        }
        assertTrue(luck >= 19, "luck in " + luck);
        assertTrue(found >= 16, "found in " + found);
    }

    @Test
    void theFiguresAreThoseOfTheirFunctions() {
        List<double[]> returns = world(new Random(5), 10, 2);
        ReturnMatrix matrix = ReturnMatrix.of(returns);
        TrialFacts tries = new TrialFacts(5_000, 0.004, Measure.of(0.4));
        Luck luck = LuckVerdict.of(matrix, 0, tries, 1);
        SharpeSample sample = SharpeSample.of(returns.get(0));
        assertEquals(sample.deflated(5_000, 0.004).value(), luck.dsr(), EXACT);
        assertEquals(1, luck.dsr() + luck.chanceOfLuck(), EXACT);
        assertEquals(sample.probability(0).value(), luck.psr(), EXACT);
        assertEquals(Math.sqrt(252 * 0.004) * SharpeSample.expectedMaximum(5_000), luck.luckSharpe(), EXACT);
        assertEquals(0.4 + 0.6 * 5_000, luck.effectiveTrials(), 1e-9);
        assertEquals(16, luck.pboBlocks());
        assertEquals(5_000, luck.trials());
        assertEquals(10, luck.strategies());
        // 5,000 tries show more than this one, so no number of days would do
        assertNull(luck.minTrackRecordDays());
        assertEquals(
                "the Sharpe ratio does not exceed the benchmark",
                luck.undefined().get("min_track_record_days"));
        assertEquals(
                Math.ceil(sample.minimumTrackRecord(0, 0.95).value()),
                luck.freshDays().doubleValue());
        assertEquals("luck", luck.verdict());
        assertTrue(luck.summary().contains("5,000 tries"), luck.summary());
        assertTrue(
                luck.words().get(luck.words().size() - 1).contains(luck.freshDays() + " trading days"),
                luck.words().toString());
    }

    @Test
    void daysThatAreMissingAreCounted() {
        List<double[]> returns = world(new Random(9), 1, 1.5);
        SharpeSample sample = SharpeSample.of(returns.get(0));
        double needed = sample.minimumTrackRecord(0, 0.95).value();
        Luck luck = judge(returns);
        assertEquals(Math.ceil(needed), luck.minTrackRecordDays().doubleValue());
        assertEquals(Math.max(0, luck.minTrackRecordDays() - DAYS), luck.moreDays());
        assertEquals(luck.psr(), luck.dsr(), EXACT);
        assertNull(luck.pbo());
        assertEquals(
                "one combination alone was not chosen from any others",
                luck.undefined().get("pbo"));
    }

    /** The spread of tries that resemble each other has shrunk already: the number that counts is the true one. */
    @Test
    void theBestOfVariantsOfOneIdeaIsNoSurpriseEither() {
        Random random = new Random(77);
        int surprises = 0;
        double excess = 0;
        for (int i = 0; i < 200; i++) {
            double[] common = new double[DAYS];
            for (int day = 0; day < DAYS; day++) {
                common[day] = random.nextGaussian();
            }
            List<double[]> variants = world(random, 40, 0);
            variants.replaceAll(own -> {
                double[] mixed = new double[DAYS];
                for (int day = 0; day < DAYS; day++) {
                    mixed[day] = Math.sqrt(0.8) * 0.01 * common[day] + Math.sqrt(0.2) * own[day];
                }
                return mixed;
            });
            TrialFacts tries = TrialFacts.of(ReturnMatrix.of(variants));
            SharpeSample best = SharpeSample.of(variants.get(best(variants)));
            excess += (best.ratio() - tries.luckRatio()) / 200;
            surprises += best.deflated(tries.trials(), tries.variance()).value() >= 0.95 ? 1 : 0;
        }
        // on average the best is where luck puts it: within four errors of a mean that varies with the common part
        assertEquals(0, excess, 4 / Math.sqrt(DAYS * 200));
        // 5 % of 200 are 10; four standard deviations are 12
        assertTrue(surprises <= 22, surprises + " surprises");
    }

    @Test
    void ofWhatNeverTradedNothingCanBeSaid() {
        List<double[]> returns = List.of(new double[DAYS], new double[DAYS]);
        Luck luck = LuckVerdict.of(ReturnMatrix.of(returns), 0, TrialFacts.of(ReturnMatrix.of(returns)), 1);
        assertEquals("unknown", luck.verdict());
        assertEquals("Nothing can be said: returns do not vary.", luck.summary());
    }

    @Test
    void fewDaysLeaveOutWhatTheyCannotShow() {
        List<double[]> returns = List.of(new double[] {1, -1, 2, 3, 1}, new double[] {1, -2, 2, 2, 1});
        Luck luck = judge(returns);
        assertNull(luck.pbo());
        assertNull(luck.spaP());
        assertEquals("it needs 20 days, there are 5", luck.undefined().get("spa_p"));
    }
}
