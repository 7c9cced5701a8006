package futures.engine;

import futures.strategy.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Every combination of some parameters' values, made when it is asked for. The last parameter changes fastest. */
public final class ParameterGrid {
    private final List<String> names;
    private final List<List<?>> values;
    private final int size;
    /** Which of all combinations are in it; null for all. */
    private final long[] kept;

    private ParameterGrid(List<String> names, List<List<?>> values, int size, long[] kept) {
        this.names = names;
        this.values = values;
        this.size = size;
        this.kept = kept;
    }

    /**
     * @param values of each parameter, in their order
     * @throws IllegalArgumentException when a parameter has no value, or there are more than 2,147,483,647 combinations
     */
    public static ParameterGrid of(Map<String, ? extends List<?>> values) {
        List<List<?>> columns = columns(values);
        try {
            int size = columns.stream().mapToInt(List::size).reduce(1, Math::multiplyExact);
            return new ParameterGrid(List.copyOf(values.keySet()), columns, size, null);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("there are more combinations than can be counted", e);
        }
    }

    /**
     * Some combinations of a grid that may have up to 2^63 - 1 of them.
     *
     * @param places of those that are wanted in the whole grid, in which the last parameter changes fastest; they are
     *     numbered in this order
     * @throws IllegalArgumentException when a parameter has no value
     */
    public static ParameterGrid some(Map<String, ? extends List<?>> values, long[] places) {
        return new ParameterGrid(List.copyOf(values.keySet()), columns(values), places.length, places.clone());
    }

    private static List<List<?>> columns(Map<String, ? extends List<?>> values) {
        List<List<?>> columns = new ArrayList<>();
        values.forEach((name, some) -> {
            if (some.isEmpty()) {
                throw new IllegalArgumentException("parameter " + name + " has no values to try");
            }
            columns.add(List.copyOf(some));
        });
        return List.copyOf(columns);
    }

    /**
     * Only those of its combinations that meet a strategy's conditions: what it would refuse is not begun. They are numbered
     * anew.
     */
    public ParameterGrid meeting(List<Condition> conditions) {
        long[] all = IntStream.range(0, size)
                .filter(index -> conditions.stream().allMatch(condition -> condition.holds(get(index))))
                .mapToLong(this::raw)
                .toArray();
        return new ParameterGrid(names, values, all.length, all);
    }

    private long raw(int index) {
        return kept == null ? index : kept[index];
    }

    /** Number of combinations. */
    public int size() {
        return size;
    }

    /** A combination by its number, 0 being the first. */
    public Map<String, Object> get(int index) {
        int[] place = place(index);
        Map<String, Object> combination = new LinkedHashMap<>();
        for (int i = 0; i < place.length; i++) {
            combination.put(names.get(i), values.get(i).get(place[i]));
        }
        return combination;
    }

    private int[] place(int index) {
        int[] place = new int[values.size()];
        long rest = raw(index);
        for (int i = place.length - 1; i >= 0; i--) {
            place[i] = (int) (rest % values.get(i).size());
            rest /= values.get(i).size();
        }
        return place;
    }

    /**
     * All numbers in an order in which neighbours share values of every parameter (a Z-order curve), so that indicators
     * that were computed for one combination still are there for the next.
     */
    int[] neighbours() {
        long[] keyed = new long[size];
        for (int index = 0; index < size; index++) {
            keyed[index] = (curve(place(index)) << 32) | index;
        }
        Arrays.sort(keyed);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) keyed[i];
        }
        return order;
    }

    /** The places' bits interleaved, in 31 bits: of many parameters the highest bits count. */
    private long curve(int[] place) {
        long key = 0;
        int used = 0;
        for (int bit = 30; bit >= 0 && used < 31; bit--) {
            for (int i = 0; i < place.length && used < 31; i++) {
                if (values.get(i).size() - 1 >= 1 << bit) {
                    key = (key << 1) | ((place[i] >> bit) & 1);
                    used++;
                }
            }
        }
        return key;
    }
}
