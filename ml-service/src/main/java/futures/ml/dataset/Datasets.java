package futures.ml.dataset;

import futures.analytics.label.Labels;
import futures.analytics.label.SampleWeights;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import futures.marketdata.SeriesKey;
import futures.ml.bars.Series;
import futures.ml.bars.SeriesSource;
import futures.ml.feature.Feature;
import futures.ml.feature.FeatureCatalogue;
import futures.ml.feature.FeatureColumns;
import futures.ml.feature.FeatureInput;
import futures.model.Timeframe;
import futures.model.bars.BarForm;
import futures.model.bars.Hours;
import futures.wire.ml.DatasetOrder;
import futures.wire.ml.LabelSpec;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Makes datasets out of orders. The same order on the same bars makes the same one, to the bit. */
public final class Datasets {
    /** Values of all columns; 8 bytes each. */
    private static final long MOST_VALUES = 60_000_000;

    private final SeriesSource source;
    private final FeatureCatalogue catalogue;
    private final FeatureColumns columns;
    private final CostTerms costs;

    /** @param costs that labels and results count where neither label nor contract says one */
    public Datasets(SeriesSource source, FeatureCatalogue catalogue, FeatureColumns columns, CostTerms costs) {
        this.source = source;
        this.catalogue = catalogue;
        this.columns = columns;
        this.costs = costs;
    }

    public FeatureCatalogue catalogue() {
        return catalogue;
    }

    public CostTerms costs() {
        return costs;
    }

    /** Which bars an order asks for. */
    public static SeriesKey key(DatasetOrder order) {
        BarForm form;
        try {
            form = BarForm.of(Timeframe.parse(order.timeframe() == null ? "1m" : order.timeframe()));
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("The timeframe cannot be used: " + e.getMessage() + ".")
                    .field("timeframe", order.timeframe(), e.getMessage());
        }
        Hours hours =
                order.hours() == null ? Hours.ALL : Hours.valueOf(order.hours().toUpperCase(Locale.ROOT));
        return new SeriesKey(order.symbol(), form.with(hours), order.startDate(), order.endDate(), order.contract());
    }

    /** Of the bars that the data service has now. */
    public Dataset make(DatasetOrder given) {
        DatasetOrder order = Completed.of(given);
        List<Feature> features = FeatureSpecs.read(order.features(), catalogue);
        Series series = source.get(key(order));
        return make(order, features, new FeatureInput(series, source));
    }

    /** Of given bars, for tests that change them. */
    public Dataset make(DatasetOrder order, List<Feature> features, FeatureInput input) {
        double[][] values = compute(features, input);
        Series series = input.series();
        int first = firstDefined(features, values, series);
        LabelSpec label = order.label();
        double share = label.costs() != null ? label.costs() : costShare(series);
        LabelMaker maker = new LabelMaker(input, label, catalogue, share);
        Labels before = maker.label(order.sampling(), 0);
        Labels labels = first == 0 ? before : maker.label(order.sampling(), first);
        Rows rows = Rows.of(labels, label);
        if (rows.size() == 0) {
            throw Problem.unprocessable("Of " + series.size() + " bars no row is left: " + first
                            + " are warm-up, " + labels.truncated() + " labels end beyond the data, "
                            + labels.unmeasured()
                            + " could not be measured, " + rows.neutral() + " had no move. Take a longer range.")
                    .field("start_date", order.startDate(), "no rows");
        }
        if ((long) rows.size() * features.size() > MOST_VALUES) {
            throw Problem.unprocessable(rows.size() + " rows of " + features.size() + " features are more than "
                            + MOST_VALUES + " values; sample events ('cusum', 'every') or take a shorter range.")
                    .field("sampling.events", order.sampling().events(), "too many values");
        }
        double[] uniqueness = SampleWeights.uniqueness(rows.events(), rows.ends(), series.size());
        double[] weights = RowWeights.of(order.sampling(), rows.events(), rows.ends(), uniqueness, maker.close());
        double[][] selected = new double[values.length][];
        for (int c = 0; c < selected.length; c++) {
            selected[c] = rows.of(values[c]);
        }
        int[] side = label.kind().equals("meta") ? rows.of(maker.side()) : null;
        DatasetSummary summary =
                new DatasetSummary(order, input, features, values, selected, rows, uniqueness, weights);
        return new Dataset(
                summary.answer(
                        before.size()
                                + before.truncated()
                                + before.unmeasured()
                                - labels.size()
                                - labels.truncated()
                                - labels.unmeasured(),
                        share),
                series,
                features,
                selected,
                rows.events(),
                rows.ends(),
                rows.target(),
                rows.returns(),
                side,
                weights,
                uniqueness);
    }

    /** @throws Problem 422 when a feature cannot be computed on these bars */
    public double[][] compute(List<Feature> features, FeatureInput input) {
        try {
            return columns.of(features, input);
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("A feature cannot be computed: " + e.getMessage() + ".")
                    .field("features", null, e.getMessage());
        }
    }

    private static int firstDefined(List<Feature> features, double[][] values, Series series) {
        int first = 0;
        for (int c = 0; c < values.length; c++) {
            int defined = 0;
            while (defined < values[c].length && Double.isNaN(values[c][defined])) {
                defined++;
            }
            if (defined == series.size()) {
                throw Problem.unprocessable("Feature '" + features.get(c).name() + "' has no value on any of the "
                                + series.size() + " bars; it needs "
                                + features.get(c).span().words() + ".")
                        .field("features[" + c + "]", features.get(c).text(), "never defined");
            }
            first = Math.max(first, defined);
        }
        return first;
    }

    private double costShare(Series series) {
        double sum = 0;
        for (double price : series.traded()) {
            sum += price;
        }
        double money = sum / series.size() * series.contract().pointValue().doubleValue();
        return money > 0 ? costs.roundTrip(series.contract()) / money : 0;
    }

    /** Hash of the bars of a series and of all other symbols that features are taken of. */
    static String dataHash(List<Feature> features, FeatureInput input) {
        Set<String> symbols = new TreeSet<>();
        features.forEach(feature -> symbols.addAll(feature.symbols()));
        Hashes hashes = new Hashes().add(input.series().hash());
        symbols.forEach(
                symbol -> hashes.add(symbol).add(input.symbol(symbol).series().hash()));
        return hashes.text();
    }

    /** Hash of columns' definitions in their order; a served row must come with the same. */
    public static String featureHash(List<Feature> features) {
        Hashes hashes = new Hashes();
        features.forEach(feature -> hashes.add(feature.name()).add(feature.text()));
        return hashes.text();
    }

    static String labelHash(DatasetOrder order) {
        return Hashes.of(Json.text(order.label()), Json.text(order.sampling()));
    }
}
