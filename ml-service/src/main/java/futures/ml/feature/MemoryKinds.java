package futures.ml.feature;

import futures.analytics.label.FractionalDifference;
import java.util.List;

/** What keeps the memory of the level and is stationary all the same. */
final class MemoryKinds {
    private MemoryKinds() {}

    static List<FeatureKind> all() {
        return List.of(DeclaredKind.of(
                        "fractional_difference",
                        "Fractional difference of the logarithm of the close with weights of a fixed width (Lopez de Prado 2018, 5.5); rolls are taken out by ratio.")
                .with(FeatureParameter.number("order", 0.4, 0.01, 2, "of the difference; 1 is the plain one"))
                .with(FeatureParameter.number(
                        "threshold", 0.001, 0.00001, 0.5, "weights smaller than this are left out"))
                .span(p -> Span.window(
                        FractionalDifference.weightsAbove(p.number("order"), p.number("threshold")).length - 1))
                .values((in, p) ->
                        FractionalDifference.fixedWidth(logarithms(in), p.number("order"), p.number("threshold"))));
    }

    private static double[] logarithms(FeatureInput in) {
        double[] values = new double[in.size()];
        for (int i = 0; i < values.length; i++) {
            double price = in.traded()[i] * in.series().factor(i);
            values[i] = price > 0 ? Math.log(price) : Double.NaN;
        }
        return values;
    }
}
