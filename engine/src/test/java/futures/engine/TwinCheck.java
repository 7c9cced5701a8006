package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.engine.twin.NaiveExchange;
import futures.engine.twin.NaiveMarket;
import futures.engine.twin.NaiveRolls;
import futures.engine.twin.NaiveRules;
import futures.engine.twin.NaiveStrategy;
import futures.engine.twin.NaiveTrader;
import futures.engine.twin.NaiveTrip;
import futures.model.ContractSpec;
import futures.model.Fill;
import futures.model.OrderType;
import futures.model.RoundTrip;
import futures.model.Side;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Runs engine and twin on the same thing and compares all they say. */
public final class TwinCheck {
    private static final String ONLY = "only";

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
        NaiveExchange naive = twin(market, costs, settings, rates, cash, naiveStrategy);
        naive.run();
        agree(what, market, result, naive);
        return result;
    }

    private static void agree(String what, Market market, BacktestResult result, NaiveExchange naive) {
        NaiveTrader trader = naive.trader(ONLY, market.bars().symbol());
        StrategyLedger.InMarket all = new StrategyLedger.InMarket(
                result.orders(),
                result.fills(),
                result.rolls(),
                result.trips(),
                result.openPositions(),
                result.costs(),
                result.ambiguousBars(),
                result.liquidations());
        agree(what, market, all, trader);
        equal(what, naive, result.equity(), result.days());
    }

    static void agree(String what, Market market, StrategyLedger.InMarket actual, NaiveTrader trader) {
        lines(what + ": fills", trader.fills(), FillText.of(actual.fills()));
        assertEquals(trader.fillTimes(), actual.fills().stream().map(Fill::time).toList(), what + ": times of fills");
        lines(
                what + ": orders",
                trader.orders(),
                actual.orders().stream().map(TwinCheck::life).toList());
        List<BigDecimal> means = trader.meanPrices();
        for (int i = 0; i < actual.orders().size(); i++) {
            BigDecimal mean = means.get(i);
            Double price = actual.orders().get(i).fillPrice();
            assertEquals(mean == null, price == null, what);
            assertEquals(mean == null ? 0 : mean.doubleValue(), price == null ? 0 : price, 1e-9, what + ": mean price");
        }
        lines(
                what + ": rolls",
                trader.rolls(),
                actual.rolls().stream().map(TwinCheck::text).toList());
        compareTrips(what, market.contract(), trader.trips(), actual.trips());
        lines(
                what + ": open positions",
                trader.openPositions(),
                actual.openPositions().stream().map(TwinCheck::text).toList());
        assertEquals(
                trader.costs().stream().map(BigDecimal::doubleValue).toList(),
                List.of(
                        actual.costs().commission(),
                        actual.costs().fees(),
                        actual.costs().slippage()),
                what + ": costs");
        assertEquals(trader.doubtfulBars(), actual.ambiguousBars(), what + ": ambiguous bars");
        assertEquals(trader.liquidations(), actual.liquidations(), what + ": liquidations");
    }

    static void equal(String what, NaiveExchange naive, EquityCurve equity, List<DailyResult> days) {
        assertEquals(naive.equity().size(), equity.size(), what);
        for (int i = 0; i < equity.size(); i++) {
            assertEquals(naive.times().get(i), equity.time(i), what);
            assertEquals(naive.equity().get(i).doubleValue(), equity.equity(i), 0.0, what + ": equity at " + i);
        }
        compareDays(what, naive.days(), equity.initialCash(), days);
    }

    static void compareDays(
            String what, NavigableMap<LocalDate, BigDecimal> expected, double cash, List<DailyResult> actual) {
        List<String> lines = new ArrayList<>();
        BigDecimal before = BigDecimal.valueOf(cash);
        for (Map.Entry<LocalDate, BigDecimal> day : expected.entrySet()) {
            BigDecimal profit = day.getValue().subtract(before);
            lines.add(day.getKey() + " " + profit.doubleValue() + " "
                    + day.getValue().doubleValue());
            before = day.getValue();
        }
        lines(
                what + ": days",
                lines,
                actual.stream()
                        .map(day -> day.day() + " " + day.profit() + " " + day.equity())
                        .toList());
    }

    private static void lines(String what, List<String> expected, List<String> actual) {
        assertEquals(String.join("\n", expected), String.join("\n", actual), what);
    }

    /** The exchange that a run of the engine has for its twin. */
    public static NaiveExchange twin(
            Market market,
            Costs costs,
            FillSettings settings,
            NavigableMap<LocalDate, BigDecimal> rates,
            BigDecimal cash,
            NaiveStrategy strategy) {
        NaiveExchange naive = new NaiveExchange(cash, List.of(market(market, costs, settings, rates)));
        naive.seat(ONLY, market.bars().symbol(), strategy);
        return naive;
    }

    static NaiveMarket market(
            Market market, Costs costs, FillSettings settings, NavigableMap<LocalDate, BigDecimal> rates) {
        NaiveRules rules = rules(market, costs, settings);
        rules.rates.putAll(rates);
        return new NaiveMarket(rules, market.contract().calendar(), market.bars(), market.finer(), rolls(market));
    }

    private static NaiveRules rules(Market market, Costs costs, FillSettings settings) {
        NaiveRules rules = new NaiveRules();
        rules.tick = market.contract().ticks().tickSize();
        rules.pointValue = market.contract().pointValue();
        rules.commission = costs.commission();
        rules.fees = costs.fees();
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
        market.rolls()
                .rolls()
                .forEach(roll -> rolls.add(roll.time(), roll.from(), roll.to(), roll.oldPrice(), roll.newPrice()));
        return rolls;
    }

    private static String text(RollTrade roll) {
        return roll.bar() + " " + roll.contracts() + " "
                + DoubleStream.of(
                                roll.closedAt(),
                                roll.reopenedAt(),
                                roll.costs(),
                                roll.slippage(),
                                roll.profit(),
                                roll.gap())
                        .mapToObj(FillText::number)
                        .collect(Collectors.joining(" "));
    }

    private static String text(OpenPosition open) {
        return (open.side() == Side.LONG ? "long " : "short ") + open.contracts() + " of order " + open.entryOrder()
                + " @" + FillText.number(open.entryPrice()) + " now " + FillText.number(open.markPrice()) + " gain "
                + FillText.number(open.openGain()) + " costs " + FillText.number(open.costs());
    }

    private static String life(OrderLife order) {
        // where a refused trailing stop would have stood, and the stop of a triggered stop-limit, is nothing to compare
        boolean refusedTrail = order.type() == OrderType.TRAILING_STOP && order.status() == OrderStatus.REJECTED;
        boolean priced = !Double.isNaN(order.price()) && !refusedTrail && order.type() != OrderType.STOP_LIMIT;
        return order.id() + " " + order.role() + (order.side() == Side.LONG ? " buy " : " sell ") + order.contracts()
                + (priced ? " @" + FillText.number(order.price()) : "") + " sent " + order.sentTime() + " "
                + order.status() + " " + order.doneTime() + " " + order.filled() + " " + order.reason();
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
