package futures.backtest.optimize.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** Cells from a source that learns nothing: those that are allowed, each once. */
final class Sampling implements Searcher {
    /** So many in a row that are not allowed, or were there before, and the source is taken to be exhausted. */
    private static final int MOST_MISSES = 20_000_000;

    private static final int MOST_REPEATS = 200_000;

    private final CellSpace space;
    private final LongSupplier source;
    private final Set<Long> before;

    /**
     * @param source  of cells; a negative one is the end
     * @param repeats whether it may give a cell twice
     */
    Sampling(CellSpace space, LongSupplier source, boolean repeats) {
        this.space = space;
        this.source = source;
        this.before = repeats ? new HashSet<>() : null;
    }

    /** Every cell in order. */
    static Sampling grid(CellSpace space) {
        long[] next = {0};
        return new Sampling(space, () -> next[0] < space.cells() ? next[0]++ : -1, false);
    }

    @Override
    public long[] ask(int most) {
        long[] asked = new long[most];
        int count = 0;
        for (int misses = 0; count < most && misses < (before == null ? MOST_MISSES : MOST_REPEATS); ) {
            long cell = source.getAsLong();
            if (cell < 0) {
                break;
            }
            if (space.allowed(cell) && (before == null || before.add(cell))) {
                asked[count++] = cell;
                misses = 0;
            } else {
                misses++;
            }
        }
        return Arrays.copyOf(asked, count);
    }

    @Override
    public void tell(List<Fitness> found) {
        // Nothing is learnt.
    }
}
