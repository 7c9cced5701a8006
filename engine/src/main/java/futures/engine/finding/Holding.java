package futures.engine.finding;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Fill;
import futures.model.RoundTrip;
import futures.model.SessionHours;
import java.util.List;

/**
 * What one strategy did in one market.
 *
 * @param regularHours  when the market is busy, by day; null when they are not known
 * @param refusals      why orders were refused, one reason for each
 * @param openSince     open time of the bar in which the oldest position that is still open was entered, epoch
 *                      milliseconds UTC; null when nothing is open
 * @param openContracts still held after the last bar
 * @param openGain      of them, before costs
 */
public record Holding(
        BarSeries bars,
        ContractSpec contract,
        SessionHours regularHours,
        List<Fill> fills,
        List<RoundTrip> trips,
        List<String> refusals,
        Long openSince,
        int openContracts,
        double openGain) {
    /** Copies: a run makes fills and round trips anew each time they are read. */
    public Holding {
        fills = List.copyOf(fills);
        trips = List.copyOf(trips);
        refusals = List.copyOf(refusals);
    }
}
