package futures.engine.finding;

import java.util.Optional;

/** Slippage that was not charged because fills stay inside their bars. */
final class WaivedSlippage implements Check {
    /** Of the slippage that was asked for: above it the setting is not what was charged. */
    static final double LARGE_SHARE = 0.25;

    @Override
    public Optional<Finding> look(RunFacts run) {
        double waived = run.account().waivedSlippage();
        if (waived <= 0) {
            return Optional.empty();
        }
        double asked = waived + run.account().slippage();
        double profit = run.account().dailyProfit().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        boolean decides = profit > 0 && waived >= profit;
        return Wording.found(
                "waived_slippage",
                decides ? Severity.SERIOUS : waived > LARGE_SHARE * asked ? Severity.WARNING : Severity.NOTE,
                "Of " + Wording.money(asked) + " of slippage " + Wording.money(waived) + " ("
                        + Wording.percent(waived / asked)
                        + ") were not charged, because fills end at the bar's high or low"
                        + (decides ? "; with them the run would not have earned." : "."),
                "Run with the cap on slippage turned off for the more careful figure.");
    }
}
