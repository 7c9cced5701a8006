package futures.strategy;

import futures.model.Fill;
import futures.model.RoundTrip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A trading strategy. Each run has an instance of its own, made by the public constructor without arguments; what it
 * remembers are plain fields.
 *
 * <pre>{@code
 * public final class Cross extends Strategy {
 *     private final IntParameter fast = integer("fast_period", 10, 2, 50, 1, "bars in the fast average");
 *     private final IntParameter slow = integer("slow_period", 20, 5, 200, 5, "bars in the slow average");
 *     private Line quick;
 *     private Line calm;
 *
 *     protected void start(Setup setup) {
 *         quick = setup.sma(fast.value());
 *         calm = setup.sma(slow.value());
 *     }
 *
 *     protected void onBar(Bars bars, Broker broker) {
 *         if (quick.crossesAbove(calm) && broker.flat()) {
 *             broker.send(Order.buy(1).withStop(16).withTarget(32));
 *         }
 *     }
 * }
 * }</pre>
 */
public abstract class Strategy {
    private final Map<String, Parameter<?>> parameters = new LinkedHashMap<>();
    private final List<Condition> conditions = new ArrayList<>();
    private Consumer<String> log = line -> {};

    /** Unique among strategies; the class's own name unless overridden. */
    public String name() {
        return getClass().getSimpleName();
    }

    /** One sentence for people who choose a strategy. */
    public String description() {
        return "";
    }

    /** In the order of declaration, with the values that this instance has. */
    public final List<Parameter<?>> parameters() {
        return List.copyOf(parameters.values());
    }

    /** Names and values, in the order of declaration. */
    public final Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> values.put(name, parameter.value()));
        return Collections.unmodifiableMap(values);
    }

    /** What its parameters must be to each other, in the order of declaration. */
    public final List<Condition> conditions() {
        return List.copyOf(conditions);
    }

    /**
     * Sets parameters by name; those not named keep their standard value.
     *
     * @throws IllegalArgumentException when a name is unknown or a value is not allowed; the message says which, and what
     *     is
     */
    public final void configure(Map<String, ?> values) {
        values.forEach((name, value) -> {
            Parameter<?> parameter = parameter(name, value);
            if (parameter == null) {
                throw new IllegalArgumentException("strategy " + name() + " has no parameter " + name + "; it has "
                        + String.join(", ", parameters.keySet()));
            }
            parameter.take(value);
        });
        conditions.forEach(Condition::check);
        check();
    }

    /** The parameter of this name, for this value if the strategy takes names that it does not declare; null when there is none. */
    public final Parameter<?> parameter(String name, Object value) {
        Parameter<?> known = parameters.get(name);
        return known == null ? undeclared(name, value) : known;
    }

    /**
     * Called for a value whose name is not declared: strategies that take any name declare it now and return it; null
     * refuses it.
     */
    protected Parameter<?> undeclared(String name, Object value) {
        return null;
    }

    /**
     * Called after parameters are set and conditions are met: throw {@link IllegalArgumentException} when they do not go
     * together otherwise.
     */
    protected void check() {}

    /** Called once before the first bar: ask for indicators here. */
    protected abstract void start(Setup setup);

    /** Called at the close of every bar, from the one on that {@link Setup#warmUp} names. */
    protected abstract void onBar(Bars bars, Broker broker);

    /**
     * Called once for each trading day, after {@link #onBar}, shortly before its session ends: at the close of the first bar
     * after which no more than one bar, or the minutes that {@link Setup#session} names, are left. When this is goes by the
     * contract's calendar, early closes included, never by the bars to come. Where a day's bars ended before that moment,
     * at the close of the next bar there is.
     *
     * <p>A market order that is sent here still fills inside the session if another bar trades in it.
     */
    protected void onSessionEnd(Bars bars, Broker broker) {}

    /**
     * Called before {@link #onBar} of the bar in which one of its orders filled. The price is one of the series that the
     * strategy sees; of a roll nothing is told, it answers no order.
     */
    protected void onFill(Fill fill) {}

    /**
     * Called before {@link #onBar} of the bar in which a position, or a part of it, was closed. Prices are those of the series
     * that the strategy sees.
     */
    protected void onRoundTrip(RoundTrip trip) {}

    /**
     * Writes a line into the log of the run, beside the time of the current bar. The log keeps the latest lines and counts
     * those that it dropped for them; it changes nothing else in a result. In a search nobody reads it.
     */
    protected final void log(String line) {
        log.accept(line);
    }

    final void logTo(Consumer<String> sink) {
        log = sink;
    }

    protected final IntParameter integer(String name, int standard, int min, int max, int step, String help) {
        return declare(new IntParameter(name, standard, min, max, step, help));
    }

    protected final DoubleParameter decimal(
            String name, double standard, double min, double max, double step, String help) {
        return declare(new DoubleParameter(name, standard, min, max, step, help));
    }

    protected final SwitchParameter onOff(String name, boolean standard, String help) {
        return declare(new SwitchParameter(name, standard, help));
    }

    protected final ChoiceParameter choice(String name, List<String> choices, String help) {
        return declare(new ChoiceParameter(name, choices, help));
    }

    protected final TextParameter text(String name, String standard, String help) {
        return declare(new TextParameter(name, standard, help));
    }

    /** Declares that one parameter must be below another one. */
    protected final void requireBelow(Parameter<? extends Number> lesser, Parameter<? extends Number> greater) {
        conditions.add(new Condition(lesser, greater, false));
    }

    /** Declares that one parameter must not be above another one. */
    protected final void requireAtMost(Parameter<? extends Number> lesser, Parameter<? extends Number> greater) {
        conditions.add(new Condition(lesser, greater, true));
    }

    private <P extends Parameter<?>> P declare(P parameter) {
        if (parameters.put(parameter.name(), parameter) != null) {
            throw new IllegalArgumentException("parameter " + parameter.name() + " is declared twice");
        }
        return parameter;
    }
}
