package futures.ml.train;

import futures.kit.job.JobHandle;
import futures.ml.MadeBars;
import futures.ml.bars.Series;
import futures.ml.bars.SeriesSource;
import futures.ml.dataset.CostTerms;
import futures.ml.dataset.Dataset;
import futures.ml.dataset.Datasets;
import futures.ml.feature.FeatureCatalogue;
import futures.ml.feature.FeatureColumns;
import futures.ml.feature.FeatureKind;
import futures.model.BarSeries;
import futures.model.RollCalendar;
import futures.model.Timeframe;
import futures.wire.ml.DatasetOrder;
import futures.wire.ml.FeatureSpec;
import futures.wire.ml.LabelSpec;
import futures.wire.ml.ModelChoice;
import futures.wire.ml.TrainOrder;
import futures.wire.ml.TrainReport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Trainings of made-up bars, without a service around them. */
final class Trials {
    static final Timeframe FIVE = new Timeframe(300);

    private final SeriesSource source;
    private final Datasets datasets;

    Trials(Series series, FeatureKind... own) {
        this.source = key -> series;
        this.datasets = new Datasets(
                source, new FeatureCatalogue(List.of(own)), new FeatureColumns(64 << 20), new CostTerms(0.62, 1));
    }

    static Trials of(BarSeries bars, FeatureKind... own) {
        return new Trials(
                Series.of(MadeBars.key(bars.symbol(), bars.timeframe()), bars, MadeBars.MES, RollCalendar.NONE, "tag"),
                own);
    }

    static FeatureSpec kind(String kind) {
        return new FeatureSpec(kind, kind, null, null, null, null, null);
    }

    static LabelSpec label(String kind, int bars) {
        return new LabelSpec(kind, bars, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    Dataset dataset(LabelSpec label, FeatureSpec... features) {
        return datasets.make(
                new DatasetOrder("MES", "5m", null, null, null, null, Arrays.asList(features), label, null));
    }

    static TrainOrder order(String kind, Map<String, Object> parameters, long seed) {
        return new TrainOrder(
                "trial",
                "given",
                null,
                new ModelChoice(kind, parameters, null, null, null, null, null, null),
                null,
                null,
                null,
                seed,
                null);
    }

    Trained train(Dataset dataset, TrainOrder order) {
        return train(dataset, order, FoldStore.NONE);
    }

    Trained train(Dataset dataset, TrainOrder order, FoldStore store) {
        return new Training(order, dataset, datasets, source, new Silent(), store).run(0);
    }

    TrainReport report(Dataset dataset, TrainOrder order) {
        return train(dataset, order).report();
    }

    /** A job that nobody watches. */
    static final class Silent implements JobHandle {
        @Override
        public String id() {
            return "trial";
        }

        @Override
        public void progress(double fraction, String message) {
            if (!(fraction >= 0 && fraction <= 1)) {
                throw new AssertionError("progress " + fraction);
            }
        }

        @Override
        public void progress(double fraction, String message, Double secondsLeft, Object details) {
            progress(fraction, message);
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void href(String href) {}
    }
}
