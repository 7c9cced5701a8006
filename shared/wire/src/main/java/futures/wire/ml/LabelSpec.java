package futures.wire.ml;

import java.time.Instant;
import java.util.List;

/**
 * What a model is to predict. What is null has the stand-in that is named.
 *
 * @param kind             {@code return} of the next bars, {@code direction} of the next bars, {@code triple_barrier}, or {@code meta}:
 *                         whether it pays to follow a side
 * @param bars             from the event to the label's end at most; 10
 * @param threshold        of a direction: returns that count as a move, as a part of the price; 0
 * @param volatilities     of a direction: the threshold in volatilities instead
 * @param profit           of barriers: distance in volatilities, 0 for none; 1
 * @param stop             of barriers: distance in volatilities, 0 for none; 1
 * @param volatilityPeriod bars of the standard deviation of log returns that is the unit, scaled to the label's length; 50
 * @param costs            of the round trip as a part of the price; null: commission, fees and slippage of the contract
 * @param touch            {@code close} or {@code high_low}; high_low
 * @param atTime           value of a label that time ended: {@code zero} or {@code sign}; sign
 * @param neutral          labels without a move: {@code drop} or {@code negative}, which makes them the false class; negative
 * @param positive         the true class: {@code up} or {@code down}; up
 * @param side             of meta labels: an expression that is above 0 for long, below 0 for short, 0 for no event
 * @param signals          of meta labels: a strategy's own signals in place of an expression
 */
public record LabelSpec(
        String kind,
        Integer bars,
        Double threshold,
        Double volatilities,
        Double profit,
        Double stop,
        Integer volatilityPeriod,
        Double costs,
        String touch,
        String atTime,
        String neutral,
        String positive,
        String side,
        List<Signal> signals) {

    /**
     * A strategy's signal.
     *
     * @param time at whose bar it was known: the last bar that had closed by then
     * @param side {@code long} or {@code short}
     */
    public record Signal(Instant time, String side) {}
}
