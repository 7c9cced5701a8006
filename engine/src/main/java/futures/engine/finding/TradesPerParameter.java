package futures.engine.finding;

import java.util.Optional;

/** Many parameters fit few round trips by chance. */
final class TradesPerParameter implements Check {
    /** The rule of thumb of regression: ten observations for each estimated parameter (Peduzzi et al. 1996). */
    static final int ENOUGH = 10;

    @Override
    public Optional<Finding> look(RunFacts run) {
        int parameters = run.account().parameters();
        int trades = run.trips().size();
        if (parameters == 0 || trades == 0 || trades >= ENOUGH * parameters) {
            return Optional.empty();
        }
        return Wording.found(
                "trades_per_parameter",
                Severity.WARNING,
                Wording.trips(trades) + " for " + Wording.count(parameters, "parameter", "parameters") + ": fewer than "
                        + ENOUGH + " for each, which chance can fit.",
                "Fix the parameters that matter least, take a longer range, and test on dates that chose no parameter.");
    }
}
