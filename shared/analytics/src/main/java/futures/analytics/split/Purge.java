package futures.analytics.split;

import java.util.Arrays;

/**
 * Leaves out of a training set what touches a test set (AFML 7.4.1): a label is kept when its end is before the first start of
 * the test block, or when it starts after the block's last end and the embargo.
 */
final class Purge {
    private final Spans spans;
    private final int embargo;
    private final boolean[] tested;
    private final boolean[] barred;

    Purge(Spans spans, int embargo) {
        this.spans = spans;
        this.embargo = embargo;
        this.tested = new boolean[spans.size()];
        this.barred = new boolean[spans.size()];
    }

    /** A block of the test set: labels from one place up to another, which is not one of them. */
    void test(int from, int to) {
        Arrays.fill(tested, from, to, true);
        long first = spans.start(from);
        long free = (long) spans.lastEnd(from, to) + embargo;
        for (int i = 0; i < barred.length; i++) {
            barred[i] |= spans.end(i) >= first && spans.start(i) <= free;
        }
    }

    /** Leaves out labels that have seen a bar or a later one. */
    void seen(int bar) {
        for (int i = 0; i < barred.length; i++) {
            barred[i] |= spans.end(i) >= bar;
        }
    }

    /** Trains on all labels that may be. */
    Split split() {
        return split(0, spans.size());
    }

    /** Trains on labels from one place up to another. */
    Split split(int from, int to) {
        int[] train = new int[spans.size()];
        int[] test = new int[spans.size()];
        int trains = 0;
        int tests = 0;
        int left = 0;
        for (int i = 0; i < spans.size(); i++) {
            if (tested[i]) {
                test[tests++] = i;
            } else if (i >= from && i < to) {
                if (barred[i]) {
                    left++;
                } else {
                    train[trains++] = i;
                }
            }
        }
        return new Split(Arrays.copyOf(train, trains), Arrays.copyOf(test, tests), left);
    }
}
