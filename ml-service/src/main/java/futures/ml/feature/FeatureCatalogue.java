package futures.ml.feature;

import futures.kit.text.NearNames;
import futures.wire.ml.FeatureList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All kinds of features by name: those that ship, and those that were dropped in. Immutable. */
public final class FeatureCatalogue {
    private final Map<String, FeatureKind> kinds = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when a kind that was dropped in has the name of another one */
    public FeatureCatalogue(List<FeatureKind> droppedIn) {
        Stream.of(
                        PriceKinds.all(),
                        TrendKinds.all(),
                        VolumeKinds.all(),
                        SessionKinds.all(),
                        MemoryKinds.all(),
                        droppedIn)
                .flatMap(List::stream)
                .forEach(this::add);
    }

    private void add(FeatureKind kind) {
        if (kinds.putIfAbsent(kind.name(), kind) != null || Expression.isTaken(kind.name())) {
            throw new IllegalArgumentException("the feature " + kind.name() + " of "
                    + kind.getClass().getName() + " has a name that is taken; choose another one");
        }
    }

    /** In the order of the catalogue. */
    public Collection<FeatureKind> kinds() {
        return kinds.values();
    }

    /** As the wire has it. */
    public List<FeatureList.Kind> described() {
        return kinds.values().stream().map(FeatureCatalogue::describe).toList();
    }

    private static FeatureList.Kind describe(FeatureKind kind) {
        Span span = kind.span(Parameters.of(kind, Map.of()));
        return new FeatureList.Kind(
                kind.name(),
                kind.description(),
                kind.parameters().stream()
                        .map(parameter -> new FeatureList.Parameter(
                                parameter.name(),
                                !parameter.choices().isEmpty() ? "choice" : parameter.whole() ? "integer" : "number",
                                parameter.standIn(),
                                parameter.least(),
                                parameter.most(),
                                parameter.choices(),
                                parameter.description()))
                        .toList(),
                kind.known(),
                span.warmUp() < 0 ? null : span.warmUp(),
                span.lookBack() < 0 ? null : span.lookBack(),
                span.words());
    }

    /** @throws IllegalArgumentException naming near ones */
    FeatureKind kind(String name) {
        FeatureKind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("there is no feature '" + name + "'"
                    + NearNames.hint(name, kinds.keySet()) + " GET /api/ml/features lists them");
        }
        return kind;
    }

    boolean has(String name) {
        return kinds.containsKey(name);
    }

    /** A kind with some parameters; the others stand in. */
    public Feature feature(String kind, Map<String, ?> parameters) {
        FeatureKind found = kind(kind);
        return of(found, Parameters.of(found, parameters));
    }

    /** A kind with parameters in their order. */
    Feature inOrder(String kind, List<?> parameters) {
        FeatureKind found = kind(kind);
        return of(found, Parameters.inOrder(found, parameters));
    }

    private static Feature of(FeatureKind kind, Parameters parameters) {
        String text = kind.name() + parameters;
        return new Feature(text, text, kind.span(parameters), kind.known(), input -> kind.compute(input, parameters));
    }

    /** @throws IllegalArgumentException saying what is wrong in it, and where */
    public Feature expression(String text) {
        Node node = new Expression(text, this).parse();
        return new Feature(text, node.text(), node.span(), "at the bar's close", node.values());
    }
}
