package futures.analytics.ruin;

import java.util.Arrays;
import java.util.Optional;

/**
 * Odds that capital falls to a floor within so many trades, counted exactly: the distribution of capital goes on from trade to
 * trade over whole steps of money. What stands so high that it cannot fall to the floor any more is one state.
 */
public final class ExactRuin {
    private static final int MOST_STATES = 20_000;
    private static final int LEAST_STATES = 500;
    private static final double MOST_WORK = 1e9;
    private static final double CENTS = 100;

    private final double[] byTrade;
    private final double step;
    private final boolean rounded;

    private ExactRuin(double[] byTrade, double step, boolean rounded) {
        this.byTrade = byTrade;
        this.step = step;
        this.rounded = rounded;
    }

    /**
     * @param results of one trade, money, each once
     * @param odds    of each, together 1
     * @param room    money that may be lost before ruin: capital less floor, above zero
     * @return empty when there are too many results and trades to count in about a second
     */
    public static Optional<ExactRuin> of(double[] results, double[] odds, double room, int trades) {
        double most = MOST_WORK / trades / results.length;
        if (most < LEAST_STATES) {
            return Optional.empty();
        }
        double worst = -Math.min(0, Arrays.stream(results).min().orElse(0));
        double best = Math.max(0, Arrays.stream(results).max().orElse(0));
        double span = Math.min(worst * trades, room + best * trades);
        double step = commonStep(results, room);
        double states = Math.min(MOST_STATES, most);
        boolean rounded = span / step > states;
        if (rounded) {
            step = span / states;
        }
        int[] moves = new int[results.length];
        int lowest = 0;
        int highest = 0;
        for (int i = 0; i < moves.length; i++) {
            moves[i] = (int)
                    Math.max(-Integer.MAX_VALUE / 4, Math.min(Integer.MAX_VALUE / 4, Math.round(results[i] / step)));
            lowest = Math.min(lowest, moves[i]);
            highest = Math.max(highest, moves[i]);
        }
        // ruin is at or below the floor: a part of a step that is left counts as one
        double start = Math.ceil(room / step - 1e-9);
        double safe = -(double) lowest * trades + 1;
        double[] byTrade = new double[trades];
        if (start < safe) {
            int top = (int) Math.min(safe, start + (double) highest * trades + 1);
            walk(moves, odds, (int) start, top, byTrade);
        }
        return Optional.of(new ExactRuin(byTrade, step, rounded));
    }

    /** Of ruin within all trades. */
    public double probability() {
        return byTrade[byTrade.length - 1];
    }

    /** Within the first trade, the first two and so on; a copy. */
    public double[] byTrade() {
        return byTrade.clone();
    }

    /** Money that results were counted in. */
    public double step() {
        return step;
    }

    /** Whether results are no whole multiples of the step, and were rounded to it. */
    public boolean rounded() {
        return rounded;
    }

    /** States are steps above the floor, from 1 to {@code safe}, which is safe or cannot be reached. */
    private static void walk(int[] moves, double[] odds, int start, int safe, double[] byTrade) {
        double[] now = new double[safe + 1];
        double[] next = new double[safe + 1];
        now[start] = 1;
        double ruined = 0;
        for (int trade = 0; trade < byTrade.length; trade++) {
            Arrays.fill(next, 0);
            next[safe] = now[safe];
            for (int i = 0; i < moves.length; i++) {
                int move = moves[i];
                double chance = odds[i];
                for (int state = 1; state < safe; state++) {
                    double share = now[state] * chance;
                    int to = state + move;
                    if (to <= 0) {
                        ruined += share;
                    } else {
                        next[Math.min(to, safe)] += share;
                    }
                }
            }
            double[] swapped = now;
            now = next;
            next = swapped;
            byTrade[trade] = ruined;
        }
    }

    /** The largest amount of whole cents of which all results are multiples. */
    private static double commonStep(double[] results, double room) {
        long common = 0;
        for (double result : results) {
            common = divisor(common, Math.abs(Math.round(result * CENTS)));
        }
        return common == 0 ? room : common / CENTS;
    }

    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
