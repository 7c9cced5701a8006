package futures.engine.finding;

import java.util.Optional;

/** A profit that costs eat. */
final class CostsAgainstProfit implements Check {
    /** Above it a little more slippage than assumed, as in fast markets, ends the profit. */
    static final double LARGE_SHARE = 0.5;

    @Override
    public Optional<Finding> look(RunFacts run) {
        double costs = run.account().charges() + run.account().slippage();
        double before = run.account().dailyProfit().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                + costs;
        if (before <= 0 || costs <= LARGE_SHARE * before) {
            return Optional.empty();
        }
        boolean all = costs >= before;
        return Wording.found(
                "costs_against_profit",
                all ? Severity.SERIOUS : Severity.WARNING,
                "Commission and fees of " + Wording.money(run.account().charges()) + " and slippage of "
                        + Wording.money(run.account().slippage()) + " took " + Wording.percent(costs / before)
                        + " of the " + Wording.money(before) + " that prices gave.",
                all
                        ? "Trade less often, for larger moves, or with limit orders; as it is, it pays the broker."
                        : "See whether it still earns with twice the slippage, and trade for larger moves.");
    }
}
