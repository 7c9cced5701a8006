package futures.engine.finding;

import futures.model.RoundTrip;
import java.util.List;
import java.util.Optional;

/** Round trips that bars cannot decide. */
final class AmbiguousTrades implements Check {
    /** Above it the reading of bars weighs as much as costs usually do. */
    static final double SOME = 0.05;
    /** Above it the result is more a choice of fill mode than a result. */
    static final double MANY = 0.2;

    @Override
    public Optional<Finding> look(RunFacts run) {
        List<RoundTrip> trips = run.trips();
        List<RoundTrip> doubtful = trips.stream().filter(RoundTrip::ambiguous).toList();
        if (doubtful.isEmpty()) {
            return Optional.empty();
        }
        double share = (double) doubtful.size() / trips.size();
        AccountFacts account = run.account();
        boolean known = account.pessimistic() != null && account.optimistic() != null;
        boolean undecided = known && account.pessimistic() > 0 != account.optimistic() > 0;
        String sentence = "The order of prices inside a bar, which is not known, decides " + doubtful.size() + " of "
                + Wording.trips(trips.size()) + " (" + Wording.percent(share) + "); as the bars were read they made "
                + Wording.money(doubtful.stream().mapToDouble(RoundTrip::net).sum()) + ".";
        if (known) {
            sentence += " The whole run made between "
                    + Wording.money(Math.min(account.pessimistic(), account.optimistic())) + " and "
                    + Wording.money(Math.max(account.pessimistic(), account.optimistic())) + ".";
        }
        return Wording.found(
                "ambiguous_trades",
                undecided || share > MANY ? Severity.SERIOUS : share > SOME ? Severity.WARNING : Severity.NOTE,
                sentence,
                "Run on finer bars, or with the fill mode 'magnifier' and finer bars in the store, or widen stops and"
                        + " targets beyond a bar's usual range.");
    }
}
