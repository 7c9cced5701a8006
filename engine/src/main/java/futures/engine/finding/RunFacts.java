package futures.engine.finding;

import futures.model.Fill;
import futures.model.RoundTrip;
import java.util.Comparator;
import java.util.List;

/** What the checks look at: one strategy in one market, or several on one account. */
public record RunFacts(AccountFacts account, List<Holding> holdings) {
    public RunFacts {
        holdings = List.copyOf(holdings);
    }

    /** In the order of exits. */
    List<RoundTrip> trips() {
        return holdings.stream()
                .flatMap(holding -> holding.trips().stream())
                .sorted(Comparator.comparingLong(RoundTrip::exitTime))
                .toList();
    }

    List<Fill> fills() {
        return holdings.stream().flatMap(holding -> holding.fills().stream()).toList();
    }

    double net() {
        return trips().stream().mapToDouble(RoundTrip::net).sum();
    }
}
