package futures.engine;

import futures.engine.finding.AccountFacts;
import futures.engine.finding.Holding;
import futures.engine.finding.RunFacts;
import futures.model.ExitReason;
import futures.model.Fill;
import futures.model.RoundTrip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts together what findings look at. */
final class FactsOfRun {
    private FactsOfRun() {}

    static RunFacts of(BacktestResult result, BacktestRequest request, ProfitInterval interval) {
        Market market = request.market();
        long waived = waived(market, request.costs(), request.rates(), result.fills(), result.orders());
        AccountFacts account = account(
                result.equity(),
                result.days(),
                result.costs(),
                waived,
                result.ambiguousBars(),
                interval,
                liquidations(Stream.of(result.orders())),
                result.manifest().parameters().size(),
                request.fills());
        Holding holding = holding(market, result.fills(), result.trips(), result.orders(), result.openPositions());
        int seen = result.manifest().models().stream()
                .mapToInt(ModelIdentity::inTraining)
                .sum();
        return new RunFacts(account, List.of(holding), seen);
    }

    static RunFacts of(JointResult result, JointRequest request, ProfitInterval interval) {
        List<Holding> holdings = new ArrayList<>();
        double charges = 0;
        double slippage = 0;
        long waived = 0;
        int ambiguousBars = 0;
        for (StrategyLedger strategy : result.strategies()) {
            for (var entry : strategy.markets().entrySet()) {
                Market market = request.markets().stream()
                        .filter(one -> one.bars().symbol().equals(entry.getKey()))
                        .findFirst()
                        .orElseThrow();
                StrategyLedger.InMarket in = entry.getValue();
                holdings.add(holding(market, in.fills(), in.trips(), in.orders(), in.openPositions()));
                waived += waived(market, request.costsOf(market), request.ratesOf(market), in.fills(), in.orders());
                charges += in.costs().commission() + in.costs().fees();
                slippage += in.costs().slippage();
                ambiguousBars += in.ambiguousBars();
            }
        }
        int parameters = result.manifest().strategies().stream()
                .mapToInt(strategy -> strategy.parameters().size())
                .sum();
        CostBreakdown costs = new CostBreakdown(charges, 0, slippage, 0);
        AccountFacts account = account(
                result.equity(),
                result.days(),
                costs,
                waived,
                ambiguousBars,
                interval,
                liquidations(result.strategies().stream()
                        .flatMap(strategy -> strategy.markets().values().stream())
                        .map(StrategyLedger.InMarket::orders)),
                parameters,
                request.fills());
        int seen = request.markets().stream()
                .flatMap(market -> market.modelIdentities().stream())
                .mapToInt(ModelIdentity::inTraining)
                .sum();
        return new RunFacts(account, holdings, seen);
    }

    /** Times that the account was liquidated: each time at once, with an order for each position. */
    private static int liquidations(Stream<List<OrderLife>> orders) {
        return (int) orders.flatMap(List::stream)
                .filter(order -> order.role() == ExitReason.LIQUIDATION)
                .mapToLong(OrderLife::sentTime)
                .distinct()
                .count();
    }

    private static AccountFacts account(
            EquityCurve equity,
            List<DailyResult> days,
            CostBreakdown costs,
            long waived,
            int ambiguousBars,
            ProfitInterval interval,
            int liquidations,
            int parameters,
            FillSettings fills) {
        SortedMap<LocalDate, Double> profits = new TreeMap<>();
        days.forEach(day -> profits.merge(day.day(), day.profit(), Double::sum));
        return new AccountFacts(
                equity.initialCash(),
                Money.toDouble(equity.lowest()),
                profits,
                costs.commission() + costs.fees(),
                costs.slippage(),
                Money.toDouble(waived),
                ambiguousBars,
                interval == null ? null : interval.pessimistic(),
                interval == null ? null : interval.optimistic(),
                liquidations,
                parameters,
                fills.timing() == FillTiming.SAME_CLOSE);
    }

    private static Holding holding(
            Market market, List<Fill> fills, List<RoundTrip> trips, List<OrderLife> orders, List<OpenPosition> open) {
        return new Holding(
                market.bars(),
                market.contract(),
                market.contract().regularHours(),
                fills,
                trips,
                orders.stream()
                        .filter(order -> order.status() == OrderStatus.REJECTED)
                        .map(OrderLife::reason)
                        .toList(),
                open.isEmpty() ? null : Long.valueOf(open.get(0).entryTime()),
                open.stream().mapToInt(OpenPosition::contracts).sum(),
                open.stream().mapToDouble(OpenPosition::openGain).sum());
    }

    /** Slippage that the settings ask for and that did not fit into the bars, in millionths. */
    private static long waived(
            Market market, Costs costs, CurrencyRates rates, List<Fill> fills, List<OrderLife> orders) {
        long tickValue = Money.of(market.contract().tickValue(), "the tick value");
        RateSchedule schedule = RateSchedule.of(market, rates);
        long waived = 0;
        for (Fill fill : fills) {
            int asked = switch (orders.get(fill.orderId() - 1).type()) {
                case MARKET, MARKET_ON_OPEN, MARKET_ON_CLOSE, MARKET_IF_TOUCHED -> costs.marketSlippageTicks();
                case STOP, TRAILING_STOP -> costs.stopSlippageTicks();
                case LIMIT, STOP_LIMIT -> 0;
            };
            long ticks = (long) (asked - fill.slippageTicks()) * fill.contracts();
            waived += CurrencyRates.convert(ticks * tickValue, schedule.at(fill.bar()));
        }
        return waived;
    }
}
