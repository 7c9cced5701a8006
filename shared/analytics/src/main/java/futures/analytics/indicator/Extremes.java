package futures.analytics.indicator;

import java.util.Arrays;

/** Largest values of moving windows, in time that does not depend on the window's length. */
final class Extremes {
    private Extremes() {}

    static double[] highest(double[] values, int period) {
        return largest(values, period, 1);
    }

    static double[] lowest(double[] values, int period) {
        return largest(values, period, -1);
    }

    /** The queue holds those that may still become the largest: each is larger than all that came after it. */
    private static double[] largest(double[] values, int period, int sign) {
        double[] extremes = new double[values.length];
        Arrays.fill(extremes, 0, Math.min(period - 1, values.length), Double.NaN);
        int[] queue = new int[values.length];
        int head = 0;
        int tail = 0;
        for (int i = 0; i < values.length; i++) {
            while (tail > head && sign * values[queue[tail - 1]] <= sign * values[i]) {
                tail--;
            }
            queue[tail++] = i;
            if (queue[head] <= i - period) {
                head++;
            }
            if (i >= period - 1) {
                extremes[i] = values[queue[head]];
            }
        }
        return extremes;
    }
}
