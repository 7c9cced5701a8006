package futures.ml.feature;

import futures.analytics.indicator.Atr;
import futures.analytics.indicator.AverageDirectionalIndex;
import futures.analytics.indicator.BollingerBands;
import futures.analytics.indicator.Cci;
import futures.analytics.indicator.Ema;
import futures.analytics.indicator.Hma;
import futures.analytics.indicator.Indicator;
import futures.analytics.indicator.KeltnerChannel;
import futures.analytics.indicator.LinearRegressionSlope;
import futures.analytics.indicator.Macd;
import futures.analytics.indicator.Price;
import futures.analytics.indicator.Rsi;
import futures.analytics.indicator.Sma;
import futures.analytics.indicator.StandardDeviation;
import futures.analytics.indicator.Stochastic;
import futures.analytics.indicator.SuperTrend;
import futures.analytics.indicator.Wma;
import java.util.List;

/** The indicators of {@code futures.analytics}, as distances and shares: a level in points means nothing to a model. */
final class TrendKinds {
    private static final String OVER_CLOSE = ", over the traded close.";

    private TrendKinds() {}

    static List<FeatureKind> all() {
        return List.of(
                distance("sma_distance", "simple", false)
                        .values((in, p) -> fromClose(in, new Sma(Price.CLOSE, p.integer("period")))),
                distance("ema_distance", "exponential", true)
                        .values((in, p) -> fromClose(in, new Ema(Price.CLOSE, p.integer("period")))),
                distance("wma_distance", "linearly weighted", false)
                        .values((in, p) -> fromClose(in, new Wma(Price.CLOSE, p.integer("period")))),
                DeclaredKind.of("hma_distance", "Close less its Hull moving average" + OVER_CLOSE)
                        .period(20)
                        .span(p -> Span.window(
                                p.integer("period") - 1 + (int) Math.round(Math.sqrt(p.integer("period"))) - 1))
                        .values((in, p) -> fromClose(in, new Hma(Price.CLOSE, p.integer("period")))),
                DeclaredKind.of(
                                "zscore",
                                "Close less its mean, in standard deviations (of the population); 0 where it stood still.")
                        .period(20)
                        .window("period", -1)
                        .values((in, p) -> zscore(in, p.integer("period"))),
                DeclaredKind.of("macd", "Moving average convergence/divergence" + OVER_CLOSE)
                        .with(FeatureParameter.integer("fast", 12, 1, 100_000, "bars of the fast average"))
                        .with(FeatureParameter.integer("slow", 26, 2, 100_000, "bars of the slow average"))
                        .with(FeatureParameter.integer("signal", 9, 1, 100_000, "bars of the signal's average"))
                        .with(FeatureParameter.choice("line", "which of its lines", "histogram", "line", "signal"))
                        .span(p -> Span.smoothed(p.integer("slow")
                                - 1
                                + (p.choice("line").equals("line") ? 0 : p.integer("signal") - 1)))
                        .values((in, p) -> PriceKinds.overTraded(in, in.of(macd(p)))),
                DeclaredKind.of("slope", "Slope of the regression of the last closes on time, a bar" + OVER_CLOSE)
                        .period(20)
                        .window("period", -1)
                        .values((in, p) -> PriceKinds.overTraded(
                                in, in.of(new LinearRegressionSlope(Price.CLOSE, p.integer("period"))))),
                DeclaredKind.of("adx", "Directional movement (Wilder), 0 to 100.")
                        .period(14)
                        .with(FeatureParameter.choice("line", "which of its lines", "adx", "plus", "minus"))
                        .span(p -> Span.smoothed(
                                p.choice("line").equals("adx") ? 2 * p.integer("period") - 1 : p.integer("period")))
                        .values((in, p) -> in.of(adx(p)).clone()),
                DeclaredKind.of(
                                "supertrend",
                                "Close less the SuperTrend line, over the traded close, or the trend's direction, 1 or -1.")
                        .bars("period", 10, "smoothing of the average true range, in bars")
                        .with(FeatureParameter.number("width", 3, 0.01, 100, "in average true ranges"))
                        .with(FeatureParameter.choice("line", "which of its lines", "distance", "direction"))
                        .span(p -> Span.smoothed(p.integer("period")))
                        .values((in, p) -> superTrend(in, p)),
                DeclaredKind.of(
                                "bollinger_position",
                                "Where the close lies between the lower Bollinger band, 0, and the upper one, 1; 0.5 where they are one.")
                        .period(20)
                        .with(FeatureParameter.number("width", 2, 0.01, 100, "in standard deviations"))
                        .window("period", -1)
                        .values((in, p) -> {
                            BollingerBands bands =
                                    new BollingerBands(Price.CLOSE, p.integer("period"), p.number("width"));
                            return between(in.closes(), in.of(bands.lower()), in.of(bands.upper()));
                        }),
                DeclaredKind.of("bollinger_width", "Distance between the Bollinger bands" + OVER_CLOSE)
                        .period(20)
                        .with(FeatureParameter.number("width", 2, 0.01, 100, "in standard deviations"))
                        .window("period", -1)
                        .values((in, p) -> {
                            BollingerBands bands =
                                    new BollingerBands(Price.CLOSE, p.integer("period"), p.number("width"));
                            return PriceKinds.overTraded(
                                    in, Columns.zip(in.of(bands.upper()), in.of(bands.lower()), (a, b) -> a - b));
                        }),
                DeclaredKind.of(
                                "keltner_position",
                                "Where the close lies between the lower Keltner line, 0, and the upper one, 1; 0.5 where they are one.")
                        .period(20)
                        .bars("atr_period", 10, "smoothing of the average true range, in bars")
                        .with(FeatureParameter.number("width", 2, 0.01, 100, "in average true ranges"))
                        .span(p -> Span.smoothed(Math.max(p.integer("period") - 1, p.integer("atr_period"))))
                        .values((in, p) -> {
                            KeltnerChannel channel =
                                    new KeltnerChannel(p.integer("period"), p.integer("atr_period"), p.number("width"));
                            return between(in.closes(), in.of(channel.lower()), in.of(channel.upper()));
                        }),
                DeclaredKind.of("atr_distance", "Close less the close some bars ago, in average true ranges.")
                        .bars("bars", 5, "bars back")
                        .bars("period", 14, "smoothing of the average true range, in bars")
                        .span(p -> Span.smoothed(Math.max(p.integer("bars"), p.integer("period"))))
                        .values((in, p) -> Columns.divide(
                                Columns.zip(
                                        in.closes(), Columns.lagged(in.closes(), p.integer("bars")), (a, b) -> a - b),
                                in.of(new Atr(p.integer("period"))))),
                DeclaredKind.of("rsi", "Relative strength index (Wilder), 0 to 100.")
                        .bars("period", 14, "smoothing, in bars")
                        .span(p -> Span.smoothed(p.integer("period")))
                        .values((in, p) ->
                                in.of(new Rsi(Price.CLOSE, p.integer("period"))).clone()),
                DeclaredKind.of("stochastic", "Stochastic oscillator (Lane), 0 to 100.")
                        .bars("period", 14, "bars in the range")
                        .bars("slowing", 3, "bars in the average of the raw value")
                        .bars("smoothing", 3, "bars in the average of k")
                        .with(FeatureParameter.choice("line", "which of its lines", "k", "d"))
                        .span(p -> Span.window(p.integer("period")
                                + p.integer("slowing")
                                - 2
                                + (p.choice("line").equals("k") ? 0 : p.integer("smoothing") - 1)))
                        .values((in, p) -> in.of(stochastic(p)).clone()),
                DeclaredKind.of("cci", "Commodity channel index (Lambert).")
                        .period(20)
                        .window("period", -1)
                        .values((in, p) -> in.of(new Cci(p.integer("period"))).clone()));
    }

    private static DeclaredKind distance(String name, String average, boolean smoothed) {
        DeclaredKind kind = DeclaredKind.of(name, "Close less its " + average + " moving average" + OVER_CLOSE)
                .period(20);
        return smoothed ? kind.span(p -> Span.smoothed(p.integer("period") - 1)) : kind.window("period", -1);
    }

    private static double[] fromClose(FeatureInput in, Indicator line) {
        return PriceKinds.overTraded(in, Columns.zip(in.closes(), in.of(line), (a, b) -> a - b));
    }

    private static double[] zscore(FeatureInput in, int period) {
        double[] mean = in.of(new Sma(Price.CLOSE, period));
        double[] deviation = in.of(new StandardDeviation(Price.CLOSE, period));
        double[] closes = in.closes();
        double[] values = new double[closes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation[i] == 0 ? 0 : (closes[i] - mean[i]) / deviation[i];
        }
        return values;
    }

    private static double[] between(double[] values, double[] lower, double[] upper) {
        double[] shares = new double[values.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = upper[i] == lower[i] ? 0.5 : (values[i] - lower[i]) / (upper[i] - lower[i]);
        }
        return shares;
    }

    private static Indicator macd(Parameters p) {
        Macd macd = new Macd(Price.CLOSE, p.integer("fast"), p.integer("slow"), p.integer("signal"));
        return switch (p.choice("line")) {
            case "line" -> macd.line();
            case "signal" -> macd.signal();
            default -> macd.histogram();
        };
    }

    private static Indicator adx(Parameters p) {
        AverageDirectionalIndex index = new AverageDirectionalIndex(p.integer("period"));
        return switch (p.choice("line")) {
            case "plus" -> index.plus();
            case "minus" -> index.minus();
            default -> index.adx();
        };
    }

    private static Indicator stochastic(Parameters p) {
        Stochastic stochastic = new Stochastic(p.integer("period"), p.integer("slowing"), p.integer("smoothing"));
        return p.choice("line").equals("k") ? stochastic.k() : stochastic.d();
    }

    private static double[] superTrend(FeatureInput in, Parameters p) {
        SuperTrend trend = new SuperTrend(p.integer("period"), p.number("width"));
        return p.choice("line").equals("direction") ? in.of(trend.direction()).clone() : fromClose(in, trend.line());
    }
}
