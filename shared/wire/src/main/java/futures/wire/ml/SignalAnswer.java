package futures.wire.ml;

import java.time.Instant;
import java.util.List;

/**
 * Signals of a model: where its prediction passes the threshold a position is taken, and it is given up behind the other one.
 *
 * @param enter     probability, or return, from which on a position is taken
 * @param leave     below which it is given up
 */
public record SignalAnswer(
        String model, int version, double enter, double leave, List<Signal> signals, List<String> warnings) {

    /**
     * A change of position.
     *
     * @param knownAt close of the bar; an order fills at the next open at the earliest
     * @param side    {@code long}, {@code short} or {@code flat}
     * @param price   close as traded
     * @param target  price of the profit barrier from here; null when there is none or when flat
     * @param stop    price of the stop barrier from here
     * @param until   bars after which time ends the label
     * @param inTraining the model was trained on this bar
     */
    public record Signal(
            Instant time,
            Instant knownAt,
            String side,
            double value,
            double price,
            Double target,
            Double stop,
            int until,
            boolean inTraining) {}
}
