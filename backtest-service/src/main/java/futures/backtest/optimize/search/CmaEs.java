package futures.backtest.optimize.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Covariance matrix adaptation over the unit cube, each axis being cut into as many parts as it has values. Points outside the cube or
 * in a cell that is not allowed are drawn again. When three generations bring no new cell, or the steps have become smaller than the cells, it
 * begins again at another point with a generation twice as large.
 *
 * @see <a href="https://arxiv.org/abs/1604.00772">Hansen 2016, The CMA evolution strategy: a tutorial</a>
 */
final class CmaEs implements Searcher {
    private static final int LEAST = 16;
    private static final int MOST = 256;
    private static final int TRIES = 50;
    private static final int STALE = 3;

    private final CellSpace space;
    private final Random random;
    private final Set<Long> before = new HashSet<>();
    private int generation;
    private int stale;
    private CmaState state;
    private List<double[]> steps = new ArrayList<>();

    CmaEs(CellSpace space, long seed) {
        this.space = space;
        this.random = new Random(seed);
        this.generation = Math.max(LEAST, 4 + (int) (3 * Math.log(space.axes())));
        this.state = start();
    }

    private CmaState start() {
        return new CmaState(random.doubles(space.axes()).toArray(), generation);
    }

    @Override
    public long[] ask(int most) {
        if (stale >= STALE || finerThanCells()) {
            generation = Math.min(MOST, 2 * generation);
            state = start();
            stale = 0;
        }
        steps = new ArrayList<>();
        List<Long> asked = new ArrayList<>();
        boolean fresh = false;
        for (int i = 0; i < Math.min(most, generation); i++) {
            long cell = -1;
            double[] step = null;
            for (int t = 0; t < TRIES && cell < 0; t++) {
                step = state.draw(random);
                cell = inside(state.point(step));
            }
            if (cell < 0) {
                cell = space.any(random);
                step = cell < 0 ? null : state.stepTo(middle(cell));
            }
            if (cell >= 0) {
                steps.add(step);
                asked.add(cell);
                fresh |= before.add(cell);
            }
        }
        stale = fresh ? 0 : stale + 1;
        return asked.stream().mapToLong(Long::longValue).toArray();
    }

    private boolean finerThanCells() {
        for (int axis = 0; axis < space.axes(); axis++) {
            if (space.size(axis) > 1 && state.deviation(axis) > 0.2 / space.size(axis)) {
                return false;
            }
        }
        return true;
    }

    /** Negative when it is outside or not allowed. */
    private long inside(double[] point) {
        for (double coordinate : point) {
            if (!(coordinate >= 0 && coordinate < 1)) {
                return -1;
            }
        }
        long cell = space.cell(point);
        return space.allowed(cell) ? cell : -1;
    }

    private double[] middle(long cell) {
        int[] places = space.places(cell);
        double[] point = new double[places.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = (places[i] + 0.5) / space.size(i);
        }
        return point;
    }

    @Override
    public void tell(List<Fitness> found) {
        if (found.size() < generation) {
            return; // the last of a budget, or hardly a cell is allowed here: too few to learn from
        }
        int[] order = Ranking.order(found);
        List<double[]> best = new ArrayList<>();
        for (int i = 0; i < generation / 2; i++) {
            best.add(steps.get(order[i]));
        }
        state.learn(best);
    }
}
