package futures.ml.dataset;

import futures.ml.bars.Series;
import futures.ml.feature.Feature;
import futures.ml.feature.FeatureInput;
import futures.model.Adjustment;
import futures.model.ContinuousSymbol;
import futures.wire.ml.DatasetAnswer;
import futures.wire.ml.DatasetColumn;
import futures.wire.ml.DatasetOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is said of a dataset. */
final class DatasetSummary {
    private final DatasetOrder order;
    private final FeatureInput input;
    private final List<Feature> features;
    private final double[][] values;
    private final double[][] columns;
    private final Rows rows;
    private final double[] uniqueness;
    private final double[] weights;

    DatasetSummary(
            DatasetOrder order,
            FeatureInput input,
            List<Feature> features,
            double[][] values,
            double[][] columns,
            Rows rows,
            double[] uniqueness,
            double[] weights) {
        this.order = order;
        this.input = input;
        this.features = features;
        this.values = values;
        this.columns = columns;
        this.rows = rows;
        this.uniqueness = uniqueness;
        this.weights = weights;
    }

    DatasetOrder order() {
        return order;
    }

    FeatureInput input() {
        return input;
    }

    List<Feature> features() {
        return features;
    }

    double[][] values() {
        return values;
    }

    double[][] columns() {
        return columns;
    }

    Rows rows() {
        return rows;
    }

    double[] uniqueness() {
        return uniqueness;
    }

    double[] weights() {
        return weights;
    }

    private static final int FEW = 100;

    DatasetAnswer answer(int warmUp, double costs) {
        Series series = input.series();
        String dataHash = Datasets.dataHash(features, input);
        String featureHash = Datasets.featureHash(features);
        String labelHash = Datasets.labelHash(order);
        Hashes hashes = new Hashes()
                .add(dataHash)
                .add(featureHash)
                .add(labelHash)
                .add(rows.events())
                .add(rows.ends());
        hashes.add(rows.target()).add(weights);
        for (double[] column : columns) {
            hashes.add(column);
        }
        double effective = 0;
        for (double part : uniqueness) {
            effective += part;
        }
        return new DatasetAnswer(
                hashes.text(),
                dataHash,
                featureHash,
                labelHash,
                order.label().kind().equals("return") ? "regression" : "classification",
                order,
                series.size(),
                rows.size(),
                warmUp,
                rows.labels().truncated(),
                rows.labels().unmeasured(),
                rows.neutral(),
                rows.ambiguous(),
                effective,
                series.rollCount(),
                Instant.ofEpochMilli(series.real().closeTime(rows.events()[0])),
                Instant.ofEpochMilli(series.real().closeTime(rows.events()[rows.size() - 1])),
                labels(),
                costs,
                describe(),
                warnings());
    }

    private Map<String, Double> labels() {
        if (order.label().kind().equals("return")) {
            Map<String, Double> figures = new LinkedHashMap<>();
            double[] moments = moments(rows.target());
            figures.put("mean", moments[0]);
            figures.put("deviation", moments[1]);
            return figures;
        }
        Map<String, Double> counts = new TreeMap<>();
        for (double value : rows.values()) {
            counts.merge(Integer.toString((int) value), 1.0, Double::sum);
        }
        return counts;
    }

    private List<DatasetColumn> describe() {
        List<DatasetColumn> described = new ArrayList<>();
        for (int c = 0; c < columns.length; c++) {
            Feature feature = features.get(c);
            int missing = 0;
            for (double value : columns[c]) {
                missing += Double.isNaN(value) ? 1 : 0;
            }
            int first = 0;
            while (Double.isNaN(values[c][first])) {
                first++;
            }
            double[] moments = moments(columns[c]);
            described.add(new DatasetColumn(
                    feature.name(),
                    feature.text(),
                    feature.known(),
                    first,
                    feature.span().lookBack() < 0 ? null : feature.span().lookBack(),
                    feature.span().words(),
                    missing,
                    defined(moments[0]),
                    defined(moments[1])));
        }
        return described;
    }

    /** Mean and deviation of those that are numbers. */
    private static double[] moments(double[] values) {
        double mean = 0;
        double squares = 0;
        int seen = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                seen++;
                double off = value - mean;
                mean += off / seen;
                squares += off * (value - mean);
            }
        }
        return new double[] {seen == 0 ? Double.NaN : mean, seen < 2 ? Double.NaN : Math.sqrt(squares / (seen - 1))};
    }

    private static Double defined(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (rows.size() < FEW) {
            warnings.add("There are only " + rows.size() + " rows; hardly anything can be learned from so few.");
        }
        ContinuousSymbol.parse(order.symbol())
                .filter(symbol -> symbol.adjustment() == Adjustment.NONE)
                .ifPresent(symbol ->
                        warnings.add("The series is not adjusted: at every roll features and labels see the gap between"
                                + " two contracts as a move. Use " + symbol.with(Adjustment.DIFFERENCE) + "."));
        for (int c = 0; c < columns.length; c++) {
            double deviation = moments(columns[c])[1];
            if (deviation == 0) {
                warnings.add("Feature '" + features.get(c).name() + "' has one value only and says nothing.");
            }
        }
        return warnings;
    }
}
