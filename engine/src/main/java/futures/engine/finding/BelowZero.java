package futures.engine.finding;

import java.util.Optional;

/** An account that owed money. */
final class BelowZero implements Check {
    @Override
    public Optional<Finding> look(RunFacts run) {
        double lowest = run.account().lowestEquity();
        if (lowest >= 0) {
            return Optional.empty();
        }
        return Wording.found(
                "equity_below_zero",
                Severity.SERIOUS,
                "Equity fell to " + Wording.money(lowest) + " of "
                        + Wording.money(run.account().initialCash())
                        + " at the start; a broker would have closed everything long before.",
                "Trade fewer contracts, start with more cash, or give the contract its margins so that positions are"
                        + " liquidated in time.");
    }
}
