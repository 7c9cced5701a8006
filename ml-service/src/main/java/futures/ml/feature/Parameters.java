package futures.ml.feature;

import futures.kit.text.NearNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checked values of a kind's parameters, each present. Immutable. */
public final class Parameters {
    private final Map<String, Object> values;

    private Parameters(Map<String, Object> values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException naming the parameter and what is allowed */
    static Parameters of(FeatureKind kind, Map<String, ?> given) {
        List<String> names =
                kind.parameters().stream().map(FeatureParameter::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("'" + kind.name() + "' has no parameter '" + name + "'"
                        + (names.isEmpty() ? "; it takes none" : NearNames.hint(name, names) + " It has " + names));
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (FeatureParameter parameter : kind.parameters()) {
            Object value = given.get(parameter.name());
            values.put(parameter.name(), value == null ? parameter.standIn() : parameter.checked(value));
        }
        return new Parameters(values);
    }

    /** Values by position; those left out at the end stand in. */
    static Parameters inOrder(FeatureKind kind, List<?> given) {
        List<FeatureParameter> parameters = kind.parameters();
        if (given.size() > parameters.size()) {
            throw new IllegalArgumentException(
                    "'" + kind.name() + "' takes " + parameters.size() + " values, found " + given.size());
        }
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            named.put(parameters.get(i).name(), given.get(i));
        }
        return of(kind, named);
    }

    /** @throws ClassCastException when it is no whole number by its declaration */
    public int integer(String name) {
        return (Integer) values.get(name);
    }

    /** A whole number or a fraction. */
    public double number(String name) {
        return ((Number) values.get(name)).doubleValue();
    }

    public String choice(String name) {
        return (String) values.get(name);
    }

    Map<String, Object> all() {
        return values;
    }

    /** {@code (period=14, line=k)}, empty without parameters: equal texts are equal parameters. */
    @Override
    public String toString() {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
