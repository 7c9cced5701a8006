package futures.ml.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A kind that is put together from its parts. */
final class DeclaredKind implements FeatureKind {
    private final String name;
    private final String description;
    private final List<FeatureParameter> parameters = new ArrayList<>();
    private String known = "at the bar's close";
    private Function<Parameters, Span> span = parameters -> Span.window(0);
    private BiFunction<FeatureInput, Parameters, double[]> values;

    private DeclaredKind(String name, String description) {
        this.name = name;
        this.description = description;
    }

    static DeclaredKind of(String name, String description) {
        return new DeclaredKind(name, description);
    }

    DeclaredKind with(FeatureParameter parameter) {
        parameters.add(parameter);
        return this;
    }

    /** A number of bars, at least one. */
    DeclaredKind bars(String parameter, int standIn, String meaning) {
        return with(FeatureParameter.integer(parameter, standIn, 1, 100_000, meaning));
    }

    /** A number of bars, at least two. */
    DeclaredKind period(int standIn) {
        return with(FeatureParameter.integer("period", standIn, 2, 100_000, "bars in the window"));
    }

    DeclaredKind known(String when) {
        known = when;
        return this;
    }

    DeclaredKind span(Function<Parameters, Span> needs) {
        span = needs;
        return this;
    }

    /** A window as long as a parameter says, that many bars before its own and {@code more}. */
    DeclaredKind window(String parameter, int more) {
        return span(parameters -> Span.window(parameters.integer(parameter) + more));
    }

    DeclaredKind values(BiFunction<FeatureInput, Parameters, double[]> computation) {
        values = computation;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public List<FeatureParameter> parameters() {
        return List.copyOf(parameters);
    }

    @Override
    public String known() {
        return known;
    }

    @Override
    public Span span(Parameters given) {
        return span.apply(given);
    }

    @Override
    public double[] compute(FeatureInput input, Parameters given) {
        return values.apply(input, given);
    }
}
