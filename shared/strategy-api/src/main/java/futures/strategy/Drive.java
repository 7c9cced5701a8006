package futures.strategy;

import futures.model.Fill;
import futures.model.RoundTrip;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Consumer;

/** The engine's hand on a strategy, whose own methods are not public so that a strategy shows no others than its own. */
public final class Drive {
    private final Strategy strategy;

    public Drive(Strategy strategy) {
        this.strategy = strategy;
    }

    public void start(Setup setup) {
        strategy.start(setup);
    }

    public void bar(Bars bars, Broker broker) {
        strategy.onBar(bars, broker);
    }

    public void sessionEnd(Bars bars, Broker broker) {
        strategy.onSessionEnd(bars, broker);
    }

    /** Where the lines of its log go. */
    public void logTo(Consumer<String> sink) {
        strategy.logTo(sink);
    }

    public void fill(Fill fill) {
        strategy.onFill(fill);
    }

    /** Whether the strategy has a use for its fills: a run makes no records that nobody reads. */
    public boolean wantsFills() {
        return overrides("onFill", Fill.class);
    }

    public boolean wantsRoundTrips() {
        return overrides("onRoundTrip", RoundTrip.class);
    }

    /** Whether the strategy acts at the end of sessions. */
    public boolean wantsSessionEnds() {
        return overrides("onSessionEnd", Bars.class, Broker.class);
    }

    public boolean listens() {
        return wantsFills() || wantsRoundTrips();
    }

    private boolean overrides(String method, Class<?>... parameters) {
        for (Class<?> type = strategy.getClass(); type != Strategy.class; type = type.getSuperclass()) {
            for (Method declared : type.getDeclaredMethods()) {
                if (declared.getName().equals(method) && Arrays.equals(declared.getParameterTypes(), parameters)) {
                    return true;
                }
            }
        }
        return false;
    }

    public void roundTrip(RoundTrip trip) {
        strategy.onRoundTrip(trip);
    }
}
