package futures.ml.serve;

import futures.kit.http.Problem;
import futures.marketdata.SeriesKey;
import futures.ml.bars.Series;
import futures.ml.bars.SeriesSource;
import futures.ml.dataset.Datasets;
import futures.ml.registry.ModelStore;
import futures.model.BarSeries;
import futures.model.RollCalendar;
import futures.wire.ml.DatasetOrder;
import futures.wire.ml.GivenBar;
import futures.wire.ml.ModelRecord;
import futures.wire.ml.PredictAnswer;
import futures.wire.ml.PredictOrder;
import futures.wire.ml.Predictions;
import futures.wire.ml.SignalAnswer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Answers what models say. */
public final class Serving {
    private static final int MOST_BARS = 100_000;

    private final LoadedModels models;
    private final Datasets datasets;
    private final SeriesSource source;
    private final UnaryOperator<ModelRecord> judged;
    private final Clock clock;

    /** @param judged a record with its staleness and expiry as they are now */
    public Serving(
            ModelStore store, Datasets datasets, SeriesSource source, UnaryOperator<ModelRecord> judged, Clock clock) {
        this.models = new LoadedModels(store, datasets.catalogue());
        this.datasets = datasets;
        this.source = source;
        this.judged = judged;
        this.clock = clock;
    }

    /** Of rows, given bars, or stored bars, whichever the order names. */
    public PredictAnswer predict(String id, PredictOrder order) {
        LoadedModel model = models.get(id);
        String hash = model.record().dataset().featureHash();
        if (order.featureHash() != null && !order.featureHash().equals(hash)) {
            throw Problem.unprocessable("The rows were made by other definitions than the model's: feature_hash is "
                            + order.featureHash() + ", the model's is " + hash + ".")
                    .field("feature_hash", order.featureHash(), "must be " + hash);
        }
        if (order.rows() != null) {
            return answer(model, rows(model, order), warnings(model));
        }
        int last = order.last() == null ? 1 : order.last();
        if (last < 1 || last > MOST_BARS) {
            throw Problem.unprocessable("'last' must be from 1 to " + MOST_BARS + ".")
                    .field("last", last, "1 to " + MOST_BARS);
        }
        return order.bars() != null ? ofGiven(model, order.bars(), last) : ofStored(model, order, last);
    }

    private List<PredictAnswer.Row> rows(LoadedModel model, PredictOrder order) {
        double[] values;
        try {
            values = model.model().predict(GivenRows.matrix(model.record().features(), order.columns(), order.rows()));
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("The model cannot predict these rows: " + e.getMessage() + ".")
                    .field("rows", null, e.getMessage());
        }
        List<PredictAnswer.Row> rows = new ArrayList<>();
        for (double value : values) {
            rows.add(new PredictAnswer.Row(null, null, Double.isNaN(value) ? null : value, null));
        }
        return rows;
    }

    private PredictAnswer ofGiven(LoadedModel model, List<GivenBar> bars, int last) {
        if (bars.isEmpty() || bars.size() > MOST_BARS) {
            throw Problem.unprocessable("Give 1 to " + MOST_BARS + " bars.")
                    .field("bars", bars.size(), "1 to " + MOST_BARS);
        }
        SeriesKey key = Datasets.key(model.record().dataset().order());
        Series stored = source.get(key);
        Series series = Series.of(key, series(key, bars), stored.contract(), RollCalendar.NONE, null);
        BarPredictions all =
                BarPredictions.of(model, datasets, series, source, false, series.size() - last, series.size(), false);
        List<String> warnings = warnings(model);
        warnings.add("Features that smooth without an end depend on where the bars begin; the training began at "
                + Instant.ofEpochMilli(stored.real().openTime(0)) + ".");
        if (all.warmUp() >= series.size()) {
            warnings.add("There are too few bars for all features: they need more than " + series.size() + ".");
        }
        List<PredictAnswer.Row> rows = new ArrayList<>();
        for (int bar = Math.max(0, series.size() - last); bar < series.size(); bar++) {
            double value = all.value(bar);
            rows.add(new PredictAnswer.Row(
                    Instant.ofEpochMilli(series.real().openTime(bar)),
                    Instant.ofEpochMilli(series.real().closeTime(bar)),
                    Double.isNaN(value) ? null : value,
                    all.inTraining(bar)));
        }
        return answer(model, rows, warnings);
    }

    private static BarSeries series(SeriesKey key, List<GivenBar> bars) {
        BarSeries.Builder builder = BarSeries.builder(key.symbol(), key.form().timeframe());
        for (int i = 0; i < bars.size(); i++) {
            GivenBar bar = bars.get(i);
            boolean sound = bar != null
                    && bar.timestamp() != null
                    && bar.low() <= Math.min(bar.open(), bar.close())
                    && bar.high() >= Math.max(bar.open(), bar.close())
                    && bar.volume() >= 0;
            if (!sound) {
                throw Problem.unprocessable("Bar " + i
                                + " is none: it needs a timestamp, low <= open, close <= high, and a volume.")
                        .field("bars[" + i + "]", bar, "no bar");
            }
            builder.add(bar.timestamp().toEpochMilli(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
        }
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("The bars cannot be used: " + e.getMessage() + ".")
                    .field("bars", null, e.getMessage());
        }
    }

    private PredictAnswer ofStored(LoadedModel model, PredictOrder order, int last) {
        boolean ranged = order.start() != null || order.end() != null;
        Predictions all = predictions(model, order.symbol(), order.start(), order.end(), false);
        List<Predictions.Row> rows = all.rows();
        List<Predictions.Row> newest =
                ranged && order.last() == null ? rows : rows.subList(Math.max(0, rows.size() - last), rows.size());
        return answer(
                model,
                newest.stream()
                        .map(row -> new PredictAnswer.Row(row.time(), row.knownAt(), row.value(), row.inTraining()))
                        .toList(),
                all.warnings());
    }

    private PredictAnswer answer(LoadedModel model, List<PredictAnswer.Row> rows, List<String> warnings) {
        ModelRecord record = model.record();
        return new PredictAnswer(
                record.id(),
                record.version(),
                record.stage(),
                model.kind(),
                record.dataset().featureHash(),
                clock.instant(),
                rows,
                warnings);
    }

    private List<String> warnings(LoadedModel model) {
        ModelRecord record = judged.apply(model.record());
        List<String> warnings = new ArrayList<>();
        if (record.stale() != null) {
            warnings.add("The data of " + record.stale().symbol() + " changed at "
                    + record.stale().changedAt() + " (" + record.stale().what() + "), after the model was trained.");
        }
        if (record.expired()) {
            warnings.add("The model expired at " + record.expiresAt() + ".");
        }
        if (record.stage().equals("retired")) {
            warnings.add("The model is retired.");
        }
        if (!record.report().verdict().evidence()) {
            warnings.add("The training found no evidence of skill.");
        }
        return warnings;
    }

    /** Of stored bars, of the model's own symbol or another one. */
    public Predictions predictions(String id, String symbol, String start, String end, boolean force) {
        return predictions(models.get(id), symbol, start, end, force);
    }

    private Predictions predictions(LoadedModel model, String symbol, String start, String end, boolean force) {
        BarPredictions all = stored(model, symbol, force);
        Series series = all.series();
        long from = bound("start", start, series, false);
        long to = bound("end", end, series, true);
        List<Predictions.Row> rows = new ArrayList<>();
        int seen = 0;
        for (int bar = all.warmUp(); bar < series.size(); bar++) {
            long closed = series.real().closeTime(bar);
            if (!Double.isNaN(all.value(bar)) && closed >= from && closed <= to) {
                rows.add(new Predictions.Row(
                        Instant.ofEpochMilli(series.real().openTime(bar)),
                        Instant.ofEpochMilli(closed),
                        all.value(bar),
                        all.inTraining(bar)));
                seen += all.inTraining(bar) ? 1 : 0;
            }
        }
        ModelRecord record = model.record();
        DatasetOrder order = record.dataset().order();
        List<String> warnings = warnings(model);
        if (seen > 0) {
            warnings.add(seen
                    + " predictions are of bars that the model was trained on; they say nothing of how good it is.");
        }
        return new Predictions(
                record.id(),
                record.version(),
                record.stage(),
                model.kind(),
                side(order),
                series.key().symbol(),
                order.timeframe(),
                record.order().threshold(),
                order.label().bars(),
                Instant.ofEpochMilli(model.kept().seenTo()),
                rows,
                seen,
                warnings);
    }

    private static String side(DatasetOrder order) {
        if (order.label().kind().equals("meta")) {
            return "follow";
        }
        return order.label().positive().equals("down") ? "short" : "long";
    }

    /** All stored bars behind the training's first one, so that features come out as they were trained on. */
    private BarPredictions stored(LoadedModel model, String symbol, boolean force) {
        DatasetOrder order = model.record().dataset().order();
        SeriesKey key = Datasets.key(order).between(order.startDate(), null);
        boolean own = symbol == null || symbol.equals(order.symbol());
        Series series = source.get(own ? key : key.of(symbol));
        return BarPredictions.of(model, datasets, series, source, own, 0, series.size(), force || !own);
    }

    /** Bars close from here on, or up to here; a date is that trading day's. */
    private static long bound(String field, String text, Series series, boolean end) {
        if (text == null) {
            return end ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        try {
            if (text.length() > 10) {
                return Instant.parse(text).toEpochMilli();
            }
            LocalDate day = LocalDate.parse(text);
            var calendar = series.contract().calendar();
            return end
                    ? calendar.endOf(calendar.onOrBefore(day))
                    : calendar.endOf(calendar.onOrBefore(day.minusDays(1))) + 1;
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("'" + field
                            + "' must be a trading day such as 2024-03-28 or an instant such as 2024-03-28T14:30:00Z.")
                    .field(field, text, "no day or instant");
        }
    }

    /**
     * Changes of position.
     *
     * @param enter null: the training's threshold
     * @param leave null: one half, or 0 of returns
     */
    public SignalAnswer signals(String id, String start, String end, Double enter, Double leave, boolean force) {
        LoadedModel model = models.get(id);
        double in = enter == null ? model.record().order().threshold() : enter;
        double out = leave == null ? model.classification() ? 0.5 : 0 : leave;
        if (out > in) {
            throw Problem.unprocessable(
                            "A position must be given up (" + out + ") no earlier than it is taken (" + in + ").")
                    .field("leave", out, "at most " + in);
        }
        BarPredictions all = stored(model, null, force);
        Series series = all.series();
        SignalWalk walk = new SignalWalk(model, datasets, all, in, out);
        return new SignalAnswer(
                id,
                model.record().version(),
                in,
                out,
                walk.walk(bound("start", start, series, false), bound("end", end, series, true)),
                warnings(model));
    }
}
