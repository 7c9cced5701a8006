package futures.engine.finding;

import futures.model.RoundTrip;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A profit that one round trip made may have been luck. */
final class OneTrade implements Check {
    /** Above it the best one made more than all others together. */
    static final double LARGE_SHARE = 0.5;
    /** Of less round trips than these one is bound to stand out. */
    static final int TRADES = 10;

    @Override
    public Optional<Finding> look(RunFacts run) {
        List<RoundTrip> trips = run.trips();
        double total = trips.stream().mapToDouble(RoundTrip::net).sum();
        if (total <= 0 || trips.size() < TRADES) {
            return Optional.empty();
        }
        RoundTrip best =
                trips.stream().max(Comparator.comparingDouble(RoundTrip::net)).orElseThrow();
        double share = best.net() / total;
        if (share <= LARGE_SHARE) {
            return Optional.empty();
        }
        return Wording.found(
                "profit_from_one_trade",
                share >= 1 ? Severity.SERIOUS : Severity.WARNING,
                "The best round trip, number " + best.number() + " in " + best.symbol() + ", made "
                        + Wording.money(best.net()) + "; all " + trips.size() + " made " + Wording.money(total) + "."
                        + (share >= 1 ? " All others together lost." : ""),
                "Look at that round trip in the chart, and judge the strategy without it.");
    }
}
