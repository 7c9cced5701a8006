package futures.benchmarks;

import futures.analytics.account.AccountSeries;
import futures.analytics.account.OtherDefinitions;
import futures.analytics.account.PathStatistics;
import futures.analytics.account.SeriesStatistics;
import futures.analytics.account.SeriesTerms;
import futures.analytics.ruin.AccountPaths;
import futures.analytics.ruin.PathDraw;
import futures.analytics.ruin.ReturnPaths;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How long measures of risk take: time of the processor that the thread used, which a busy machine lengthens less than time on
 * the wall, and the best of that; of so many rounds after as many to warm up.
 */
public final class RiskMeasurement {
    private RiskMeasurement() {}

    /** @param args rounds */
    public static void main(String[] args) {
        int rounds = args.length == 0 ? 20 : Integer.parseInt(args[0]);
        double[] equity = equity(1_000_000);
        SeriesTerms terms = new SeriesTerms(252 * 1380.0, 0, 0);
        measure("account and returns on it, 1,000,000 points of equity", rounds, () -> {
            AccountSeries series = AccountSeries.ofEquity(equity);
            return PathStatistics.of(series.equity(), terms, null).size()
                    + SeriesStatistics.of(series.onEquity().orElseThrow(), terms)
                            .size();
        });
        measure("every figure, both kinds of returns, 1,000,000 points of equity", rounds, () -> {
            AccountSeries series = AccountSeries.ofEquity(equity);
            return PathStatistics.of(series.equity(), terms, null).size()
                    + SeriesStatistics.of(series.onCapital(), terms).size()
                    + SeriesStatistics.of(series.onEquity().orElseThrow(), terms)
                            .size()
                    + OtherDefinitions.of(series.onEquity().orElseThrow(), terms)
                            .size();
        });
        double[] days = new SplittableRandom(2).doubles(500, -1_000, 1_050).toArray();
        measure("10,000 paths of 500 days in blocks: ruin, falls, recoveries; one thread", rounds, () -> {
            AccountPaths paths = new AccountPaths(PathDraw.blocks(days, 500, 5, 1), 10_000, 100_000, 90_000);
            paths.fill(0, 10_000);
            return (int) paths.profits()[7];
        });
        measure("10,000 paths of 500 days in blocks: Sharpe, Sortino, Omega, falls; one thread", rounds, () -> {
            ReturnPaths paths = new ReturnPaths(PathDraw.blocks(days, 500, 5, 1), 10_000);
            paths.fill(0, 10_000);
            return (int) (1e3 * paths.sharpes()[7]);
        });
    }

    /** Up and down by a little, a third of the points unchanged. */
    private static double[] equity(int points) {
        SplittableRandom random = new SplittableRandom(1);
        double[] equity = new double[points];
        equity[0] = 100_000;
        for (int i = 1; i < points; i++) {
            double step = random.nextInt(3) == 0 ? 0 : 12.5 * (random.nextInt(41) - 20) + 0.05;
            equity[i] = Math.max(20_000, equity[i - 1] + step);
        }
        return equity;
    }

    private interface Work {
        int run();
    }

    private static void measure(String what, int rounds, Work work) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double[] millis = new double[rounds];
        double wall = Double.POSITIVE_INFINITY;
        int kept = 0;
        for (int i = -rounds; i < rounds; i++) {
            long began = System.nanoTime();
            long used = clock.getCurrentThreadCpuTime();
            kept += work.run();
            if (i >= 0) {
                millis[i] = (clock.getCurrentThreadCpuTime() - used) / 1e6;
                wall = Math.min(wall, (System.nanoTime() - began) / 1e6);
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                "%-85s processor: median %7.1f ms, best %7.1f ms; wall: best %7.1f ms (%d)%n",
                what, millis[rounds / 2], millis[0], wall, kept % 10);
    }
}
