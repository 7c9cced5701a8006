package futures.ml.train;

import futures.kit.job.JobHandle;
import futures.ml.bars.SeriesSource;
import futures.ml.dataset.Dataset;
import futures.ml.dataset.Datasets;
import futures.ml.model.Calibration;
import futures.ml.model.FittedModel;
import futures.ml.model.Learner;
import futures.ml.model.OutOfFold;
import futures.ml.model.Sample;
import futures.wire.ml.FoldResult;
import futures.wire.ml.LeakageCheck;
import futures.wire.ml.TrainOrder;
import futures.wire.ml.TrainReport;
import futures.wire.ml.TrainReport.Baselines;
import futures.wire.ml.TrainReport.SignalResult;
import futures.wire.ml.TrainReport.Trials;
import futures.wire.ml.TrainReport.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One training from its dataset to its report. Runs in the thread that asks, and ends when its job is told to. */
public final class Training {
    /** Parts of the work after the folds: baselines, tests for leakage, the last fit, importance. */
    private static final double REST = 1.5;

    private final TrainPlan plan;
    private final Datasets datasets;
    private final SeriesSource source;
    private final FoldStore store;
    private final Learner.Pause pause;
    private double done;
    private double all = 1;
    private String doing = "";

    /**
     * @param source where other symbols come from
     * @param store  keeps folds over a restart
     * @throws futures.kit.http.Problem 422 when the order does not fit the dataset
     */
    public Training(
            TrainOrder order, Dataset dataset, Datasets datasets, SeriesSource source, JobHandle job, FoldStore store) {
        this.plan = TrainPlan.of(order, dataset);
        this.datasets = datasets;
        this.source = source;
        this.store = store;
        this.pause = () -> job.progress(Math.min(0.999, done / all), doing);
    }

    /** What can be told of an order without its dataset. */
    public static void check(TrainOrder order) {
        TrainPlan.check(order);
    }

    /** Names what is under way; parts that are done count. */
    private void next(String what, double parts) {
        done += parts;
        doing = what;
        pause.pass();
    }

    /** @param before tries of earlier trainings on the same labels */
    public Trained run(int before) {
        ParameterSearch search = new ParameterSearch(plan);
        CrossValidation validation = new CrossValidation(plan, search);
        int folds = validation.splits().size();
        all = folds * (1 + plan.order().shuffles() + REST) + folds;
        for (int f = 0; f < folds; f++) {
            next("fold " + (f + 1) + " of " + folds, f == 0 ? 0 : 1);
            KeptFold kept = store.find(f);
            KeptFold now = validation.fold(f, kept, pause);
            if (kept == null) {
                store.keep(f, now);
            }
        }
        OutOfFold outside = validation.outOfFold();
        double[] predictions = outside.predictions();
        Dataset dataset = plan.dataset();
        Skill skill = Skill.of(dataset, validation.tests(), predictions);
        next("baselines", 1);
        Baselines baselines = new Baselining(plan, validation.splits(), validation.tests())
                .measure(validation.parameters(), pause, () -> next("baselines", folds));
        next("last fit", 0);
        FittedModel last = fitAll(search);
        Trials trials = new Trials(search.trials(), before);
        SignalTrades trades = new SignalTrades(
                dataset,
                predictions,
                plan.order().threshold(),
                datasets.costs().roundTrip(dataset.series().contract()));
        SignalResult signals = trades.result((long) trials.here() + trials.before());
        next("tests for leakage", folds * 0.5);
        List<LeakageCheck> leakage = leakage(validation, baselines, skill, last, trials, signals, trades.profits());
        int failed = (int) leakage.stream()
                .filter(check -> check.result().equals("failed"))
                .count();
        next("importance", folds * 0.5);
        Map<String, Double> metrics = metrics(validation, predictions, skill);
        Verdict verdict = Judgement.of(
                dataset.classification(), skill, metrics, baselines, signals, trials.here() + trials.before(), failed);
        Calibrating calibrating = new Calibrating(dataset, plan.order().model().calibration());
        TrainReport report = new TrainReport(
                verdict,
                metrics,
                validation.results(),
                baselines,
                signals,
                leakage,
                trials,
                Importances.of(dataset, validation.splits(), validation.models(), last, plan.seed(), pause),
                dataset.classification()
                        ? calibrating.describe(outside, validation.splits(), validation.models())
                        : null);
        Calibration calibration = calibrating.fit(outside);
        if (calibration != null) {
            last = calibration.of(last);
            for (int row : outside.rows()) {
                predictions[row] = calibration.apply(predictions[row]);
            }
        }
        return new Trained(plan.order(), dataset, last, report, predictions);
    }

    private FittedModel fitAll(ParameterSearch search) {
        Dataset dataset = plan.dataset();
        int[] rows = IntStream.range(0, dataset.rows()).toArray();
        Map<String, Object> parameters = search.choose(rows, pause);
        return plan.learner(parameters)
                .fit(new Sample(dataset.columns(), rows, dataset.target(), dataset.weights()), plan.seed(), pause);
    }

    private List<LeakageCheck> leakage(
            CrossValidation validation,
            Baselines baselines,
            Skill skill,
            FittedModel last,
            Trials trials,
            SignalResult signals,
            double[] profits) {
        FeatureLeakage features = new FeatureLeakage(plan.dataset(), datasets, source, pause);
        FitLeakage fits = new FitLeakage(plan, validation, pause);
        FittedModel first = validation.models().get(0);
        List<LeakageCheck> checks = new ArrayList<>();
        checks.add(features.truncation());
        checks.add(features.otherFuture(last));
        checks.add(fits.shuffled(baselines, skill));
        checks.add(fits.noise());
        checks.add(fits.planted());
        checks.add(fits.purged());
        checks.add(fits.preparation(first));
        checks.add(features.longerTimeframes());
        checks.add(LabelLeakage.truncated(plan.dataset(), datasets, source));
        checks.add(features.rolls());
        checks.add(features.parity());
        checks.add(features.clock());
        checks.add(fits.repeatable(first));
        checks.add(LabelLeakage.counted(trials, signals, profits));
        return checks;
    }

    /** Of all tested rows together, and by fold as {@code auc_mean} and {@code auc_deviation}. */
    private Map<String, Double> metrics(CrossValidation validation, double[] predictions, Skill skill) {
        Map<String, Double> metrics = CrossValidation.scores(plan.dataset(), validation.tests(), predictions);
        String main = plan.dataset().classification() ? "auc" : "rank_ic";
        double[] byFold = validation.results().stream()
                .map(FoldResult::metrics)
                .map(scores -> scores.get(main))
                .filter(value -> value != null)
                .mapToDouble(value -> value)
                .toArray();
        double mean = IntStream.range(0, byFold.length)
                .mapToDouble(i -> byFold[i])
                .average()
                .orElse(Double.NaN);
        double squares = 0;
        for (double value : byFold) {
            squares += (value - mean) * (value - mean);
        }
        metrics.put(main + "_mean", Scores.defined(mean));
        metrics.put(main + "_deviation", byFold.length < 2 ? null : Math.sqrt(squares / (byFold.length - 1)));
        metrics.put("z", Scores.defined(skill.z()));
        metrics.put("p_value", Scores.defined(skill.pValue()));
        return metrics;
    }
}
