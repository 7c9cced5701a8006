package futures.benchmarks;

import futures.analytics.inference.BacktestOverfitting;
import futures.analytics.inference.ReturnMatrix;
import futures.analytics.inference.SharpeSample;
import futures.analytics.inference.SnoopingTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How often the tests of luck are right. In each world strategies earn independent normal days without merit, but for the first
 * one, which has a true annual Sharpe ratio; the best one on record is judged.
 */
public final class LuckMeasurement {
    private static final double DAYS_A_YEAR = 252;

    private final int strategies;
    private final int days;
    private final int draws;
    private final int blocks;

    private LuckMeasurement(int strategies, int days, int draws, int blocks) {
        this.strategies = strategies;
        this.days = days;
        this.draws = draws;
        this.blocks = blocks;
    }

    /** @param args worlds, strategies, days, draws of the bootstrap, blocks of days, then annual Sharpe ratios, 0 for none with merit */
    public static void main(String[] args) {
        int worlds = Integer.parseInt(args[0]);
        LuckMeasurement measurement = new LuckMeasurement(
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Integer.parseInt(args[3]),
                Integer.parseInt(args[4]));
        System.out.printf(
                Locale.ROOT,
                "java %s, %d processors; %d worlds, %d strategies, %d days, %d draws, %d blocks%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                worlds,
                measurement.strategies,
                measurement.days,
                measurement.draws,
                measurement.blocks);
        for (int i = 5; i < args.length; i++) {
            measurement.measure(worlds, Double.parseDouble(args[i]));
        }
    }

    private void measure(int worlds, double sharpe) {
        int chosen = 0;
        int dsr = 0;
        int spa = 0;
        int white = 0;
        int all = 0;
        int both = 0;
        double[] pbo = new double[worlds];
        long begun = System.nanoTime();
        for (int world = 0; world < worlds; world++) {
            List<double[]> returns = world(new SplittableRandom(1_000_003L * world + 17), sharpe);
            ReturnMatrix matrix = ReturnMatrix.of(returns);
            double[] ratios = returns.stream()
                    .mapToDouble(one -> SharpeSample.of(one).ratio())
                    .toArray();
            int best = 0;
            for (int k = 1; k < ratios.length; k++) {
                best = ratios[k] > ratios[best] ? k : best;
            }
            boolean deflated = SharpeSample.of(returns.get(best))
                            .deflated(strategies, variance(ratios))
                            .value()
                    >= 0.95;
            SnoopingTest snooping = SnoopingTest.of(matrix, 1, draws, world);
            boolean able = snooping.consistentP() <= 0.05;
            pbo[world] = BacktestOverfitting.of(matrix, blocks).probability();
            chosen += best == 0 ? 1 : 0;
            dsr += deflated ? 1 : 0;
            spa += able ? 1 : 0;
            white += snooping.realityCheckP() <= 0.05 ? 1 : 0;
            both += deflated && able ? 1 : 0;
            all += deflated && able && pbo[world] <= 0.2 ? 1 : 0;
        }
        Arrays.sort(pbo);
        long low = Arrays.stream(pbo).filter(value -> value <= 0.2).count();
        System.out.printf(
                Locale.ROOT,
                "sharpe %.2f: first is best %d; DSR >= 0.95 %d; SPA p <= 0.05 %d; RC p <= 0.05 %d; PBO <= 0.2 %d"
                        + " (5 %% %.3f, median %.3f, 95 %% %.3f); DSR and SPA %d; all three %d; %.1f s a world%n",
                sharpe,
                chosen,
                dsr,
                spa,
                white,
                low,
                pbo[worlds / 20],
                pbo[worlds / 2],
                pbo[worlds - 1 - worlds / 20],
                both,
                all,
                (System.nanoTime() - begun) / 1e9 / worlds);
    }

    private List<double[]> world(SplittableRandom random, double sharpe) {
        List<double[]> returns = new ArrayList<>();
        for (int k = 0; k < strategies; k++) {
            double merit = k == 0 ? sharpe / Math.sqrt(DAYS_A_YEAR) : 0;
            double[] one = new double[days];
            for (int day = 0; day < days; day++) {
                one[day] = random.nextGaussian() + merit;
            }
            returns.add(one);
        }
        return returns;
    }

    private static double variance(double[] ratios) {
        double mean = Arrays.stream(ratios).average().orElseThrow();
        return Arrays.stream(ratios)
                        .map(ratio -> (ratio - mean) * (ratio - mean))
                        .sum()
                / (ratios.length - 1);
    }
}
