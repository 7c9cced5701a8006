package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.engine.twin.NaiveExchange;
import futures.engine.twin.NaiveRules;
import futures.engine.twin.NaiveStrategy;
import futures.engine.twin.NaiveTrip;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.RoundTrip;
import futures.model.Side;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;

/** Runs engine and twin on the same thing and compares all they say. */
public final class TwinCheck {
    private static final BigDecimal CASH = new BigDecimal("100000");

    private TwinCheck() {}

    public static BacktestResult agree(
            String what,
            ContractSpec contract,
            BarSeries bars,
            Costs costs,
            FillSettings settings,
            Supplier<? extends Strategy> strategy,
            NaiveStrategy naiveStrategy) {
        BacktestResult result = Backtest.run(BacktestRequest.of(strategy, Market.of(bars, contract))
                .withInitialCash(CASH)
                .withCosts(costs)
                .withFills(settings));
        NaiveExchange naive = new NaiveExchange(rules(contract, costs, settings), bars, CASH);
        naive.run(naiveStrategy);

        assertEquals(String.join("\n", naive.fills()), String.join("\n", FillText.of(result)), what + ": fills");
        assertEquals(naive.orderStates(), orderStates(result), what + ": orders");
        assertEquals(naive.doubtfulBars(), result.ambiguousBars(), what + ": ambiguous bars");
        compareTrips(what, contract, naive.trips(), result.trips());
        for (int i = 0; i < bars.size(); i++) {
            assertEquals(
                    naive.equity().get(i).doubleValue(), result.equity().equity(i), 0.0, what + ": equity at " + i);
        }
        return result;
    }

    private static NaiveRules rules(ContractSpec contract, Costs costs, FillSettings settings) {
        return new NaiveRules(
                contract.ticks().tickSize(),
                contract.pointValue(),
                costs.commission().add(costs.fees()),
                costs.marketSlippageTicks(),
                costs.stopSlippageTicks(),
                settings.limitsNeedThrough(),
                settings.roundOffGridPrices(),
                settings.capSlippage(),
                settings.checkMargin() ? contract.initialMargin() : null);
    }

    private static List<String> orderStates(BacktestResult result) {
        return result.orders().stream()
                .map(order -> order.id() + " " + order.status())
                .toList();
    }

    private static void compareTrips(
            String what, ContractSpec contract, List<NaiveTrip> expected, List<RoundTrip> actual) {
        assertEquals(expected.size(), actual.size(), what + ": number of round trips");
        BigDecimal tick = contract.ticks().tickSize();
        for (int i = 0; i < expected.size(); i++) {
            NaiveTrip naive = expected.get(i);
            RoundTrip trip = actual.get(i);
            String which = what + ": round trip " + (i + 1);
            assertEquals(naive.entryOrder(), trip.entryOrder(), which);
            assertEquals(naive.exitOrder(), trip.exitOrder(), which);
            assertEquals(naive.isLong() ? Side.LONG : Side.SHORT, trip.side(), which);
            assertEquals(naive.contracts(), trip.contracts(), which);
            assertEquals(naive.exitBar() - naive.entryBar(), trip.barsHeld(), which);
            assertEquals(naive.entry().doubleValue(), trip.entryPrice(), 0.0, which);
            assertEquals(naive.exit().doubleValue(), trip.exitPrice(), 0.0, which);
            assertEquals(naive.gross().doubleValue(), trip.gross(), 0.0, which);
            assertEquals(naive.costs().doubleValue(), trip.costs(), 0.0, which);
            assertEquals(naive.gross().subtract(naive.costs()).doubleValue(), trip.net(), 0.0, which);
            assertEquals(naive.adverse().divide(tick).longValueExact(), trip.maeTicks(), which);
            assertEquals(naive.favourable().divide(tick).longValueExact(), trip.mfeTicks(), which);
            assertEquals(naive.doubtful(), trip.ambiguous(), which);
            compareRisk(which, contract, naive, trip);
        }
    }

    private static void compareRisk(String which, ContractSpec contract, NaiveTrip naive, RoundTrip trip) {
        if (naive.risk().signum() == 0) {
            assertEquals(null, trip.riskMultiple(), which);
            return;
        }
        BigDecimal risk = naive.risk().multiply(contract.pointValue()).multiply(BigDecimal.valueOf(naive.contracts()));
        double expected = naive.gross().subtract(naive.costs()).doubleValue() / risk.doubleValue();
        assertEquals(expected, trip.riskMultiple(), 1e-12 * Math.abs(expected), which);
    }
}
