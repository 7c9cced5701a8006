package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.engine.twin.NaiveExchange;
import futures.engine.twin.NaiveMarket;
import futures.engine.twin.NaiveRolls;
import futures.engine.twin.NaiveRules;
import futures.engine.twin.NaiveStrategy;
import futures.engine.twin.NaiveTrip;
import futures.model.ContractSpec;
import futures.model.RoundTrip;
import futures.model.Side;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Runs engine and twin on the same thing and compares all they say. */
public final class TwinCheck {
    private TwinCheck() {}

    /** @param market with finer bars and margins, if the run is to have them */
    public static BacktestResult agree(
            String what,
            Market market,
            Costs costs,
            FillSettings settings,
            NavigableMap<LocalDate, BigDecimal> rates,
            BigDecimal cash,
            Supplier<? extends Strategy> strategy,
            NaiveStrategy naiveStrategy) {
        BacktestResult result = Backtest.run(BacktestRequest.of(strategy, market)
                .withInitialCash(cash)
                .withCosts(costs)
                .withRates(rates.isEmpty() ? CurrencyRates.SAME : CurrencyRates.of(rates))
                .withFills(settings));
        NaiveExchange naive = twin(market, costs, settings, rates, cash);
        naive.run(naiveStrategy);

        assertEquals(String.join("\n", naive.fills()), String.join("\n", FillText.of(result)), what + ": fills");
        assertEquals(naive.orderStates(), orderStates(result), what + ": orders");
        assertEquals(naive.doubtfulBars(), result.ambiguousBars(), what + ": ambiguous bars");
        assertEquals(String.join("\n", naive.rolls()), rollsOf(result), what + ": rolls");
        compareTrips(what, market.contract(), naive.trips(), result.trips());
        for (int i = 0; i < market.bars().size(); i++) {
            assertEquals(
                    naive.equity().get(i).doubleValue(), result.equity().equity(i), 0.0, what + ": equity at " + i);
        }
        return result;
    }

    /** The exchange that a run of the engine has for its twin. */
    public static NaiveExchange twin(
            Market market,
            Costs costs,
            FillSettings settings,
            NavigableMap<LocalDate, BigDecimal> rates,
            BigDecimal cash) {
        NaiveRules rules = rules(market, costs, settings);
        rules.rates.putAll(rates);
        NaiveMarket bars = new NaiveMarket(market.contract().calendar(), market.bars(), market.finer(), rolls(market));
        return new NaiveExchange(rules, bars, cash);
    }

    private static NaiveRules rules(Market market, Costs costs, FillSettings settings) {
        NaiveRules rules = new NaiveRules();
        rules.tick = market.contract().ticks().tickSize();
        rules.pointValue = market.contract().pointValue();
        rules.costPerSide = costs.commission().add(costs.fees());
        rules.marketSlippage = costs.marketSlippageTicks();
        rules.stopSlippage = costs.stopSlippageTicks();
        rules.through = settings.limitsNeedThrough();
        rules.round = settings.roundOffGridPrices();
        rules.cap = settings.capSlippage();
        rules.mode = settings.mode().name().toLowerCase(Locale.ROOT);
        rules.sameClose = settings.timing() == FillTiming.SAME_CLOSE;
        rules.share = BigDecimal.valueOf(settings.maxBarParticipation());
        if (settings.checkMargin()) {
            for (LocalDate day : market.margins().days()) {
                MarginTable.Margins row = market.margins().on(day);
                rules.margins.put(day, new BigDecimal[] {row.initial(), row.maintenance(), row.dayTrade()});
            }
        }
        return rules;
    }

    private static NaiveRolls rolls(Market market) {
        NaiveRolls rolls = new NaiveRolls(
                market.adjustment().name().toLowerCase(Locale.ROOT),
                market.contract().ticks().tickSize());
        market.rolls().rolls().forEach(roll -> rolls.add(roll.time(), roll.oldPrice(), roll.newPrice()));
        return rolls;
    }

    private static String rollsOf(BacktestResult result) {
        return result.rolls().stream()
                .map(roll -> roll.bar() + " " + roll.contracts() + " "
                        + DoubleStream.of(
                                        roll.closedAt(),
                                        roll.reopenedAt(),
                                        roll.costs(),
                                        roll.slippage(),
                                        roll.profit(),
                                        roll.gap())
                                .mapToObj(FillText::number)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
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
            compareRisk(which, naive, trip);
        }
    }

    private static void compareRisk(String which, NaiveTrip naive, RoundTrip trip) {
        if (naive.risk().signum() == 0) {
            assertEquals(null, trip.riskMultiple(), which);
            return;
        }
        double expected = naive.gross().subtract(naive.costs()).doubleValue()
                / naive.risk().doubleValue();
        assertEquals(expected, trip.riskMultiple(), 1e-12 * Math.abs(expected), which);
    }
}
