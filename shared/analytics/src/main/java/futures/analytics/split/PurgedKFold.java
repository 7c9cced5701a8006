package futures.analytics.split;

import java.util.ArrayList;
import java.util.List;

/**
 * Folds of neighbouring labels, each judged once by a model of the others without what touches it (AFML 7.4).
 *
 * @param folds   2 or more
 * @param embargo bars after the test's last end in which no training label starts, 0 or more
 */
public record PurgedKFold(int folds, int embargo) {
    /** Checks the ranges. */
    public PurgedKFold {
        if (folds < 2 || embargo < 0) {
            throw new IllegalArgumentException(
                    "at least 2 folds and an embargo of 0 or more were expected, found " + folds + " and " + embargo);
        }
    }

    /** One for each fold, in order of time. A training set may be empty when spans are long. */
    public List<Split> split(Spans spans) {
        Blocks blocks = new Blocks(spans.size(), folds);
        List<Split> splits = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            Purge purge = new Purge(spans, embargo);
            purge.test(blocks.from(fold), blocks.to(fold));
            splits.add(purge.split());
        }
        return splits;
    }
}
