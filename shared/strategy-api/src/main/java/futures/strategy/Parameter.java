package futures.strategy;

import java.util.List;

/**
 * A number, switch or choice that a strategy can be run with. Range and step are also the default search space.
 *
 * @param <T> Integer, Double, Boolean or String
 */
public abstract sealed class Parameter<T>
        permits IntParameter, DoubleParameter, SwitchParameter, ChoiceParameter, TextParameter {
    private final String name;
    private final T standard;
    private final String help;
    private T value;

    Parameter(String name, T standard, String help) {
        this.name = name;
        this.standard = standard;
        this.help = help;
        this.value = standard;
    }

    /** Snake case, as in configuration and JSON: {@code fast_period}. */
    public final String name() {
        return name;
    }

    public final T standard() {
        return standard;
    }

    /** One line for people, with the unit. */
    public final String help() {
        return help;
    }

    public final T value() {
        return value;
    }

    /** {@code integer}, {@code decimal}, {@code switch}, {@code choice} or {@code text}. */
    public abstract String kind();

    /** A range of more values is no space to search, but the lack of a bound. */
    static final int MOST_SEARCHED = 100_000;

    /** Values that a search tries unless told otherwise, in ascending order; a range without practical bounds stays at its standard. */
    public abstract List<T> searchSpace();

    /**
     * Takes a value as it comes from configuration or JSON.
     *
     * @throws IllegalArgumentException when it is of the wrong kind or out of range; the message names the parameter
     */
    final void take(Object given) {
        value = check(given);
    }

    /** The value in this parameter's type, or an exception that says what is allowed. */
    public abstract T check(Object given);

    final IllegalArgumentException wrong(Object given, String allowed) {
        return new IllegalArgumentException("parameter " + name + " must be " + allowed + ", found " + given);
    }
}
