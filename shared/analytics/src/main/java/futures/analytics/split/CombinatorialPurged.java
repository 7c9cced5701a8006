package futures.analytics.split;

import java.util.ArrayList;
import java.util.List;

/**
 * Every choice of some folds as the test, so that the tested folds can be put together to several paths over all of the time
 * (AFML 12.4): C(folds, tested) splits, and folds of all splits / folds paths.
 *
 * @param folds   2 or more
 * @param tested  of them in each split, at least 1 and fewer than all
 * @param embargo bars after a tested fold's last end in which no training label starts, 0 or more
 */
public record CombinatorialPurged(int folds, int tested, int embargo) {
    private static final long MOST = 10_000;

    /** Checks the ranges. */
    public CombinatorialPurged {
        if (folds < 2 || tested < 1 || tested >= folds || embargo < 0) {
            throw new IllegalArgumentException(
                    "at least 2 folds, fewer tested than there are and an embargo of 0 or more were expected, found "
                            + folds + ", " + tested + " and " + embargo);
        }
        long choices = choices(folds, tested);
        if (choices > MOST) {
            throw new IllegalArgumentException(
                    tested + " of " + folds + " folds can be chosen in more than " + MOST + " ways");
        }
    }

    private static long choices(int of, int some) {
        long count = 1;
        for (int k = 1; k <= some && count <= MOST * of; k++) {
            count = count * (of - some + k) / k;
        }
        return count;
    }

    /** The folds that each split tests, in the order of the splits: the last folds change first. */
    public List<int[]> combinations() {
        List<int[]> all = new ArrayList<>();
        int[] chosen = new int[tested];
        for (int i = 0; i < tested; i++) {
            chosen[i] = i;
        }
        int moved = 0;
        while (moved >= 0) {
            all.add(chosen.clone());
            moved = tested - 1;
            while (moved >= 0 && chosen[moved] == folds - tested + moved) {
                moved--;
            }
            if (moved >= 0) {
                chosen[moved]++;
                for (int i = moved + 1; i < tested; i++) {
                    chosen[i] = chosen[i - 1] + 1;
                }
            }
        }
        return all;
    }

    /** One for each combination. */
    public List<Split> split(Spans spans) {
        Blocks blocks = new Blocks(spans.size(), folds);
        List<Split> splits = new ArrayList<>();
        for (int[] combination : combinations()) {
            Purge purge = new Purge(spans, embargo);
            for (int fold : combination) {
                purge.test(blocks.from(fold), blocks.to(fold));
            }
            splits.add(purge.split());
        }
        return splits;
    }

    /** The first label of a fold and the one after its last. */
    public int[] fold(Spans spans, int fold) {
        Blocks blocks = new Blocks(spans.size(), folds);
        return new int[] {blocks.from(fold), blocks.to(fold)};
    }

    /** For each path and fold the split whose predictions of the fold it takes; each prediction is in one path. */
    public int[][] paths() {
        List<int[]> combinations = combinations();
        int[][] paths = new int[combinations.size() * tested / folds][folds];
        int[] taken = new int[folds];
        for (int split = 0; split < combinations.size(); split++) {
            for (int fold : combinations.get(split)) {
                paths[taken[fold]++][fold] = split;
            }
        }
        return paths;
    }
}
