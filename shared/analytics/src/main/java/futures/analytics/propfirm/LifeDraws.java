package futures.analytics.propfirm;

import futures.analytics.inference.StationaryBootstrap;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Lives on days that are drawn again in blocks of random length ({@link StationaryBootstrap}), each day with the way it went.
 * Every size lives the same draws, so that sizes differ by their size alone. A life's draws follow from the seed and its
 * number: however the lives are shared out, they are the same.
 */
public final class LifeDraws {
    private final FirmPlan plan;
    private final DayPath[] days;
    private final double meanBlock;
    private final long seed;
    private final int lifeDays;
    private final int observed;
    private final int attempts;

    /**
     * @param days      at least one, in order
     * @param meanBlock mean length of the blocks in days, at least 1
     * @param lifeDays  days of a life, at least 1
     * @param observed  days after which an evaluation that is not decided counts as still running, at most those of a life
     * @param attempts  evaluations that a trader begins at most
     */
    public LifeDraws(
            FirmPlan plan, List<DayPath> days, double meanBlock, long seed, int lifeDays, int observed, int attempts) {
        if (lifeDays < 1 || observed < 1 || observed > lifeDays || attempts < 1) {
            throw new IllegalArgumentException("a life has days, of which some are looked at, and an attempt");
        }
        this.plan = plan;
        this.days = days.stream().map(DayPath::decisive).toArray(DayPath[]::new);
        this.meanBlock = meanBlock;
        this.seed = seed;
        this.lifeDays = lifeDays;
        this.observed = observed;
        this.attempts = attempts;
    }

    /**
     * Lives from one number to before another, with every size; time grows with lives × sizes × days.
     *
     * @return for each size
     */
    public LifeTally[] live(int from, int to, int[] sizes) {
        LifeTally[] tallies = new LifeTally[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            tallies[i] = new LifeTally(to - from);
        }
        int[] drawn = new int[lifeDays];
        for (int number = from; number < to; number++) {
            new StationaryBootstrap(days.length, meanBlock, seedOf(number)).draw(drawn);
            for (int i = 0; i < sizes.length; i++) {
                Life life = new Life(plan, sizes[i], attempts);
                life.live(days, drawn, observed);
                tallies[i].add(life);
            }
        }
        return tallies;
    }

    /** Mixed by a generator of its own: seeds in equal steps would give draws that overlap. */
    private long seedOf(int number) {
        return new SplittableRandom(seed + number * 0xD1342543DE82EF95L).nextLong();
    }

    /**
     * Of parts of the lives, in the order of their numbers.
     *
     * @param parts at least one
     * @return for each size
     */
    public static LifeTally[] together(List<LifeTally[]> parts) {
        LifeTally[] all = new LifeTally[parts.get(0).length];
        for (int i = 0; i < all.length; i++) {
            int size = i;
            all[i] = LifeTally.together(parts.stream().map(part -> part[size]).toList());
        }
        return all;
    }
}
