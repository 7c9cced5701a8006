package futures.engine.finding;

import futures.model.Fill;
import futures.model.RoundTrip;
import java.util.Comparator;
import java.util.List;

/** What the checks look at: one strategy in one market, or several on one account. */
public final class RunFacts {
    private final AccountFacts account;
    private final List<Holding> holdings;
    private final List<RoundTrip> trips;
    private final List<Fill> fills;
    private final int seenPredictions;

    /** @param seenPredictions bars of which a model that the run could read was trained on them */
    public RunFacts(AccountFacts account, List<Holding> holdings, int seenPredictions) {
        this.seenPredictions = seenPredictions;
        this.account = account;
        this.holdings = List.copyOf(holdings);
        this.trips = holdings.stream()
                .flatMap(holding -> holding.trips().stream())
                .sorted(Comparator.comparingLong(RoundTrip::exitTime))
                .toList();
        this.fills =
                holdings.stream().flatMap(holding -> holding.fills().stream()).toList();
    }

    int seenPredictions() {
        return seenPredictions;
    }

    AccountFacts account() {
        return account;
    }

    List<Holding> holdings() {
        return holdings;
    }

    /** Of all holdings, in the order of exits. */
    List<RoundTrip> trips() {
        return trips;
    }

    /** Of all holdings, one after the other. */
    List<Fill> fills() {
        return fills;
    }
}
