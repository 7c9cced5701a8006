package futures.ml.serve;

import futures.kit.http.Problem;
import futures.ml.bars.Series;
import futures.ml.bars.SeriesSource;
import futures.ml.dataset.Datasets;
import futures.ml.feature.FeatureInput;
import futures.ml.model.Matrix;
import futures.ml.registry.KeptPredictions;
import java.util.Arrays;

/**
 * What a model says of each bar of a series. Of bars that its training has seen it is what a fold's model said that had not; only what
 * closed after all that the training has seen is said by the model itself.
 */
final class BarPredictions {
    private final LoadedModel model;
    private final Series series;
    private final double[][] columns;
    private final int warmUp;
    private final double[] values;
    private final boolean[] inTraining;

    private BarPredictions(LoadedModel model, Series series, double[][] columns) {
        this.model = model;
        this.series = series;
        this.columns = columns;
        this.warmUp = warmUp(columns);
        this.values = new double[series.size()];
        this.inTraining = new boolean[series.size()];
        Arrays.fill(values, Double.NaN);
    }

    /**
     * Of bars from one to another, which is not included.
     *
     * @param stored bars of the model's own symbol, for which there are predictions out of fold
     * @param force  the model itself where no fold's model can say anything; such bars are marked
     */
    static BarPredictions of(
            LoadedModel model,
            Datasets datasets,
            Series series,
            SeriesSource source,
            boolean stored,
            int from,
            int to,
            boolean force) {
        BarPredictions predictions =
                new BarPredictions(model, series, datasets.compute(model.features(), new FeatureInput(series, source)));
        predictions.fill(stored, Math.max(from, 0), Math.min(to, series.size()), force);
        return predictions;
    }

    private static int warmUp(double[][] columns) {
        int first = 0;
        for (double[] column : columns) {
            int defined = 0;
            while (defined < column.length && Double.isNaN(column[defined])) {
                defined++;
            }
            first = Math.max(first, defined);
        }
        return first;
    }

    private void fill(boolean stored, int from, int to, boolean force) {
        KeptPredictions kept = model.kept();
        int[] own = new int[Math.max(0, to - from)];
        int count = 0;
        for (int bar = Math.max(from, warmUp); bar < to; bar++) {
            boolean later = series.real().closeTime(bar) > kept.seenTo();
            if (stored && !later) {
                values[bar] = kept.at(series.real().openTime(bar));
            }
            if (Double.isNaN(values[bar]) && (later || force || !stored)) {
                own[count++] = bar;
                inTraining[bar] = !later;
            }
        }
        if (count > 0) {
            int[] bars = Arrays.copyOf(own, count);
            try {
                double[] predicted = model.model().predict(Matrix.of(columns, bars));
                for (int i = 0; i < bars.length; i++) {
                    values[bars[i]] = predicted[i];
                }
            } catch (IllegalArgumentException e) {
                throw Problem.unprocessable(
                        "Model '" + model.record().id() + "' cannot predict these bars: " + e.getMessage() + ".");
            }
        }
    }

    Series series() {
        return series;
    }

    /** First bar at which all features have had a value. */
    int warmUp() {
        return warmUp;
    }

    /** NaN where there is none. */
    double value(int bar) {
        return values[bar];
    }

    /** Said by a model that was trained on the bar, or on later ones. */
    boolean inTraining(int bar) {
        return inTraining[bar];
    }
}
