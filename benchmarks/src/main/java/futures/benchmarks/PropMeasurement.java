package futures.benchmarks;

import futures.analytics.propfirm.AccountRules;
import futures.analytics.propfirm.Consistency;
import futures.analytics.propfirm.ContractSteps;
import futures.analytics.propfirm.DayPath;
import futures.analytics.propfirm.Fees;
import futures.analytics.propfirm.FirmPlan;
import futures.analytics.propfirm.LifeDraws;
import futures.analytics.propfirm.LifeTally;
import futures.analytics.propfirm.PayoutRules;
import futures.analytics.propfirm.TrailBasis;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Lives under a firm's plan on days of 1,380 minutes each, one thread. Arguments: days of the history (250), lives (10000),
 * rounds (5). Prints the processor's and the clock's milliseconds of each round.
 */
public final class PropMeasurement {
    private static final long DOLLAR = 1_000_000;
    private static final int MINUTES = 1380;
    private static final int LIFE = 252;
    private static final int[] SIZES = {1, 2, 3, 4, 5};

    private PropMeasurement() {}

    public static void main(String[] args) {
        int days = args.length > 0 ? Integer.parseInt(args[0]) : 250;
        int lives = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        List<DayPath> history = history(days);
        for (TrailBasis trail : List.of(TrailBasis.END_OF_DAY, TrailBasis.INTRADAY_PEAK)) {
            for (int round = 0; round < rounds; round++) {
                long clock = System.nanoTime();
                long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                LifeTally[] tallies = new LifeDraws(plan(trail), history, 3, 1, LIFE, 120, 3).live(0, lives, SIZES);
                used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used;
                clock = System.nanoTime() - clock;
                System.out.printf(
                        Locale.ROOT,
                        "%s: %d lives x %d sizes, processor %.0f ms, clock %.0f ms, passes %.3f to %.3f%n",
                        trail,
                        lives,
                        SIZES.length,
                        used / 1e6,
                        clock / 1e6,
                        tallies[0].passShare(),
                        tallies[SIZES.length - 1].passShare());
            }
        }
    }

    /** About 60 a day with a deviation of 560, minute by minute. */
    private static List<DayPath> history(int days) {
        Random random = new Random(20261127);
        List<DayPath> history = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            long[] equity = new long[MINUTES];
            long now = 0;
            for (int minute = 0; minute < MINUTES; minute++) {
                now += Math.round((random.nextGaussian() * 15 + 60.0 / MINUTES) * DOLLAR);
                equity[minute] = now;
            }
            history.add(DayPath.ofCloses(equity, 1, true));
        }
        return history;
    }

    private static FirmPlan plan(TrailBasis trail) {
        AccountRules evaluation = new AccountRules(
                50_000 * DOLLAR,
                2_000 * DOLLAR,
                trail,
                50_000 * DOLLAR,
                1_000 * DOLLAR,
                false,
                3_000 * DOLLAR,
                new Consistency(0.55, false),
                2,
                0,
                ContractSteps.fixed(5));
        AccountRules funded = new AccountRules(
                0, 2_000 * DOLLAR, trail, 0, 1_000 * DOLLAR, false, 0, null, 0, 0, ContractSteps.fixed(5));
        return new FirmPlan(
                evaluation,
                funded,
                new Fees(49 * DOLLAR, true, 21, 49 * DOLLAR, 149 * DOLLAR, 0),
                new PayoutRules(5, 150 * DOLLAR, 0, 0, 125 * DOLLAR, 0.5, List.of(5_000 * DOLLAR), 0, 0, 0.9, true));
    }
}
