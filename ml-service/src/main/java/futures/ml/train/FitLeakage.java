package futures.ml.train;

import futures.analytics.score.Discrimination;
import futures.analytics.score.InformationCoefficient;
import futures.analytics.split.Split;
import futures.ml.dataset.Dataset;
import futures.ml.model.FittedModel;
import futures.ml.model.Learner;
import futures.ml.model.Matrix;
import futures.ml.model.Sample;
import futures.wire.ml.LeakageCheck;
import futures.wire.ml.TrainReport.Baselines;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Whether fits know what they are judged by, and whether the figures would show it. */
final class FitLeakage {
    /** No feature of a market's past tells so much of its future. */
    private static final double IMPLAUSIBLE_AUC = 0.85;

    private static final double IMPLAUSIBLE_CORRELATION = 0.7;
    private static final double ERRORS = 3;

    private final TrainPlan plan;
    private final Dataset dataset;
    private final List<Split> splits;
    private final List<int[]> tests;
    private final List<Map<String, Object>> parameters;
    private final Learner.Pause pause;

    FitLeakage(TrainPlan plan, CrossValidation validation, Learner.Pause pause) {
        this.plan = plan;
        this.dataset = plan.dataset();
        this.splits = validation.splits();
        this.tests = validation.tests();
        this.parameters = validation.parameters();
        this.pause = pause;
    }

    LeakageCheck shuffled(Baselines baselines, Skill skill) {
        double centre = dataset.classification() ? 0.5 : 0;
        double mean = baselines.shuffled().stream()
                .mapToDouble(value -> value)
                .average()
                .orElse(Double.NaN);
        double error = Math.abs(skill.mean() / skill.z());
        return Finding.of(
                3,
                "shuffled labels cannot be predicted",
                Math.abs(mean - centre) <= ERRORS * error,
                "mean %s of %d fits is %.4f, within %.0f standard errors of %.4f about %.1f",
                dataset.classification() ? "AUC" : "rank correlation",
                baselines.shuffled().size(),
                mean,
                ERRORS,
                error,
                centre);
    }

    LeakageCheck noise() {
        SplittableRandom random = new SplittableRandom(plan.seed() + 4);
        double[][] noise = new double[dataset.columns().length][dataset.rows()];
        for (double[] column : noise) {
            for (int i = 0; i < column.length; i++) {
                column[i] = random.nextDouble() - 0.5;
            }
        }
        Skill skill = Skill.of(dataset, tests, crossFitted(noise));
        return Finding.of(
                4,
                "noise has no edge",
                Math.abs(skill.z()) <= ERRORS,
                "with noise in all columns the predictions are %.2f standard errors from chance",
                skill.z());
    }

    private double[] crossFitted(double[][] columns) {
        double[] sums = new double[dataset.rows()];
        int[] times = new int[dataset.rows()];
        for (int f = 0; f < splits.size(); f++) {
            FittedModel model = fit(columns, splits.get(f).train(), f);
            int[] test = splits.get(f).test();
            double[] predicted = model.predict(Matrix.of(columns, test));
            for (int i = 0; i < test.length; i++) {
                sums[test[i]] += predicted[i];
                times[test[i]]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = times[i] == 0 ? Double.NaN : sums[i] / times[i];
        }
        return sums;
    }

    private FittedModel fit(double[][] columns, int[] rows, int fold) {
        return plan.learner(parameters.get(fold))
                .fit(new Sample(columns, rows, dataset.target(), dataset.weights()), plan.seed(), pause);
    }

    LeakageCheck planted() {
        String name = "a feature that knows the future is found";
        double planted = strength(dataset.returns());
        double most = implausible();
        if (planted < most) {
            return Finding.of(
                    5,
                    name,
                    false,
                    "the label's own return, planted as a feature, reaches only %.3f and is not found",
                    planted);
        }
        for (int c = 0; c < dataset.columns().length; c++) {
            double strength = strength(dataset.columns()[c]);
            if (strength >= most) {
                return Finding.of(
                        5,
                        name,
                        false,
                        "'%s' alone orders the labels with %.3f (%.2f would be beyond belief): it knows the future",
                        dataset.features().get(c).name(),
                        strength,
                        most);
            }
        }
        return Finding.of(
                5,
                name,
                true,
                "the label's own return, planted as a feature, reaches %.3f and is found; no column reaches %.2f",
                planted,
                most);
    }

    private double implausible() {
        return dataset.classification() ? IMPLAUSIBLE_AUC : IMPLAUSIBLE_CORRELATION;
    }

    /** How well a column alone orders the labels, either way; rows without a value are left out. */
    private double strength(double[] column) {
        int[] rows = java.util.stream.IntStream.range(0, column.length)
                .filter(i -> !Double.isNaN(column[i]))
                .toArray();
        double[] values = Scores.at(column, rows);
        double[] target = Scores.at(dataset.target(), rows);
        if (rows.length < 2) {
            return 0;
        }
        if (dataset.classification()) {
            double auc = Discrimination.rocAuc(Scores.classes(target), values);
            return Double.isNaN(auc) ? 0 : Math.max(auc, 1 - auc);
        }
        double correlation = InformationCoefficient.rank(values, target);
        return Double.isNaN(correlation) ? 0 : Math.abs(correlation);
    }

    LeakageCheck purged() {
        String name = "no training label touches a test or its embargo";
        int embargo = plan.order().validation().embargo();
        boolean walk = plan.order().validation().kind().equals("walk_forward");
        int bars = dataset.series().size();
        for (int f = 0; f < splits.size(); f++) {
            boolean[] tested = new boolean[bars];
            boolean[] barred = new boolean[bars];
            for (int row : splits.get(f).test()) {
                int end = dataset.ends()[row];
                Arrays.fill(tested, dataset.events()[row], end + 1, true);
                Arrays.fill(barred, end + 1, Math.min(bars, end + 1 + (walk ? 0 : embargo)), true);
            }
            for (int row : splits.get(f).train()) {
                boolean touches = barred[dataset.events()[row]];
                for (int bar = dataset.events()[row]; bar <= dataset.ends()[row] && !touches; bar++) {
                    touches = tested[bar];
                }
                if (touches) {
                    return Finding.of(
                            6,
                            name,
                            false,
                            "in fold %d the label of training row %d touches the test or its embargo",
                            f,
                            row);
                }
            }
        }
        int left = splits.stream().mapToInt(Split::purged).sum();
        return Finding.of(
                6,
                name,
                true,
                "checked bar by bar in %d folds with an embargo of %d bars; %d rows were left out",
                splits.size(),
                embargo,
                left);
    }

    LeakageCheck preparation(FittedModel first) {
        String name = "what is fitted knows the training rows only";
        Split split = splits.get(0);
        double[][] spoilt = new double[dataset.columns().length][];
        for (int c = 0; c < spoilt.length; c++) {
            spoilt[c] = dataset.columns()[c].clone();
            for (int row : split.test()) {
                spoilt[c][row] = 1e6 + row;
            }
        }
        boolean same = fit(spoilt, split.train(), 0).hash().equals(first.hash());
        int[] both = java.util.stream.IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
                .sorted()
                .toArray();
        boolean differs = !fit(dataset.columns(), both, 0).hash().equals(first.hash());
        return Finding.of(
                7,
                name,
                same && differs,
                "with other values in the test rows scaler, filling, selection and model are %s; fitted on all rows they %s",
                same ? "the same to the bit" : "others",
                differs ? "differ" : "would be no others");
    }

    LeakageCheck repeatable(FittedModel first) {
        String again = fit(dataset.columns(), splits.get(0).train(), 0).hash();
        return Finding.of(
                13,
                "the same seed gives the same model",
                again.equals(first.hash()),
                "fitted again, the first fold has the hash %.12s, before it had %.12s",
                again,
                first.hash());
    }
}
