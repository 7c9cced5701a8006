package futures.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Rolls of positions taken together, in the account's currency. Costs and slippage are in those of the run and of its round
 * trips: they are shown apart here, not deducted again.
 *
 * @param rolls     how many
 * @param contracts carried over, long and short alike
 * @param costs     commission and fees, not negative
 * @param slippage  not negative
 * @param profit    what rolling did to the account: costs and slippage, negative or zero
 * @param gap       what the spreads would seem to have earned in a series that is not adjusted
 */
public record RollTotals(int rolls, long contracts, double costs, double slippage, double profit, double gap) {
    static RollTotals of(List<RollTrade> rolls) {
        return new RollTotals(
                rolls.size(),
                rolls.stream().mapToLong(roll -> Math.abs(roll.contracts())).sum(),
                sum(rolls, RollTrade::costs),
                sum(rolls, RollTrade::slippage),
                sum(rolls, RollTrade::profit),
                sum(rolls, RollTrade::gap));
    }

    private static double sum(List<RollTrade> rolls, ToDoubleFunction<RollTrade> amount) {
        return rolls.stream()
                .map(roll -> BigDecimal.valueOf(amount.applyAsDouble(roll)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }
}
