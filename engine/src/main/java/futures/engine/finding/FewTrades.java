package futures.engine.finding;

import java.util.Optional;

/** A handful of round trips proves nothing. */
final class FewTrades implements Check {
    /** A win rate is known to within 1/√n (two standard errors at most): here to within 18 points. */
    static final int VERY_FEW = 30;
    /** Here to within 10 points. */
    static final int FEW = 100;

    @Override
    public Optional<Finding> look(RunFacts run) {
        int trades = run.trips().size();
        if (trades == 0) {
            return Wording.found(
                    "few_trades",
                    Severity.SERIOUS,
                    "The run made no round trip.",
                    "Look at its orders and why they ended, at the parameters and at the range of dates.");
        }
        if (trades >= FEW) {
            return Optional.empty();
        }
        long points = Math.round(100 / Math.sqrt(trades));
        return Wording.found(
                "few_trades",
                trades < VERY_FEW ? Severity.WARNING : Severity.NOTE,
                Wording.trips(trades) + " tell a win rate only to within " + points
                        + " points either way; averages are as uncertain.",
                "Take a longer range or more markets, to have at least " + FEW + ".");
    }
}
