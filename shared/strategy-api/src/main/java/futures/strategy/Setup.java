package futures.strategy;

import futures.model.ContractSpec;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.model.bars.Hours;
import java.time.Duration;
import java.util.Random;

/** What a strategy may ask for before the first bar: facts of the run, indicators and further bars. */
public interface Setup extends Indicators {
    ContractSpec contract();

    Timeframe timeframe();

    /** Randomness that the run's seed decides, so that the run can be repeated. */
    Random random();

    /**
     * Leaves the strategy alone until so many bars are complete; from then on it is called. Indicators, longer timeframes and
     * other markets go on meanwhile.
     *
     * @throws IllegalArgumentException when it is negative
     */
    void warmUp(int bars);

    /**
     * Which part of the trading day {@link Bars#inSession} and {@link Strategy#onSessionEnd} go by, and how many minutes before
     * its end it counts as over. Unless asked for otherwise it is the whole trading day, up to one bar before its end. Thin
     * markets need more: an order that is sent when no other bar comes fills on the next day.
     *
     * @param hours            {@code ALL} or {@code REGULAR}; the contract's regular hours as far as the calendar is open then
     * @param minutesBeforeEnd 0 or more; never less than one bar
     * @throws IllegalArgumentException when the contract has no regular hours, or {@code hours} is {@code OVERNIGHT}
     */
    void session(Hours hours, int minutesBeforeEnd);

    /**
     * Highest high and lowest low of the first minutes of the contract's regular hours, once they are over.
     *
     * @throws IllegalArgumentException when the contract has no regular hours
     */
    default OpeningRangeLines regularOpeningRange(int minutes) {
        SessionHours regular = contract().regularHours();
        if (regular == null) {
            throw new IllegalArgumentException("contract " + contract().symbol() + " has no regular hours");
        }
        SessionHours session = contract().calendar().hours();
        long after = Duration.between(session.opens(), regular.opens()).toMinutes();
        return openingRange((int) Math.floorMod(after, Duration.ofDays(1).toMinutes()), minutes);
    }

    /**
     * Calls the strategy only at bars at which one of these lines crosses the other, whichever way; asked for several pairs,
     * at the crosses of any. A strategy that does nothing at other bars gives the same result, several times faster: the
     * run leaps from event to event. Fills and round trips are told in the bar in which they happen all the same.
     *
     * @throws IllegalArgumentException when a line is not one of the bars that the strategy is called for
     */
    void callOnlyAtCrosses(Line one, Line other);

    /**
     * Bars of this market in a longer timeframe, built by trading day from those of the run.
     *
     * @throws IllegalArgumentException when it is not a whole multiple of the run's timeframe
     */
    Feed feed(Timeframe timeframe);

    /**
     * Bars of another market of the run.
     *
     * @throws IllegalArgumentException when the run has no such market; the message names those it has
     */
    Feed feed(String symbol);

    /** Bars of another market of the run in a longer timeframe. */
    Feed feed(String symbol, Timeframe timeframe);

    /**
     * What a model of the run says of the bars that the strategy is called for: at each bar what was known at its close, a probability or
     * a return as the model was trained for; NaN at bars of which it says nothing. Unless the run was forced to, it says nothing of bars
     * that it was trained on.
     *
     * @param name that the run's order gave it
     * @throws IllegalArgumentException when the run has no such model; the message names those it has
     */
    Line model(String name);

    /** Volume profile with one row for each tick. */
    default ProfileLines volumeProfile() {
        return volumeProfile(contract().ticks());
    }
}
