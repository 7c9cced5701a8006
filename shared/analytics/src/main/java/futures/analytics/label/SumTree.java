package futures.analytics.label;

/** Numbers whose sum is kept by a binary tree over them, so that a change and a draw in proportion cost its height. */
final class SumTree {
    private final int leaves;
    private final int size;
    private final double[] sums;

    SumTree(double[] values) {
        this.size = values.length;
        this.leaves = Math.max(1, Integer.highestOneBit(Math.max(1, size - 1)) << 1);
        this.sums = new double[2 * leaves];
        System.arraycopy(values, 0, sums, leaves, size);
        for (int i = leaves - 1; i > 0; i--) {
            sums[i] = sums[2 * i] + sums[2 * i + 1];
        }
    }

    double sum() {
        return sums[1];
    }

    double value(int place) {
        return sums[leaves + place];
    }

    /** Sums above it are added up anew, so that no rounding gathers. */
    void set(int place, double value) {
        int i = leaves + place;
        sums[i] = value;
        for (i /= 2; i > 0; i /= 2) {
            sums[i] = sums[2 * i] + sums[2 * i + 1];
        }
    }

    /** The place that a part of the sum, from 0 to below 1, falls on. */
    int at(double part) {
        double left = part * sums[1];
        int i = 1;
        while (i < leaves) {
            i *= 2;
            if (left >= sums[i] && sums[i + 1] > 0) {
                left -= sums[i];
                i++;
            }
        }
        return Math.min(i - leaves, size - 1);
    }
}
