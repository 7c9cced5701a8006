package futures.analytics.score;

import java.util.Arrays;

/** Values in ascending order, and ranks from 1 in which equal values share the mean of theirs. */
final class Ranks {
    private Ranks() {}

    /** Places of the values, those of the smallest first, equal ones as they come. */
    static int[] ascending(double[] values) {
        Integer[] boxed = new Integer[values.length];
        Arrays.setAll(boxed, i -> i);
        // without the sum −0 would come before 0, and equal values would not stand side by side
        Arrays.sort(boxed, (a, b) -> Double.compare(values[a] + 0.0, values[b] + 0.0));
        int[] places = new int[values.length];
        Arrays.setAll(places, i -> boxed[i]);
        return places;
    }

    static double[] of(double[] values) {
        int[] order = ascending(values);
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
