package futures.backtest.luck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.inference.ReturnMatrix;
import futures.analytics.inference.SharpeSample;
import futures.analytics.performance.Measure;
import futures.wire.backtest.Luck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How often the verdict on the best of 1,000 is right, as a search asks for it: from the daily profits of the hundred best and of four
 * hundred drawn ones, with the number and the spread of all. Days are independent and normal; of the planted worlds the first strategy has
 * a true Sharpe ratio. {@code -Dluck.worlds=100 -Dluck.days=1000 -Dluck.sharpe=3} is the full measurement of {@code docs/luck.md}.
 */
class LuckWorldsTest {
    private static final int STRATEGIES = 1_000;
    private static final int BEST = 100;
    private static final int DRAWN = 400;
    private static final int WORLDS = Integer.getInteger("luck.worlds", 20);
    private static final int DAYS = Integer.getInteger("luck.days", 126);
    /** Annual; half a year shows only what is very strong. */
    private static final double SHARPE = Integer.getInteger("luck.sharpe", 10);

    @Test
    void theBestOfAThousandRandomWalksIsLuck() {
        Map<String, Integer> verdicts = verdicts(0);
        assertTrue(verdicts.getOrDefault("luck", 0) >= 0.95 * WORLDS, verdicts::toString);
    }

    @Test
    void aPlantedEdgeIsFound() {
        Map<String, Integer> verdicts = verdicts(SHARPE);
        assertTrue(verdicts.getOrDefault("beyond_luck", 0) >= 0.8 * WORLDS, verdicts::toString);
    }

    /** How many worlds had each verdict; the count of each check that passed beside it. */
    private static Map<String, Integer> verdicts(double sharpe) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int world = 0; world < WORLDS; world++) {
            SplittableRandom random = new SplittableRandom(1_000_003L * world + 17);
            List<double[]> returns = world(random, sharpe);
            double[] ratios = returns.stream()
                    .mapToDouble(days -> SharpeSample.of(days).ratio())
                    .toArray();
            List<Integer> order = IntStream.range(0, STRATEGIES)
                    .boxed()
                    .sorted(Comparator.comparingDouble(k -> -ratios[k]))
                    .toList();
            List<double[]> kept =
                    sample(order, random).stream().map(returns::get).toList();
            TrialFacts tries = new TrialFacts(STRATEGIES, variance(ratios), Measure.undefined("not asked for"));
            Luck luck = LuckVerdict.of(ReturnMatrix.of(kept), 0, tries, world);
            counts.merge(luck.verdict(), 1, Integer::sum);
            luck.checks()
                    .forEach(check -> counts.merge(check.name() + " passed", check.passed() ? 1 : 0, Integer::sum));
        }
        System.out.println(WORLDS + " worlds of " + STRATEGIES + " strategies and " + DAYS + " days, Sharpe ratio "
                + sharpe + ": " + counts);
        return counts;
    }

    /** The best one first, then others of the best, then drawn ones; none twice. */
    private static List<Integer> sample(List<Integer> order, SplittableRandom random) {
        List<Integer> best = order.subList(0, BEST);
        List<Integer> sample = new ArrayList<>(best);
        List<Integer> others = new ArrayList<>(order);
        for (int drawn = 0; drawn < DRAWN; drawn++) {
            Integer one = others.remove(random.nextInt(others.size()));
            if (!best.contains(one)) {
                sample.add(one);
            }
        }
        return sample;
    }

    private static List<double[]> world(SplittableRandom random, double sharpe) {
        List<double[]> returns = new ArrayList<>();
        for (int k = 0; k < STRATEGIES; k++) {
            returns.add(days(random, k == 0 ? sharpe / Math.sqrt(252) : 0));
        }
        return returns;
    }

    private static double[] days(SplittableRandom random, double merit) {
        double[] days = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            days[day] = random.nextGaussian() + merit;
        }
        return days;
    }

    private static double variance(double[] ratios) {
        double mean = Arrays.stream(ratios).average().orElseThrow();
        return Arrays.stream(ratios)
                        .map(ratio -> (ratio - mean) * (ratio - mean))
                        .sum()
                / (ratios.length - 1);
    }
}
