package futures.strategy;

import java.util.Map;

/**
 * What two of a strategy's numbers must be to each other, declared, so that a search can leave out combinations without
 * making a strategy of each. Reads {@code fast_period < slow_period}.
 */
public final class Condition {
    private final Parameter<? extends Number> lesser;
    private final Parameter<? extends Number> greater;
    private final boolean equalToo;

    Condition(Parameter<? extends Number> lesser, Parameter<? extends Number> greater, boolean equalToo) {
        this.lesser = lesser;
        this.greater = greater;
        this.equalToo = equalToo;
    }

    /**
     * Whether it holds with these values by name; a parameter that is not among them has the value that its strategy has.
     *
     * @throws IllegalArgumentException when a value is not allowed by itself
     */
    public boolean holds(Map<String, ?> values) {
        return holds(value(lesser, values), value(greater, values));
    }

    /** Name of the parameter that must be the lesser one. */
    public String lesser() {
        return lesser.name();
    }

    /** Name of the parameter that must be the greater one. */
    public String greater() {
        return greater.name();
    }

    /** {@code <} or {@code <=}. */
    public String relation() {
        return equalToo ? "<=" : "<";
    }

    private boolean holds(double low, double high) {
        return equalToo ? low <= high : low < high;
    }

    private static double value(Parameter<? extends Number> parameter, Map<String, ?> values) {
        Object given = values.get(parameter.name());
        return (given == null ? parameter.value() : parameter.check(given)).doubleValue();
    }

    /** @throws IllegalArgumentException when it does not hold with the values that the strategy has */
    void check() {
        if (!holds(Map.of())) {
            throw new IllegalArgumentException("parameter " + lesser.name() + " must be "
                    + (equalToo ? "at most " : "below ") + greater.name() + ", found " + lesser.value() + " and "
                    + greater.value());
        }
    }

    /** {@code fast_period < slow_period}. */
    @Override
    public String toString() {
        return lesser() + " " + relation() + " " + greater();
    }
}
