package futures.ml.feature;

import futures.analytics.indicator.Atr;
import java.util.List;

/** Returns, the shape of a bar, volatility. */
final class PriceKinds {
    private static final double PARKINSON = 4 * Math.log(2);

    private PriceKinds() {}

    static List<FeatureKind> all() {
        return List.of(
                DeclaredKind.of(
                                "return",
                                "Close over the close some bars ago, less 1, in the terms of the bar's contract.")
                        .bars("bars", 1, "bars back")
                        .window("bars", 0)
                        .values((in, p) -> Returns.simple(in, p.integer("bars"))),
                DeclaredKind.of(
                                "log_return",
                                "ln of the close over the close some bars ago, in the terms of the bar's contract.")
                        .bars("bars", 1, "bars back")
                        .window("bars", 0)
                        .values((in, p) -> Returns.logarithmic(in, p.integer("bars"))),
                DeclaredKind.of("gap", "Open less the close before, over the traded close.")
                        .span(p -> Span.window(1))
                        .values((in, p) -> overTraded(
                                in, Columns.zip(in.column("open"), Columns.lagged(in.closes(), 1), (a, b) -> a - b))),
                DeclaredKind.of("range", "High less low, over the traded close.")
                        .values((in, p) ->
                                overTraded(in, Columns.zip(in.column("high"), in.column("low"), (a, b) -> a - b))),
                DeclaredKind.of("body", "Close less open, over the traded close.")
                        .values((in, p) ->
                                overTraded(in, Columns.zip(in.closes(), in.column("open"), (a, b) -> a - b))),
                DeclaredKind.of("upper_wick", "High less the higher of open and close, over the traded close.")
                        .values((in, p) -> overTraded(
                                in,
                                Columns.zip(
                                        in.column("high"),
                                        Columns.zip(in.closes(), in.column("open"), Math::max),
                                        (a, b) -> a - b))),
                DeclaredKind.of("lower_wick", "The lower of open and close less the low, over the traded close.")
                        .values((in, p) -> overTraded(
                                in,
                                Columns.zip(
                                        Columns.zip(in.closes(), in.column("open"), Math::min),
                                        in.column("low"),
                                        (a, b) -> a - b))),
                DeclaredKind.of(
                                "close_position",
                                "Where the close lies between the lowest low, 0, and the highest high, 1, of the last bars; 0.5 where they are one.")
                        .bars("period", 1, "bars in the window, the last one included")
                        .window("period", -1)
                        .values((in, p) -> position(in, p.integer("period"))),
                DeclaredKind.of("volatility", "Standard deviation of the last log returns of one bar (sample, n - 1).")
                        .period(20)
                        .window("period", 0)
                        .values((in, p) -> Windows.deviation(in.logReturns(), p.integer("period"))),
                DeclaredKind.of(
                                "ewm_volatility",
                                "Root of the exponentially weighted mean of squared log returns, decay 2 / (period + 1).")
                        .period(20)
                        .span(p -> Span.smoothed(p.integer("period")))
                        .values((in, p) -> ewmVolatility(in.logReturns(), p.integer("period"))),
                DeclaredKind.of(
                                "volatility_ratio",
                                "Standard deviation of log returns of a short window over that of a long one.")
                        .with(FeatureParameter.integer("short", 10, 2, 100_000, "bars in the short window"))
                        .with(FeatureParameter.integer("long", 50, 2, 100_000, "bars in the long window"))
                        .span(p -> Span.window(Math.max(p.integer("short"), p.integer("long"))))
                        .values((in, p) -> Columns.divide(
                                Windows.deviation(in.logReturns(), p.integer("short")),
                                Windows.deviation(in.logReturns(), p.integer("long")))),
                DeclaredKind.of(
                                "parkinson",
                                "Volatility from highs and lows (Parkinson, 1980): root of the mean of ln(H/L)^2 / (4 ln 2).")
                        .period(20)
                        .window("period", -1)
                        .values((in, p) -> parkinson(in, p.integer("period"))),
                DeclaredKind.of("atr_ratio", "Average true range over the traded close.")
                        .bars("period", 14, "smoothing, in bars")
                        .span(p -> Span.smoothed(p.integer("period")))
                        .values((in, p) -> overTraded(in, in.of(new Atr(p.integer("period"))))),
                DeclaredKind.of(
                                "skewness",
                                "Mean cube of the last log returns over their mean square to the power of 1.5, about zero.")
                        .period(50)
                        .window("period", 0)
                        .values((in, p) -> skewness(in.logReturns(), p.integer("period"))),
                DeclaredKind.of("autocorrelation", "Correlation of the last log returns with those of the bar before.")
                        .period(50)
                        .window("period", 1)
                        .values((in, p) -> Windows.correlation(
                                in.logReturns(), Columns.lagged(in.logReturns(), 1), p.integer("period"))),
                DeclaredKind.of(
                                "efficiency_ratio",
                                "Distance between the first and the last close over the way in between (Kaufman), 0 to 1; 0 where nothing moved.")
                        .period(10)
                        .window("period", 0)
                        .values((in, p) -> efficiency(in.closes(), p.integer("period"))));
    }

    static double[] overTraded(FeatureInput in, double[] points) {
        return Columns.zip(points, in.traded(), (distance, price) -> price > 0 ? distance / price : Double.NaN);
    }

    private static double[] position(FeatureInput in, int period) {
        double[] high = Windows.highest(in.column("high"), period);
        double[] low = Windows.lowest(in.column("low"), period);
        double[] closes = in.closes();
        double[] values = new double[closes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = high[i] == low[i] ? 0.5 : (closes[i] - low[i]) / (high[i] - low[i]);
        }
        return values;
    }

    private static double[] ewmVolatility(double[] returns, int period) {
        double[] values = Columns.undefined(returns.length);
        double weight = 2.0 / (period + 1);
        double mean = 0;
        int seen = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(returns[i])) {
                double square = returns[i] * returns[i];
                seen++;
                // the mean of what there is, until there is a whole window
                mean += (square - mean) * (seen <= period ? 1.0 / seen : weight);
            }
            values[i] = seen < period ? Double.NaN : Math.sqrt(mean);
        }
        return values;
    }

    private static double[] parkinson(FeatureInput in, int period) {
        double[] closes = in.closes();
        double[] traded = in.traded();
        double[] high = in.column("high");
        double[] low = in.column("low");
        double[] squares = new double[closes.length];
        for (int i = 0; i < squares.length; i++) {
            double shift = traded[i] - closes[i];
            double ratio = (high[i] + shift) / (low[i] + shift);
            squares[i] = ratio > 0 ? Math.log(ratio) * Math.log(ratio) / PARKINSON : Double.NaN;
        }
        double[] means = Windows.mean(squares, period);
        for (int i = 0; i < means.length; i++) {
            means[i] = Math.sqrt(means[i]);
        }
        return means;
    }

    private static double[] skewness(double[] returns, int period) {
        double[] cubes = Windows.mean(Columns.zip(returns, returns, (a, b) -> a * a * b), period);
        double[] squares = Windows.mean(Columns.zip(returns, returns, (a, b) -> a * b), period);
        return Columns.zip(cubes, squares, (cube, square) -> square == 0 ? 0 : cube / (square * Math.sqrt(square)));
    }

    private static double[] efficiency(double[] closes, int period) {
        double[] steps = new double[closes.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = i == 0 ? Double.NaN : Math.abs(closes[i] - closes[i - 1]);
        }
        double[] way = Windows.sum(steps, period);
        double[] before = Columns.lagged(closes, period);
        double[] values = new double[closes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = way[i] == 0 ? 0 : Math.abs(closes[i] - before[i]) / way[i];
        }
        return values;
    }
}
