package futures.analytics.split;

import java.util.ArrayList;
import java.util.List;

/**
 * Windows over time: a model is fitted on the bars before a gap and judged on those after it. Labels of the training window that
 * have seen the gap or the test are left out, so that a longer label is safe whatever the gap.
 *
 * @param train    bars of the training window, of the first one when it is anchored; 1 or more
 * @param test     bars of the test window; 1 or more; the last one may have fewer
 * @param gap      bars between the two, 0 or more
 * @param anchored whether all training windows begin with the first bar, instead of moving along
 */
public record WalkForwardSplit(int train, int test, int gap, boolean anchored) {
    /** Checks the ranges. */
    public WalkForwardSplit {
        if (train < 1 || test < 1 || gap < 0) {
            throw new IllegalArgumentException(
                    "windows of at least 1 bar and a gap of 0 or more were expected, found train " + train + ", test "
                            + test + " and gap " + gap);
        }
    }

    /** A split with the bars of its windows; the second of each pair is not included. */
    public record Window(int trainFrom, int trainTo, int testFrom, int testTo, Split split) {}

    /**
     * One after the other, test windows side by side; those without a label to fit on or to judge with are left out.
     *
     * @param from the first bar of the first training window
     * @param to   the bar after the last one
     */
    public List<Window> split(Spans spans, int from, int to) {
        List<Window> windows = new ArrayList<>();
        for (long testFrom = (long) from + train + gap; testFrom < to; testFrom += test) {
            int first = (int) testFrom;
            int after = (int) Math.min(to, testFrom + test);
            int trainTo = first - gap;
            int trainFrom = anchored ? from : trainTo - train;
            int testPlace = spans.firstFrom(first);
            int testEnd = spans.firstFrom(after);
            if (testPlace < testEnd) {
                Purge purge = new Purge(spans, 0);
                purge.test(testPlace, testEnd);
                purge.seen(trainTo);
                Split split = purge.split(spans.firstFrom(trainFrom), spans.firstFrom(trainTo));
                if (split.train().length > 0) {
                    windows.add(new Window(trainFrom, trainTo, first, after, split));
                }
            }
        }
        return windows;
    }
}
