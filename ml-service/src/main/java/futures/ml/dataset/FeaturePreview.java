package futures.ml.dataset;

import futures.kit.http.Problem;
import futures.ml.bars.Series;
import futures.ml.bars.SeriesSource;
import futures.ml.feature.Feature;
import futures.ml.feature.FeatureInput;
import futures.wire.ml.DatasetOrder;
import futures.wire.ml.FeatureOrder;
import futures.wire.ml.FeatureRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Values of features of the newest bars, to look at before a dataset is made. */
public final class FeaturePreview {
    private static final int MOST = 10_000;
    private static final int USUAL = 100;

    private final Datasets datasets;
    private final SeriesSource source;

    public FeaturePreview(Datasets datasets, SeriesSource source) {
        this.datasets = datasets;
        this.source = source;
    }

    /** @throws Problem 422 for features that cannot be */
    public FeatureRows of(FeatureOrder order) {
        int last = order.last() == null ? USUAL : order.last();
        if (order.symbol() == null || last < 1 || last > MOST) {
            throw Problem.unprocessable("Name a symbol, and 1 to " + MOST + " bars by 'last'.")
                    .field(order.symbol() == null ? "symbol" : "last", order.last(), "missing or out of range");
        }
        List<Feature> features = FeatureSpecs.read(order.features(), datasets.catalogue());
        Series series = source.get(Datasets.key(new DatasetOrder(
                order.symbol(),
                order.timeframe(),
                order.hours(),
                order.startDate(),
                order.endDate(),
                order.contract(),
                order.features(),
                null,
                null)));
        double[][] columns = datasets.compute(features, new FeatureInput(series, source));
        List<FeatureRows.Row> rows = new ArrayList<>();
        for (int bar = Math.max(0, series.size() - last); bar < series.size(); bar++) {
            List<Double> values = new ArrayList<>(columns.length);
            for (double[] column : columns) {
                values.add(Double.isNaN(column[bar]) ? null : column[bar]);
            }
            rows.add(new FeatureRows.Row(
                    Instant.ofEpochMilli(series.real().openTime(bar)),
                    Instant.ofEpochMilli(series.real().closeTime(bar)),
                    values));
        }
        return new FeatureRows(
                Datasets.featureHash(features),
                series.size(),
                features.stream().map(Feature::name).toList(),
                features.stream().map(Feature::text).toList(),
                rows);
    }
}
