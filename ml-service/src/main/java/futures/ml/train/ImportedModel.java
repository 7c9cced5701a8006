package futures.ml.train;

import futures.ml.bars.SeriesSource;
import futures.ml.dataset.Dataset;
import futures.ml.dataset.Datasets;
import futures.ml.model.FittedModel;
import futures.ml.model.Learner;
import futures.ml.model.Matrix;
import futures.wire.ml.FoldResult;
import futures.wire.ml.LeakageCheck;
import futures.wire.ml.ModelChoice;
import futures.wire.ml.TrainOrder;
import futures.wire.ml.TrainReport;
import futures.wire.ml.TrainReport.Baselines;
import futures.wire.ml.TrainReport.SignalResult;
import futures.wire.ml.TrainReport.Trials;
import futures.wire.ml.TrainReport.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Judges a model that was fitted elsewhere, by rows that begin after all that it was fitted on. */
public final class ImportedModel {
    private static final int LEAST_ROWS = 30;
    private static final int SHUFFLES = 20;
    private static final String ELSEWHERE = "the model was fitted elsewhere";

    private final FittedModel model;
    private final Dataset dataset;
    private final Datasets datasets;
    private final SeriesSource source;
    private final int[] fresh;
    private final TrainOrder order;

    /**
     * @param kind      {@code xgboost} or {@code onnx}
     * @param trainedTo close of the last bar that the model, its labels included, has seen
     * @param threshold null: as of a training
     * @throws futures.kit.http.Problem 422 when there are too few rows behind
     */
    public ImportedModel(
            String name,
            String kind,
            FittedModel model,
            Dataset dataset,
            Datasets datasets,
            SeriesSource source,
            Instant trainedTo,
            Double threshold) {
        this.model = model;
        this.dataset = dataset;
        this.datasets = datasets;
        this.source = source;
        long seen = trainedTo.toEpochMilli();
        this.fresh = IntStream.range(0, dataset.rows())
                .filter(row -> dataset.series().real().closeTime(dataset.events()[row]) > seen)
                .toArray();
        if (fresh.length < LEAST_ROWS) {
            throw TrainPlan.wrong(
                    "trained_to",
                    trainedTo,
                    "only " + fresh.length + " rows of the dataset begin after it; " + LEAST_ROWS
                            + " are needed to judge the model");
        }
        this.order = new TrainOrder(
                TrainPlan.plain(name),
                dataset.about().hash(),
                null,
                new ModelChoice("imported_" + kind, Map.of(), null, null, null, null, "none", null),
                null,
                TrainPlan.threshold(threshold, dataset),
                SHUFFLES,
                1L,
                null);
    }

    /** @param before tries of trainings on the same labels */
    public Trained judge(int before) {
        double[] predictions = new double[dataset.rows()];
        Arrays.fill(predictions, Double.NaN);
        double[] said = model.predict(Matrix.of(dataset.columns(), fresh));
        for (int i = 0; i < fresh.length; i++) {
            predictions[fresh[i]] = said[i];
        }
        List<int[]> tests = List.of(fresh);
        Skill skill = Skill.of(dataset, tests, predictions);
        Baselines baselines = new Baselines(dummy(tests), shuffled(tests, predictions));
        Trials trials = new Trials(1, before);
        SignalTrades trades = new SignalTrades(
                dataset,
                predictions,
                order.threshold(),
                datasets.costs().roundTrip(dataset.series().contract()));
        SignalResult signals = trades.result(1L + before);
        List<LeakageCheck> leakage = leakage(trials, signals, trades.profits());
        int failed = (int) leakage.stream()
                .filter(check -> check.result().equals("failed"))
                .count();
        Map<String, Double> metrics = CrossValidation.scores(dataset, tests, predictions);
        metrics.put("z", Scores.defined(skill.z()));
        metrics.put("p_value", Scores.defined(skill.pValue()));
        Verdict verdict =
                Judgement.of(dataset.classification(), skill, metrics, baselines, signals, 1 + before, failed);
        TrainReport report = new TrainReport(
                verdict,
                metrics,
                List.of(fold(metrics)),
                baselines,
                signals,
                leakage,
                trials,
                Importances.ofOne(dataset, fresh, model),
                dataset.classification() ? Calibrating.plain(dataset, fresh, said) : null);
        return new Trained(order, dataset, model, report, predictions);
    }

    private FoldResult fold(Map<String, Double> metrics) {
        int first = fresh[0];
        return new FoldResult(
                0,
                first,
                fresh.length,
                0,
                closed(0),
                closed(Math.max(0, first - 1)),
                closed(first),
                closed(fresh[fresh.length - 1]),
                Map.of(),
                metrics,
                model.hash());
    }

    private Instant closed(int row) {
        return Instant.ofEpochMilli(dataset.series().real().closeTime(dataset.events()[row]));
    }

    /** The frequency, or mean, of the rows before for all that follow; of these themselves when there are none before. */
    private Map<String, Double> dummy(List<int[]> tests) {
        int until = fresh[0] == 0 ? dataset.rows() : fresh[0];
        double sum = 0;
        for (int row = 0; row < until; row++) {
            sum += dataset.target()[row];
        }
        double[] same = new double[dataset.rows()];
        Arrays.fill(same, sum / until);
        return CrossValidation.scores(dataset, tests, same);
    }

    private List<Double> shuffled(List<int[]> tests, double[] predictions) {
        SplittableRandom random = new SplittableRandom(1);
        List<Double> reached = new ArrayList<>();
        for (int k = 0; k < SHUFFLES; k++) {
            double[] target = dataset.target().clone();
            for (int i = fresh.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                double kept = target[fresh[i]];
                target[fresh[i]] = target[fresh[j]];
                target[fresh[j]] = kept;
            }
            double mean = Skill.of(dataset, tests, predictions, target).mean();
            reached.add((Double.isNaN(mean) ? 0 : mean) + (dataset.classification() ? 0.5 : 0));
        }
        return reached;
    }

    private List<LeakageCheck> leakage(Trials trials, SignalResult signals, double[] profits) {
        FeatureLeakage features = new FeatureLeakage(dataset, datasets, source, Learner.Pause.NONE);
        return List.of(
                features.truncation(),
                features.otherFuture(model),
                Finding.notApplicable(3, "shuffled labels cannot be predicted", ELSEWHERE),
                Finding.notApplicable(4, "noise has no edge", ELSEWHERE),
                Finding.notApplicable(5, "a feature that knows the future is found", ELSEWHERE),
                Finding.of(
                        6,
                        "no training label touches a test or its embargo",
                        true,
                        "it is judged by the %d rows that begin after the last bar that it has seen by its owner's word",
                        fresh.length),
                Finding.notApplicable(7, "what is fitted knows the training rows only", ELSEWHERE),
                features.longerTimeframes(),
                LabelLeakage.truncated(dataset, datasets, source),
                features.rolls(),
                features.parity(),
                features.clock(),
                Finding.notApplicable(13, "the same seed gives the same model", ELSEWHERE),
                LabelLeakage.counted(trials, signals, profits));
    }
}
