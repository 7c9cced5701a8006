package futures.strategy;

import futures.model.Bar;
import java.time.LocalDate;

/**
 * The bars up to the current one, which is complete. Times are epoch milliseconds UTC. Prices may be adjusted for rolls, if
 * the run says so: then the difference, or the ratio, of two of them is that of a position held, and the level of old ones is
 * not what was paid then.
 *
 * <p>{@code ago} counts back from the current bar, which is 0; a negative count, or one that reaches before the first
 * bar, is an {@link IllegalArgumentException}.
 */
public interface Bars {
    /** Bars seen so far, the current one included. */
    int count();

    long openTime();

    long closeTime();

    /** The exchange's trading day to which the current bar belongs. */
    LocalDate tradingDay();

    /** Whether the current bar is the first one of its trading day in the data. */
    boolean firstOfDay();

    /**
     * Whether the current bar is one of the session that {@link Setup#session} names and closes before it counts as over; of
     * other bars than those that the strategy is called for, the whole trading day.
     */
    boolean inSession();

    double open();

    double high();

    double low();

    double close();

    /** Contracts traded in the current bar. */
    double volume();

    Bar ago(int bars);
}
