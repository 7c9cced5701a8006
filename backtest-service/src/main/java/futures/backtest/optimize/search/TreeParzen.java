package futures.backtest.optimize.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Tree-structured Parzen estimators: of what is known, the best tenth (25 at most) against the rest, each as a density by parameter; of
 * 24 draws from the first, the one for which the ratio of both is greatest. The first 32 combinations are drawn evenly, then sixteen are asked
 * for at once.
 *
 * @see <a href="https://papers.nips.cc/paper/4443">Bergstra, Bardenet, Bengio, Kegl 2011</a>
 */
final class TreeParzen implements Searcher {
    private static final int FIRST = 32;
    private static final int BATCH = 16;
    private static final int DRAWS = 24;
    private static final int TRIES = 10;
    private static final double SHARE = 0.1;
    private static final int MOST_GOOD = 25;
    /** The rest is thinned to so many, so that a long search does not grow slow. */
    private static final int MOST_REST = 300;

    private final CellSpace space;
    private final Random random;
    private final Set<Long> before = new HashSet<>();
    private final List<Long> cells = new ArrayList<>();
    private final List<Fitness> fitness = new ArrayList<>();
    private long[] asked = new long[0];

    TreeParzen(CellSpace space, long seed) {
        this.space = space;
        this.random = new Random(seed);
    }

    @Override
    public long[] ask(int most) {
        boolean first = cells.size() < FIRST;
        ParzenDensity[][] densities = first ? null : densities();
        List<Long> next = new ArrayList<>();
        for (int i = 0; i < Math.min(most, first ? FIRST : BATCH); i++) {
            long cell = first ? space.any(random) : unseen(densities);
            if (cell >= 0) {
                next.add(cell);
                before.add(cell);
            }
        }
        asked = next.stream().mapToLong(Long::longValue).toArray();
        return asked.clone();
    }

    /** Of each axis, the density of the good and of the rest. */
    private ParzenDensity[][] densities() {
        int[] order = Ranking.order(fitness);
        int good = Math.min(MOST_GOOD, (int) Math.ceil(SHARE * order.length));
        int thinning = Math.max(1, (order.length - good + MOST_REST - 1) / MOST_REST);
        int[] best = Arrays.copyOf(order, good);
        int[] rest = new int[(order.length - good + thinning - 1) / thinning];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = order[good + i * thinning];
        }
        ParzenDensity[][] densities = new ParzenDensity[space.axes()][];
        for (int axis = 0; axis < densities.length; axis++) {
            densities[axis] = new ParzenDensity[] {density(axis, best), density(axis, rest)};
        }
        return densities;
    }

    private ParzenDensity density(int axis, int[] of) {
        int[] places = Arrays.stream(of)
                .map(known -> space.places(cells.get(known))[axis])
                .toArray();
        return new ParzenDensity(space.size(axis), space.ordinal(axis), places);
    }

    private long unseen(ParzenDensity[][] densities) {
        for (int i = 0; i < TRIES; i++) {
            long cell = likeliest(densities);
            if (cell >= 0 && !before.contains(cell)) {
                return cell;
            }
        }
        return space.any(random);
    }

    private long likeliest(ParzenDensity[][] densities) {
        long best = -1;
        double bestRatio = Double.NEGATIVE_INFINITY;
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] places = new int[densities.length];
            double ratio = 0;
            for (int axis = 0; axis < places.length; axis++) {
                places[axis] = densities[axis][0].draw(random);
                ratio += Math.log(densities[axis][0].at(places[axis])) - Math.log(densities[axis][1].at(places[axis]));
            }
            long cell = space.cell(places);
            if (ratio > bestRatio && space.allowed(cell)) {
                best = cell;
                bestRatio = ratio;
            }
        }
        return best;
    }

    @Override
    public void tell(List<Fitness> found) {
        for (int i = 0; i < found.size(); i++) {
            cells.add(asked[i]);
            fitness.add(found.get(i));
        }
    }
}
