package futures.backtest.optimize.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A genetic algorithm that keeps the best 40 of parents and children together. A child has each parameter of one of two parents, each the
 * better of two drawn ones; then each parameter is changed with a chance of one by the number of parameters: an ordered one by a normal
 * step of a tenth of its range, at least one value, another one to any other value. Children that were there before are changed again.
 */
final class GeneticSearch implements Searcher {
    private static final int POPULATION = 40;
    private static final int TRIES = 20;
    private static final double STEP = 0.1;

    private final CellSpace space;
    private final Random random;
    private final Set<Long> before = new HashSet<>();
    private List<Long> cells = new ArrayList<>();
    private List<Fitness> fitness = new ArrayList<>();
    private long[] asked = new long[0];

    GeneticSearch(CellSpace space, long seed) {
        this.space = space;
        this.random = new Random(seed);
    }

    @Override
    public long[] ask(int most) {
        List<Long> children = new ArrayList<>();
        for (int i = 0; i < Math.min(most, POPULATION); i++) {
            long child = cells.isEmpty() ? fresh() : child();
            if (child >= 0) {
                children.add(child);
                before.add(child);
            }
        }
        asked = children.stream().mapToLong(Long::longValue).toArray();
        return asked.clone();
    }

    private long fresh() {
        long cell = space.any(random);
        for (int i = 0; i < TRIES && before.contains(cell); i++) {
            cell = space.any(random);
        }
        return cell;
    }

    private long child() {
        int[] mother = space.places(parent());
        int[] father = space.places(parent());
        int[] places = new int[mother.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = random.nextBoolean() ? mother[i] : father[i];
        }
        for (int i = 0; i < TRIES; i++) {
            mutate(places);
            long cell = space.cell(places);
            if (space.allowed(cell) && !before.contains(cell)) {
                return cell;
            }
        }
        return fresh();
    }

    /** They are kept best first. */
    private long parent() {
        return cells.get(Math.min(random.nextInt(cells.size()), random.nextInt(cells.size())));
    }

    private void mutate(int[] places) {
        for (int axis = 0; axis < places.length; axis++) {
            int size = space.size(axis);
            if (size == 1 || random.nextInt(places.length) != 0) {
                continue;
            }
            if (space.ordinal(axis)) {
                double step = random.nextGaussian() * Math.max(1, STEP * size);
                int whole = (int) (Math.signum(step) * Math.max(1, Math.round(Math.abs(step))));
                places[axis] = Math.max(0, Math.min(size - 1, places[axis] + whole));
            } else {
                places[axis] = (places[axis] + 1 + random.nextInt(size - 1)) % size;
            }
        }
    }

    @Override
    public void tell(List<Fitness> found) {
        List<Long> allCells = new ArrayList<>(cells);
        List<Fitness> all = new ArrayList<>(fitness);
        for (int i = 0; i < found.size(); i++) {
            if (!allCells.contains(asked[i])) {
                allCells.add(asked[i]);
                all.add(found.get(i));
            }
        }
        List<Long> best = new ArrayList<>();
        List<Fitness> bestFitness = new ArrayList<>();
        int[] order = Ranking.order(all);
        for (int i = 0; i < Math.min(POPULATION, order.length); i++) {
            best.add(allCells.get(order[i]));
            bestFitness.add(all.get(order[i]));
        }
        cells = best;
        fitness = bestFitness;
    }
}
