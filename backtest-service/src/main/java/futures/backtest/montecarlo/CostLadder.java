package futures.backtest.montecarlo;

import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.store.Millionths;
import futures.wire.backtest.MonteCarlo.CostStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Change of equity with fills as they were and one and two bars later, at 0 to 3 ticks of slippage and none, once and twice the charges, linear in what the run paid: its fills stay. A run without
 * slippage is charged a tick for every contract and side. Of late fills the profit of closed round trips is another one; what was open at
 * the end stays.
 */
record CostLadder(List<CostStep> steps, BigDecimal breakEvenTicks) {
    private static final int MOST_TICKS = 3;
    private static final int MOST_CHARGES = 2;
    private static final int MOST_LATE = 2;

    /**
     * @param result    of one product in its own currency
     * @param tickValue money of a tick of one contract
     * @param late      null where prices do not tell what later fills would have earned
     */
    static CostLadder of(JsonNode result, BigDecimal tickValue, StoredTrades trades, LateFills late) {
        JsonNode costs = result.path("costs");
        JsonNode configuration = result.path("configuration");
        BigDecimal slippage = costs.path("slippage").decimalValue();
        BigDecimal charges =
                costs.path("commission").decimalValue().add(costs.path("fees").decimalValue());
        BigDecimal free = result.at("/performance/final_equity")
                .decimalValue()
                .subtract(result.at("/performance/initial_cash").decimalValue())
                .add(charges)
                .add(slippage);
        int ticks = Math.max(
                configuration.path("market_slippage_ticks").asInt(),
                configuration.path("stop_slippage_ticks").asInt());
        BigDecimal perTick = slippage.signum() == 0
                ? tickValue.multiply(BigDecimal.valueOf(costs.path("contracts").asLong()))
                : slippage.divide(BigDecimal.valueOf(Math.max(1, ticks)), 6, RoundingMode.HALF_EVEN);
        List<CostStep> steps = new ArrayList<>();
        for (int bars = 0; bars <= (late == null ? 0 : MOST_LATE); bars++) {
            BigDecimal before = bars == 0
                    ? free
                    : free.subtract(slippage)
                            .subtract(money(trades.all().stream()
                                    .mapToDouble(StoredTrades.Trade::gross)
                                    .sum()))
                            .add(money(late.gross(trades, bars)));
            for (int tick = 0; tick <= MOST_TICKS; tick++) {
                for (int times = 0; times <= MOST_CHARGES; times++) {
                    steps.add(new CostStep(
                            bars,
                            tick,
                            times,
                            before.subtract(charges.multiply(BigDecimal.valueOf(times)))
                                    .subtract(perTick.multiply(BigDecimal.valueOf(tick)))));
                }
            }
        }
        return new CostLadder(
                List.copyOf(steps),
                perTick.signum() == 0 ? null : free.subtract(charges).divide(perTick, 2, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal money(double millionths) {
        return Millionths.money(Math.round(millionths));
    }

    /** What the ladder comes to, in a sentence. */
    String words() {
        if (breakEvenTicks == null) {
            return "cost_ladder: without a fill there is nothing that costs could take.";
        }
        return breakEvenTicks.signum() > 0
                ? "cost_ladder: with the charges as they were nothing is left at " + breakEvenTicks
                        + " ticks of slippage per contract and side."
                : "cost_ladder: nothing is left even without slippage; fills would have to be " + breakEvenTicks.abs()
                        + " ticks better than the market, per contract and side, to break even.";
    }
}
