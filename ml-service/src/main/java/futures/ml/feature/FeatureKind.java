package futures.ml.feature;

import java.util.List;

/**
 * One kind of feature. Classes of your own are found by {@link java.util.ServiceLoader} in jars under {@code
 * <directories.models>/features}: name the class in {@code META-INF/services/futures.ml.feature.FeatureKind}. They run with
 * the rights of the service, and every training tests that they do not look ahead.
 */
public interface FeatureKind {
    /** In snake case, unlike that of any other kind, e.g. {@code log_return}. */
    String name();

    /** One sentence with the formula and the unit. */
    String description();

    /** In the order in which an expression gives them; none by default. */
    default List<FeatureParameter> parameters() {
        return List.of();
    }

    /** When the value of a bar is known, in words. */
    default String known() {
        return "at the bar's close";
    }

    /** How much of the past a value needs with these parameters. */
    Span span(Parameters parameters);

    /**
     * The values.
     *
     * @return one for each bar of {@link FeatureInput#bars()}, NaN where undefined; the caller owns the array. The value of a
     *     bar may depend on that bar and earlier ones only
     */
    double[] compute(FeatureInput input, Parameters parameters);
}
