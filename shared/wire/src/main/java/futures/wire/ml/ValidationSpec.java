package futures.wire.ml;

/**
 * How rows are divided into those to fit on and those to judge by. Labels that reach into the test are left out of the training.
 *
 * @param kind     {@code purged_kfold}, {@code walk_forward} or {@code cpcv} (combinatorial purged); null: purged_kfold
 * @param folds    of the first and the last; 5
 * @param embargo  bars behind a test in which no training row begins; null: the label's bars
 * @param tested   of cpcv: folds in each test; 2
 * @param train    of walk-forward: bars of a training window; null: half of all
 * @param test     of walk-forward: bars of a test window; null: a tenth of all
 * @param anchored of walk-forward: windows grow from the first bar on instead of moving; false
 */
public record ValidationSpec(
        String kind, Integer folds, Integer embargo, Integer tested, Integer train, Integer test, Boolean anchored) {}
