package futures.ml.train;

import futures.analytics.inference.SharpeSample;
import futures.analytics.performance.Measure;
import futures.ml.bars.Series;
import futures.ml.bars.SeriesSource;
import futures.ml.dataset.Dataset;
import futures.ml.dataset.Datasets;
import futures.ml.feature.FeatureInput;
import futures.wire.ml.DatasetAnswer;
import futures.wire.ml.DatasetOrder;
import futures.wire.ml.LabelSpec;
import futures.wire.ml.LeakageCheck;
import futures.wire.ml.TrainReport.SignalResult;
import futures.wire.ml.TrainReport.Trials;

/** Whether labels end within the data, and whether the tries are counted. */
final class LabelLeakage {
    private LabelLeakage() {}

    /** Labels are made again of fewer bars: those that had ended stay, the others must be gone. */
    static LeakageCheck truncated(Dataset dataset, Datasets datasets, SeriesSource source) {
        String name = "labels that end beyond the data are left out";
        Series series = dataset.series();
        int last = series.size() - 1;
        for (int i = 0; i < dataset.rows(); i++) {
            if (dataset.ends()[i] > last || dataset.ends()[i] <= dataset.events()[i]) {
                return Finding.of(
                        9, name, false, "the label of row %d ends at bar %d of %d", i, dataset.ends()[i], last);
            }
        }
        int bars = dataset.about().order().label().bars();
        int cut = Math.max(series.size() * 9 / 10, dataset.events()[0] + 2 * bars + 2);
        if (cut >= series.size()) {
            return Finding.of(
                    9,
                    name,
                    true,
                    "%d labels were left out; all others end by bar %d",
                    dataset.about().truncated(),
                    last);
        }
        Dataset shorter = datasets.make(
                withCosts(dataset.about()), dataset.features(), new FeatureInput(series.upTo(cut), source));
        int row = 0;
        for (int whole = 0; whole < dataset.rows(); whole++) {
            if (dataset.ends()[whole] < cut) {
                if (row == shorter.rows()
                        || shorter.events()[row] != dataset.events()[whole]
                        || shorter.ends()[row] != dataset.ends()[whole]
                        || shorter.target()[row] != dataset.target()[whole]) {
                    return Finding.of(
                            9,
                            name,
                            false,
                            "the label of row %d ends by bar %d and changes with later bars",
                            whole,
                            cut);
                }
                row++;
            }
        }
        return Finding.of(
                9,
                name,
                row == shorter.rows(),
                "%d labels were left out; made of the first %d bars again, the %d labels that end within them are the same, and none more",
                dataset.about().truncated(),
                cut,
                row);
    }

    /** A round trip's costs are a part of the mean price, which other bars would change. */
    private static DatasetOrder withCosts(DatasetAnswer about) {
        DatasetOrder order = about.order();
        LabelSpec label = order.label();
        return new DatasetOrder(
                order.symbol(),
                order.timeframe(),
                order.hours(),
                order.startDate(),
                order.endDate(),
                order.contract(),
                order.features(),
                new LabelSpec(
                        label.kind(),
                        label.bars(),
                        label.threshold(),
                        label.volatilities(),
                        label.profit(),
                        label.stop(),
                        label.volatilityPeriod(),
                        about.costs(),
                        label.touch(),
                        label.atTime(),
                        label.neutral(),
                        label.positive(),
                        label.side(),
                        label.signals()),
                order.sampling());
    }

    static LeakageCheck counted(Trials trials, SignalResult signals, double[] profits) {
        String name = "tries are counted against the result";
        int all = trials.here() + trials.before();
        if (profits.length < 2 || signals.sharpe() == null) {
            return Finding.of(
                    14, name, all >= 1, "%d tries; there are too few trades for a Sharpe ratio to deflate", all);
        }
        Measure alone = SharpeSample.of(profits).deflated(1, 1.0 / (profits.length - 1));
        double before = alone.defined() ? alone.value() : Double.NaN;
        double after = signals.deflatedSharpe() == null ? Double.NaN : signals.deflatedSharpe();
        return Finding.of(
                14,
                name,
                all >= 1 && !(after > before),
                "%d tries, of which %d in earlier trainings on these labels: the probability that the Sharpe ratio is not luck is %.3f, it"
                        + " would be %.3f for a single try",
                all,
                trials.before(),
                after,
                before);
    }
}
