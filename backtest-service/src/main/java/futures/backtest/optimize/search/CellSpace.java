package futures.backtest.optimize.search;

import futures.strategy.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A space of combinations as numbered cells: each axis has a number of values, the last axis changes fastest, as in
 * {@link futures.engine.ParameterGrid}. A cell is allowed when the strategy's declared conditions hold in it.
 */
public final class CellSpace {
    private static final int TRIES = 1_000;

    private final Map<String, List<Object>> values;
    private final List<String> names;
    private final int[] sizes;
    private final boolean[] ordinal;
    private final List<Condition> conditions;
    private final long cells;

    /**
     * @param values     of each axis, in order; numbers have an order that counts, words and switches have none
     * @param conditions of a strategy that is configured with the values of all other parameters
     * @throws ArithmeticException when there are more than 2^63 - 1 cells
     */
    public CellSpace(Map<String, List<Object>> values, List<Condition> conditions) {
        this.values = new LinkedHashMap<>(values);
        this.names = List.copyOf(values.keySet());
        this.sizes = values.values().stream().mapToInt(List::size).toArray();
        this.ordinal = new boolean[sizes.length];
        this.conditions = List.copyOf(conditions);
        long product = 1;
        for (int i = 0; i < sizes.length; i++) {
            product = Math.multiplyExact(product, sizes[i]);
            ordinal[i] = values.get(names.get(i)).stream().allMatch(Number.class::isInstance);
        }
        this.cells = product;
    }

    /** All, those that are not allowed too. */
    public long cells() {
        return cells;
    }

    public int axes() {
        return sizes.length;
    }

    public List<String> names() {
        return names;
    }

    public Map<String, List<Object>> values() {
        return values;
    }

    int size(int axis) {
        return sizes[axis];
    }

    /** Whether the order of an axis' values means something. */
    public boolean ordinal(int axis) {
        return ordinal[axis];
    }

    /** Place of a cell on each axis. */
    public int[] places(long cell) {
        int[] places = new int[sizes.length];
        long rest = cell;
        for (int i = sizes.length - 1; i >= 0; i--) {
            places[i] = (int) (rest % sizes[i]);
            rest /= sizes[i];
        }
        return places;
    }

    public long cell(int[] places) {
        long cell = 0;
        for (int i = 0; i < sizes.length; i++) {
            cell = cell * sizes[i] + places[i];
        }
        return cell;
    }

    /** The cell that a point of the unit cube lies in, each axis being cut into as many equal parts as it has values. */
    long cell(double[] point) {
        int[] places = new int[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            places[i] = Math.max(0, Math.min(sizes[i] - 1, (int) Math.floor(point[i] * sizes[i])));
        }
        return cell(places);
    }

    /** Parameters by name. */
    public Map<String, Object> combination(long cell) {
        int[] places = places(cell);
        Map<String, Object> combination = new LinkedHashMap<>();
        for (int i = 0; i < places.length; i++) {
            combination.put(names.get(i), values.get(names.get(i)).get(places[i]));
        }
        return combination;
    }

    public boolean allowed(long cell) {
        if (conditions.isEmpty()) {
            return true;
        }
        Map<String, Object> combination = combination(cell);
        return conditions.stream().allMatch(condition -> condition.holds(combination));
    }

    /** Neighbours that are one step away on some or all ordered axes, or, of many axes, on one of them. */
    public List<Long> neighbours(long cell) {
        int[] places = places(cell);
        List<Integer> ordered = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            if (ordinal[i] && sizes[i] > 1) {
                ordered.add(i);
            }
        }
        List<Long> found = new ArrayList<>();
        if (ordered.size() <= MOST_DIAGONAL) {
            around(places, ordered, 0, false, found);
        } else {
            for (int axis : ordered) {
                for (int step = -1; step <= 1; step += 2) {
                    int[] moved = places.clone();
                    moved[axis] += step;
                    addInside(moved, found);
                }
            }
        }
        return found;
    }

    private static final int MOST_DIAGONAL = 4;

    private void around(int[] places, List<Integer> ordered, int at, boolean moved, List<Long> found) {
        if (at == ordered.size()) {
            if (moved) {
                addInside(places, found);
            }
            return;
        }
        int axis = ordered.get(at);
        for (int step = -1; step <= 1; step++) {
            int[] next = places.clone();
            next[axis] += step;
            around(next, ordered, at + 1, moved || step != 0, found);
        }
    }

    private void addInside(int[] places, List<Long> found) {
        for (int i = 0; i < sizes.length; i++) {
            if (places[i] < 0 || places[i] >= sizes[i]) {
                return;
            }
        }
        long cell = cell(places);
        if (allowed(cell)) {
            found.add(cell);
        }
    }

    /** Any allowed cell; -1 when none was found in a thousand tries. */
    long any(Random random) {
        for (int i = 0; i < TRIES; i++) {
            double[] point = random.doubles(sizes.length).toArray();
            long cell = cell(point);
            if (allowed(cell)) {
                return cell;
            }
        }
        return -1;
    }
}
