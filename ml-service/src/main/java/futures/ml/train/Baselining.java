package futures.ml.train;

import futures.analytics.split.Split;
import futures.ml.dataset.Dataset;
import futures.ml.model.FittedModel;
import futures.ml.model.Learner;
import futures.ml.model.Matrix;
import futures.ml.model.Sample;
import futures.wire.ml.TrainReport.Baselines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What predictions have to beat, on the same folds. */
final class Baselining {
    private final TrainPlan plan;
    private final List<Split> splits;
    private final List<int[]> tests;

    /** @param tests rows of the blocks that figures are of, none in two */
    Baselining(TrainPlan plan, List<Split> splits, List<int[]> tests) {
        this.plan = plan;
        this.splits = splits;
        this.tests = tests;
    }

    /**
     * @param parameters of each fold
     * @param done       hears of each fit
     */
    Baselines measure(List<Map<String, Object>> parameters, Learner.Pause pause, Runnable done) {
        List<Double> shuffled = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(plan.seed() ^ 0x5DEECE66DL);
        for (int k = 0; k < plan.order().shuffles(); k++) {
            shuffled.add(shuffled(parameters, random.split(), pause));
            done.run();
        }
        return new Baselines(dummy(), shuffled);
    }

    /** The weighted frequency, or mean, of each fold's training rows for all of its test rows. */
    private Map<String, Double> dummy() {
        Dataset dataset = plan.dataset();
        double[] sums = new double[dataset.rows()];
        int[] times = new int[dataset.rows()];
        for (Split split : splits) {
            double sum = 0;
            double weight = 0;
            for (int row : split.train()) {
                sum += dataset.weights()[row] * dataset.target()[row];
                weight += dataset.weights()[row];
            }
            for (int row : split.test()) {
                sums[row] += weight == 0 ? 0 : sum / weight;
                times[row]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = times[i] == 0 ? Double.NaN : sums[i] / times[i];
        }
        return CrossValidation.scores(dataset, tests, sums);
    }

    /**
     * What fits on labels reach that were shuffled over all rows, tested rows too: an order of predictions that goes with the true
     * labels by the luck of its sign does not count then.
     */
    private double shuffled(List<Map<String, Object>> parameters, SplittableRandom random, Learner.Pause pause) {
        Dataset dataset = plan.dataset();
        double[] sums = new double[dataset.rows()];
        int[] times = new int[dataset.rows()];
        double[] target = dataset.target().clone();
        for (int i = target.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = target[i];
            target[i] = target[j];
            target[j] = kept;
        }
        for (int f = 0; f < splits.size(); f++) {
            int[] train = splits.get(f).train();
            FittedModel model = plan.learner(parameters.get(f))
                    .fit(new Sample(dataset.columns(), train, target, dataset.weights()), plan.seed(), pause);
            int[] test = splits.get(f).test();
            double[] predicted = model.predict(Matrix.of(dataset.columns(), test));
            for (int i = 0; i < test.length; i++) {
                sums[test[i]] += predicted[i];
                times[test[i]]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = times[i] == 0 ? Double.NaN : sums[i] / times[i];
        }
        double mean = Skill.of(dataset, tests, sums, target).mean();
        return (Double.isNaN(mean) ? 0 : mean) + (dataset.classification() ? 0.5 : 0);
    }
}
