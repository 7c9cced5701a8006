package futures.ml.feature;

import futures.analytics.indicator.OnBalanceVolume;
import futures.analytics.indicator.VolumeProfile;
import futures.analytics.indicator.Vwap;
import java.util.List;

/** Volume against itself, and prices where it lies. */
final class VolumeKinds {
    private static final double STANDARD_AREA = 70;

    private VolumeKinds() {}

    static List<FeatureKind> all() {
        return List.of(
                DeclaredKind.of("volume_ratio", "Volume over the mean volume of the last bars, its own included.")
                        .period(20)
                        .window("period", -1)
                        .values((in, p) -> Columns.divide(
                                in.column("volume"), Windows.mean(in.column("volume"), p.integer("period")))),
                DeclaredKind.of(
                                "volume_zscore",
                                "Volume less its mean, in standard deviations (sample); 0 where it stood still.")
                        .period(50)
                        .window("period", -1)
                        .values((in, p) -> zscore(in.column("volume"), p.integer("period"))),
                DeclaredKind.of(
                                "volume_of_time",
                                "Volume over the mean volume of the bars that opened at the same time of day on earlier trading days.")
                        .with(FeatureParameter.integer("days", 20, 1, 1_000, "trading days in the mean"))
                        .span(p -> Span.other(
                                "bars of the same time of day on " + p.integer("days") + " earlier trading days"))
                        .values((in, p) -> TimeOfDayVolume.ratio(in, p.integer("days"))),
                DeclaredKind.of(
                                "obv_change",
                                "Change of on-balance volume over the last bars, over their volume, -1 to 1.")
                        .period(20)
                        .window("period", 0)
                        .values((in, p) -> {
                            double[] balance = in.of(new OnBalanceVolume());
                            return Columns.divide(
                                    Columns.zip(balance, Columns.lagged(balance, p.integer("period")), (a, b) -> a - b),
                                    Windows.sum(in.column("volume"), p.integer("period")));
                        }),
                DeclaredKind.of(
                                "volume_return_correlation",
                                "Correlation of volume and the size of the log return over the last bars.")
                        .period(50)
                        .window("period", 0)
                        .values((in, p) -> {
                            double[] returns = in.logReturns();
                            double[] sizes = Columns.zip(returns, returns, (a, b) -> Math.abs(a));
                            return Windows.correlation(in.column("volume"), sizes, p.integer("period"));
                        }),
                DeclaredKind.of(
                                "vwap_distance",
                                "Close less the volume-weighted average price of the trading day so far, over the traded close.")
                        .span(p -> Span.today())
                        .values((in, p) -> PriceKinds.overTraded(
                                in, Columns.zip(in.closes(), in.of(new Vwap(1).middle()), (a, b) -> a - b))),
                DeclaredKind.of(
                                "vwap_deviations",
                                "Close less the day's volume-weighted average price, in the standard deviations of its bands.")
                        .span(p -> Span.today())
                        .values((in, p) -> vwapDeviations(in)),
                DeclaredKind.of(
                                "profile_distance",
                                "Close less a line of the volume profile (rows of one tick), over the traded close.")
                        .with(FeatureParameter.choice(
                                "line",
                                "of the day before, or of the day so far",
                                "previous_poc",
                                "previous_vah",
                                "previous_val",
                                "poc",
                                "vah",
                                "val"))
                        .with(FeatureParameter.integer(
                                "percent", (int) STANDARD_AREA, 1, 100, "of the volume in the value area"))
                        .span(p -> p.choice("line").startsWith("previous") ? Span.yesterday() : Span.today())
                        .values((in, p) -> profile(in, p)));
    }

    private static double[] zscore(double[] values, int period) {
        double[] mean = Windows.mean(values, period);
        double[] deviation = Windows.deviation(values, period);
        double[] scores = new double[values.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = deviation[i] == 0 ? 0 : (values[i] - mean[i]) / deviation[i];
        }
        return scores;
    }

    private static double[] vwapDeviations(FeatureInput in) {
        Vwap vwap = new Vwap(1);
        double[] middle = in.of(vwap.middle());
        double[] upper = in.of(vwap.upper());
        double[] closes = in.closes();
        double[] values = new double[closes.length];
        for (int i = 0; i < values.length; i++) {
            double deviation = upper[i] - middle[i];
            values[i] = deviation == 0 ? 0 : (closes[i] - middle[i]) / deviation;
        }
        return values;
    }

    private static double[] profile(FeatureInput in, Parameters p) {
        VolumeProfile profile = new VolumeProfile(in.contract().ticks(), p.integer("percent"));
        return PriceKinds.overTraded(
                in,
                Columns.zip(
                        in.closes(),
                        in.of(
                                switch (p.choice("line")) {
                                    case "poc" -> profile.pointOfControl();
                                    case "vah" -> profile.valueAreaHigh();
                                    case "val" -> profile.valueAreaLow();
                                    case "previous_vah" -> profile.previousValueAreaHigh();
                                    case "previous_val" -> profile.previousValueAreaLow();
                                    default -> profile.previousPointOfControl();
                                }),
                        (a, b) -> a - b));
    }
}
