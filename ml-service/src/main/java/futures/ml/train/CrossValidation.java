package futures.ml.train;

import futures.analytics.split.CombinatorialPurged;
import futures.analytics.split.Split;
import futures.ml.dataset.Dataset;
import futures.ml.model.CrossFit;
import futures.ml.model.FittedModel;
import futures.ml.model.Learner;
import futures.ml.model.ModelFile;
import futures.ml.model.OutOfFold;
import futures.wire.ml.FoldResult;
import futures.wire.ml.ValidationSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Fits and judges each fold. What was fitted before a restart is taken from where it was kept. */
final class CrossValidation {
    private final TrainPlan plan;
    private final List<Split> splits;
    private final ParameterSearch search;
    private final CrossFit crossFit;
    private final List<FoldResult> results = new ArrayList<>();
    private final List<CrossFit.Fold> folds = new ArrayList<>();

    CrossValidation(TrainPlan plan, ParameterSearch search) {
        this.plan = plan;
        this.search = search;
        this.splits = Folds.of(plan.order().validation(), plan.dataset());
        Dataset dataset = plan.dataset();
        this.crossFit = new CrossFit(dataset.columns(), dataset.target(), dataset.weights());
    }

    List<Split> splits() {
        return splits;
    }

    /** Fits a fold, or goes on with what was kept of it; null when nothing was. */
    KeptFold fold(int number, KeptFold kept, Learner.Pause pause) {
        Split split = splits.get(number);
        Map<String, Object> parameters = kept == null ? search.choose(split.train(), pause) : kept.parameters();
        CrossFit.Fold fold = kept == null
                ? crossFit.fit(split, plan.learner(parameters), plan.seed(), pause)
                : crossFit.resume(split, ModelFile.read(kept.model()));
        folds.add(fold);
        results.add(result(number, split, parameters, fold));
        return kept == null ? new KeptFold(parameters, fold.model().bytes()) : kept;
    }

    private FoldResult result(int number, Split split, Map<String, Object> parameters, CrossFit.Fold fold) {
        Dataset dataset = plan.dataset();
        int[] train = split.train();
        int[] test = split.test();
        return new FoldResult(
                number,
                train.length,
                test.length,
                split.purged(),
                closed(train[0]),
                closed(train[train.length - 1]),
                closed(test[0]),
                closed(test[test.length - 1]),
                parameters,
                Scores.of(
                        dataset.classification(),
                        fold.predictions(),
                        Scores.at(dataset.target(), test),
                        Scores.at(dataset.returns(), test)),
                fold.model().hash());
    }

    private Instant closed(int row) {
        Dataset dataset = plan.dataset();
        return Instant.ofEpochMilli(dataset.series().real().closeTime(dataset.events()[row]));
    }

    List<FoldResult> results() {
        return results;
    }

    List<FittedModel> models() {
        return folds.stream().map(CrossFit.Fold::model).toList();
    }

    OutOfFold outOfFold() {
        return crossFit.outOfFold();
    }

    List<Map<String, Object>> parameters() {
        return results.stream().map(FoldResult::parameters).toList();
    }

    /** Blocks of tested rows of which none is in two: the folds themselves, or those that combinations are made of. */
    List<int[]> tests() {
        ValidationSpec spec = plan.order().validation();
        if (!spec.kind().equals("cpcv")) {
            return splits.stream().map(Split::test).toList();
        }
        CombinatorialPurged combinations = new CombinatorialPurged(spec.folds(), spec.tested(), spec.embargo());
        List<int[]> blocks = new ArrayList<>();
        for (int fold = 0; fold < spec.folds(); fold++) {
            int[] block = combinations.fold(plan.dataset().spans(), fold);
            int[] rows = new int[block[1] - block[0]];
            Arrays.setAll(rows, i -> block[0] + i);
            blocks.add(rows);
        }
        return blocks;
    }

    /** Of all tested rows together. */
    static Map<String, Double> scores(Dataset dataset, List<int[]> tests, double[] predictions) {
        int[] rows = tests.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        return Scores.of(
                dataset.classification(),
                Scores.at(predictions, rows),
                Scores.at(dataset.target(), rows),
                Scores.at(dataset.returns(), rows));
    }
}
