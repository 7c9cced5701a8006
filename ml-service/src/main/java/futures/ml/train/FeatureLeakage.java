package futures.ml.train;

import futures.ml.bars.Series;
import futures.ml.bars.SeriesSource;
import futures.ml.dataset.Dataset;
import futures.ml.dataset.Datasets;
import futures.ml.dataset.Hashes;
import futures.ml.feature.FeatureInput;
import futures.ml.feature.LongerBarsCheck;
import futures.ml.model.FittedModel;
import futures.ml.model.Learner;
import futures.ml.model.Matrix;
import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.TradingDays;
import futures.wire.ml.LeakageCheck;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

/** Whether features know what they could not have known: they are computed again on other versions of the future. */
final class FeatureLeakage {
    private static final int MANY_BARS = 200_000;
    private static final int PREDICTED = 200;

    private final Dataset dataset;
    private final Series series;
    private final SeriesSource source;
    private final double[][] all;
    private final Learner.Pause pause;

    FeatureLeakage(Dataset dataset, Datasets datasets, SeriesSource source, Learner.Pause pause) {
        this.dataset = dataset;
        this.series = dataset.series();
        this.source = source;
        this.all = datasets.compute(dataset.features(), new FeatureInput(series, source));
        this.pause = pause;
    }

    /**
     * Computes one column after the other of another version of the series and compares it, so that no two versions of all of them are in
     * memory.
     *
     * @param until what has closed by then is there of other symbols
     * @param before bars from the first one on that are compared
     * @param bars  of which the values are kept
     * @param kept  values by column, then by bar
     * @return the first difference in words; null when there is none
     */
    private String compare(Series own, long until, int before, int[] bars, double[][] kept) {
        SeriesSource others = key -> {
            Series other = source.get(key);
            int known = 0;
            while (known < other.size() && other.real().closeTime(known) <= until) {
                known++;
            }
            return other.upTo(known);
        };
        FeatureInput input = new FeatureInput(own, others);
        String found = null;
        for (int c = 0; c < all.length; c++) {
            pause.pass();
            double[] column = dataset.features().get(c).compute(input);
            for (int i = 0; i < before && found == null; i++) {
                double now = finite(column[i]);
                if (Double.doubleToLongBits(all[c][i]) != Double.doubleToLongBits(now)) {
                    found = "'" + dataset.features().get(c).name() + "' at " + Instant.ofEpochMilli(closed(i)) + " is "
                            + now + " instead of " + all[c][i];
                }
            }
            for (int k = 0; k < bars.length; k++) {
                kept[c][k] = finite(column[bars[k]]);
            }
        }
        return found;
    }

    private String compare(Series own, long until, int before) {
        return compare(own, until, before, new int[0], new double[all.length][0]);
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private long closed(int bar) {
        return series.real().closeTime(bar);
    }

    private int[] cuts() {
        int size = series.size();
        return size < 10 ? new int[] {size - 1} : new int[] {(int) (size * 0.55), (int) (size * 0.83), size - 2};
    }

    LeakageCheck truncation() {
        String name = "features do not change when later bars are deleted";
        for (int cut : cuts()) {
            String found = compare(series.upTo(cut), closed(cut - 1), cut);
            if (found != null) {
                return Finding.of(
                        1,
                        name,
                        false,
                        "without the bars from %s on, %s",
                        Instant.ofEpochMilli(series.real().openTime(cut)),
                        found);
            }
        }
        return Finding.of(
                1,
                name,
                true,
                "%d columns are the same to the bit at %d cuts of %d bars",
                all.length,
                cuts().length,
                series.size());
    }

    LeakageCheck otherFuture(FittedModel model) {
        String name = "features and predictions do not change when later bars are others";
        int cut = cuts()[cuts().length - 1] * 3 / 4 + 1;
        int[] bars = Importances.thinned(before(cut), PREDICTED);
        double[][] other = new double[all.length][bars.length];
        String found = compare(series.withBars(changed(series.real(), cut)), closed(cut - 1), cut, bars, other);
        if (found != null) {
            return Finding.of(
                    2,
                    name,
                    false,
                    "with other bars from %s on, %s",
                    Instant.ofEpochMilli(series.real().openTime(cut)),
                    found);
        }
        double[] as = model.predict(Matrix.of(all, bars));
        double[] then = model.predict(Matrix.of(other));
        for (int i = 0; i < bars.length; i++) {
            if (Double.doubleToLongBits(as[i]) != Double.doubleToLongBits(then[i])) {
                return Finding.of(
                        2, name, false, "the prediction of bar %d is %s instead of %s", bars[i], then[i], as[i]);
            }
        }
        return Finding.of(
                2,
                name,
                true,
                "%d columns and %d predictions before bar %d are the same to the bit",
                all.length,
                bars.length,
                cut);
    }

    private int[] before(int cut) {
        return java.util.Arrays.stream(dataset.events())
                .filter(event -> event < cut)
                .toArray();
    }

    /** Whole ticks up and down in turn, wider bars, more volume. */
    private BarSeries changed(BarSeries bars, int from) {
        double tick = series.contract().ticks().tickSize().doubleValue();
        double[][] columns = new double[5][bars.size()];
        for (int i = 0; i < bars.size(); i++) {
            boolean other = i >= from;
            long up = other ? 40 + i % 7 : 0;
            columns[0][i] = bars.open(i) + up * tick;
            columns[1][i] = bars.high(i) + (other ? 90 * tick : 0);
            columns[2][i] = bars.low(i) - (other ? 60 * tick : 0);
            columns[3][i] = bars.close(i) + (i % 2 == 0 ? up : -up) * tick;
            columns[4][i] = bars.volume(i) * (other ? 3 : 1);
        }
        return bars.withPrices(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    LeakageCheck longerTimeframes() {
        String name = "a longer bar is seen after its close only";
        Set<Timeframe> timeframes = new TreeSet<>();
        dataset.features().forEach(feature -> timeframes.addAll(feature.timeframes()));
        if (timeframes.isEmpty()) {
            return Finding.notApplicable(8, name, "no feature is taken of a longer timeframe");
        }
        for (Timeframe timeframe : timeframes) {
            long early = LongerBarsCheck.seenEarly(series, timeframe);
            if (early > 0) {
                return Finding.of(
                        8, name, false, "at %d bars one of %s was seen that had not closed", early, timeframe);
            }
        }
        return Finding.of(
                8, name, true, "at none of %d bars one of %s was seen before its close", series.size(), timeframes);
    }

    LeakageCheck rolls() {
        String name = "a roll does not change earlier values";
        int rolls = series.rollCount();
        if (rolls == 0) {
            return Finding.notApplicable(10, name, "there is no roll between two bars of the series");
        }
        int tested = 0;
        for (int roll = rolls - 1; roll >= Math.max(0, rolls - 2); roll--) {
            int first = series.firstBar(roll);
            String found = compare(series.upTo(first), closed(first - 1), first);
            if (found != null) {
                return Finding.of(
                        10,
                        name,
                        false,
                        "without the roll at %s, %s",
                        Instant.ofEpochMilli(series.real().openTime(first)),
                        found);
            }
            tested++;
        }
        return Finding.of(
                10,
                name,
                true,
                "without the last %d of %d rolls all columns before them are the same to the bit",
                tested,
                rolls);
    }

    LeakageCheck parity() {
        String name = "rows are served as they were trained on";
        int wanted = series.size() > MANY_BARS ? 2 : 6;
        int[] rows = new int[Math.min(wanted, dataset.rows())];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) ((long) (i + 1) * dataset.rows() / rows.length) - 1;
        }
        for (int row : rows) {
            int bar = dataset.events()[row];
            double[] trained = new double[all.length];
            double[] now = new double[all.length];
            double[][] served = new double[all.length][1];
            String ignored = compare(series.upTo(bar + 1), closed(bar), 0, new int[] {bar}, served);
            for (int c = 0; c < all.length; c++) {
                trained[c] = dataset.columns()[c][row];
                now[c] = served[c][0];
            }
            String before = new Hashes().add(trained).text();
            String after = new Hashes().add(now).text();
            if (!before.equals(after)) {
                return Finding.of(
                        11,
                        name,
                        false,
                        "row %d was trained with hash %.12s and is served with %.12s",
                        row,
                        before,
                        after);
            }
        }
        return Finding.of(
                11, name, true, "the hashes of %d rows are the same when only their past is there", rows.length);
    }

    LeakageCheck clock() {
        String name = "no time is there twice, and daylight saving moves no session";
        BarSeries bars = series.real();
        for (int i = 1; i < bars.size(); i++) {
            if (bars.openTime(i) <= bars.openTime(i - 1) || bars.closeTime(i) < bars.closeTime(i - 1)) {
                return Finding.of(
                        12,
                        name,
                        false,
                        "bar %d at %s does not follow the one before",
                        i,
                        Instant.ofEpochMilli(bars.openTime(i)));
            }
        }
        ZoneId zone = series.contract().calendar().zone();
        TradingDays days = series.days();
        int changes = 0;
        for (int d = 1; d < days.count(); d++) {
            Instant before = Instant.ofEpochMilli(days.opensAt(d - 1));
            Instant now = Instant.ofEpochMilli(days.opensAt(d));
            if (!zone.getRules().getOffset(before).equals(zone.getRules().getOffset(now))) {
                changes++;
                LocalTime was = before.atZone(zone).toLocalTime();
                LocalTime is = now.atZone(zone).toLocalTime();
                if (!was.equals(is)) {
                    return Finding.of(
                            12,
                            name,
                            false,
                            "the session of %s opens at %s local time, the one before at %s",
                            days.day(d),
                            is,
                            was);
                }
            }
        }
        return Finding.of(
                12,
                name,
                true,
                "%d bars ascend; %d changes of the clock leave the session's opening where it was",
                bars.size(),
                changes);
    }
}
