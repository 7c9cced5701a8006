package futures.engine.finding;

import java.util.Optional;

/** Positions that the account could not hold. */
final class MarginCalls implements Check {
    @Override
    public Optional<Finding> look(RunFacts run) {
        int calls = run.account().liquidations();
        if (calls == 0) {
            return Optional.empty();
        }
        return Wording.found(
                "margin_calls",
                Severity.SERIOUS,
                "The account was liquidated " + Wording.count(calls, "time", "times")
                        + " because equity fell below maintenance margin.",
                "Trade fewer contracts or a smaller product, set stops nearer, or start with more cash.");
    }
}
