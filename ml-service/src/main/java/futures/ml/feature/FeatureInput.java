package futures.ml.feature;

import futures.analytics.indicator.Indicator;
import futures.analytics.indicator.IndicatorValues;
import futures.marketdata.SeriesKey;
import futures.ml.bars.Series;
import futures.ml.bars.SeriesSource;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Timeframe;
import futures.model.TradingDays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a feature is computed from: one series, and others beside it. Not safe for threads.
 *
 * <p>Prices of {@link #bars()} are moved forwards for rolls, so take differences of them; divide by {@link #traded()}, the
 * price at which the bar's contract closed.
 */
public final class FeatureInput {
    private static final long INDICATOR_BYTES = 64L << 20;

    private final Series series;
    private final SeriesSource others;
    private final Map<String, FeatureInput> beside = new HashMap<>();
    private final Map<Timeframe, LongerSeries> longerSeries = new HashMap<>();
    private final Map<String, double[]> columns = new HashMap<>();
    private final IndicatorValues indicators;

    /** @param others where other symbols come from, in the same form and range */
    public FeatureInput(Series series, SeriesSource others) {
        this.series = series;
        this.others = others;
        this.indicators = new IndicatorValues(series.bars(), series::days, INDICATOR_BYTES);
    }

    /** Moved forwards for rolls. */
    public BarSeries bars() {
        return series.bars();
    }

    /** What the series is, with its rolls. */
    public Series series() {
        return series;
    }

    public int size() {
        return series.size();
    }

    public ContractSpec contract() {
        return series.contract();
    }

    public TradingDays days() {
        return series.days();
    }

    /** Closes as traded, one for each bar. Shared: do not write to it. */
    public double[] traded() {
        return series.traded();
    }

    /** Closes moved forwards for rolls. Shared: do not write to it. */
    public double[] closes() {
        return column("close");
    }

    /** @param name open, high, low, close or volume, moved forwards for rolls. Shared: do not write to it */
    public double[] column(String name) {
        return once(name, () -> read(name));
    }

    /** One column may need another, which {@code computeIfAbsent} does not allow. */
    private double[] once(String name, Supplier<double[]> computation) {
        double[] found = columns.get(name);
        if (found == null) {
            found = computation.get();
            columns.put(name, found);
        }
        return found;
    }

    private double[] read(String name) {
        BarSeries bars = series.bars();
        double[] values = new double[bars.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (name) {
                case "open" -> bars.open(i);
                case "high" -> bars.high(i);
                case "low" -> bars.low(i);
                case "close" -> bars.close(i);
                case "volume" -> bars.volume(i);
                default -> throw new IllegalArgumentException("bars have no column '" + name + "'");
            };
        }
        return values;
    }

    /** ln of the close over the close before, in the later one's contract; NaN at the first bar. Shared. */
    public double[] logReturns() {
        return once("log returns", () -> Returns.logarithmic(this, 1));
    }

    /** Minutes since midnight, by the exchange's clock, at which each bar opens. Shared. */
    public double[] minuteOfDay() {
        return once("minute of day", () -> LocalClock.minutes(this));
    }

    /** Shared: do not write to it. */
    public double[] of(Indicator indicator) {
        return indicators.of(indicator);
    }

    /** A column of a longer timeframe's complete bars, each value from the close of its bar on. */
    double[] longer(Timeframe timeframe, Function<FeatureInput, double[]> feature) {
        LongerSeries longer = longerSeries.computeIfAbsent(timeframe, length -> LongerSeries.of(series, length));
        FeatureInput input = beside.computeIfAbsent(
                timeframe.toString(), name -> new FeatureInput(longer.series(), FeatureInput::refused));
        return longer.asKnown(feature.apply(input));
    }

    /** Another symbol in the same form and range; read its columns by {@link #asOf}. */
    public FeatureInput symbol(String symbol) {
        return beside.computeIfAbsent(
                "symbol " + symbol,
                name -> new FeatureInput(others.get(series.key().of(symbol)), others));
    }

    private static Series refused(SeriesKey key) {
        throw new IllegalArgumentException(
                "name the symbol outside of the timeframe: at('" + key.symbol() + "', at('1h', ...))");
    }

    /**
     * Values at bars of another input as they were known at each bar of this one: that of the last bar which had closed by
     * then, NaN where there is none.
     */
    public double[] asOf(FeatureInput other, double[] values) {
        BarSeries own = bars();
        BarSeries theirs = other.bars();
        double[] known = new double[own.size()];
        int next = 0;
        for (int i = 0; i < known.length; i++) {
            long closed = own.closeTime(i);
            while (next < theirs.size() && theirs.closeTime(next) <= closed) {
                next++;
            }
            known[i] = next == 0 ? Double.NaN : values[next - 1];
        }
        return known;
    }
}
