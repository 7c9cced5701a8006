package futures.ml.feature;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Volume beside what is usual at the time of day. */
final class TimeOfDayVolume {
    private TimeOfDayVolume() {}

    /** NaN until the time of day was seen on so many earlier days, and where none of them had volume. */
    static double[] ratio(FeatureInput in, int days) {
        double[] minutes = in.minuteOfDay();
        double[] volumes = in.column("volume");
        double[] values = Columns.undefined(volumes.length);
        Map<Integer, Deque<Double>> seen = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            Deque<Double> earlier = seen.computeIfAbsent((int) minutes[i], minute -> new ArrayDeque<>());
            if (earlier.size() == days) {
                double sum = 0;
                for (double volume : earlier) {
                    sum += volume;
                }
                values[i] = sum > 0 ? volumes[i] * days / sum : Double.NaN;
                earlier.removeFirst();
            }
            earlier.addLast(volumes[i]);
        }
        return values;
    }
}
