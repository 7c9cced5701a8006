package futures.strategy;

import futures.model.ContractSpec;
import futures.model.Timeframe;
import java.util.Random;

/** What a strategy may ask for before the first bar: facts of the run, indicators and further bars. */
public interface Setup extends Indicators {
    ContractSpec contract();

    Timeframe timeframe();

    /** Randomness that the run's seed decides, so that the run can be repeated. */
    Random random();

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

    /** Volume profile with one row for each tick. */
    default ProfileLines volumeProfile() {
        return volumeProfile(contract().ticks());
    }
}
