package futures.backtest.run;

import futures.engine.CostBreakdown;
import futures.engine.JointResult;
import futures.engine.Market;
import futures.engine.OrderStatus;
import futures.engine.StrategyLedger;
import futures.wire.backtest.DayRow;
import futures.wire.backtest.FillRow;
import futures.wire.backtest.LogRow;
import futures.wire.backtest.OrderRow;
import futures.wire.backtest.RollRow;
import futures.wire.backtest.Rolls;
import futures.wire.backtest.TradeRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Of several strategies on one account. */
record JointOutcome(JointResult result, List<Market> markets, List<String> warnings) implements Outcome {
    @Override
    public Map<String, Object> manifest() {
        return Manifests.of(result.manifest(), markets);
    }

    @Override
    public CostBreakdown costs() {
        return costs(result.strategies());
    }

    static CostBreakdown costs(Collection<StrategyLedger> ledgers) {
        double commission = 0;
        double fees = 0;
        double slippage = 0;
        long contracts = 0;
        for (StrategyLedger ledger : ledgers) {
            for (StrategyLedger.InMarket market : ledger.markets().values()) {
                commission += market.costs().commission();
                fees += market.costs().fees();
                slippage += market.costs().slippage();
                contracts += market.costs().contracts();
            }
        }
        return new CostBreakdown(commission, fees, slippage, contracts);
    }

    @Override
    public int rejectedOrders() {
        return result.strategies().stream().mapToInt(JointOutcome::rejected).sum();
    }

    static int rejected(StrategyLedger ledger) {
        return (int) ledger.markets().values().stream()
                .flatMap(market -> market.orders().stream())
                .filter(order -> order.status() == OrderStatus.REJECTED)
                .count();
    }

    @Override
    public Rolls rolls() {
        return RollAnswers.of(result.rollTotals(), markets);
    }

    @Override
    public Stream<RollRow> rollRows() {
        return result.strategies().stream()
                .flatMap(ledger -> ledger.markets().values().stream()
                        .flatMap(market -> market.rolls().stream())
                        .map(roll -> RollAnswers.row(roll, ledger.name())))
                .sorted(Comparator.comparing(RollRow::time));
    }

    @Override
    public Stream<TradeRow> tradeRows() {
        return result.strategies().stream()
                .flatMap(ledger -> ledger.trips().stream().map(trip -> Rows.trade(trip, ledger.name())))
                .sorted(Comparator.comparing(TradeRow::exitTime));
    }

    @Override
    public Stream<OrderRow> orderRows() {
        return result.strategies().stream()
                .flatMap(ledger -> ledger.markets().entrySet().stream()
                        .flatMap(market -> market.getValue().orders().stream()
                                .map(order -> Rows.order(order, market.getKey(), ledger.name()))))
                .sorted(Comparator.comparing(OrderRow::sentTime));
    }

    @Override
    public Stream<FillRow> fillRows() {
        return result.strategies().stream()
                .flatMap(ledger -> ledger.markets().values().stream()
                        .flatMap(market -> market.fills().stream())
                        .map(fill -> Rows.fill(fill, ledger.name())))
                .sorted(Comparator.comparing(FillRow::time));
    }

    @Override
    public Stream<DayRow> dayRows() {
        return Stream.concat(
                result.days().stream().map(day -> Rows.day(day, null)),
                result.strategies().stream()
                        .flatMap(ledger -> ledger.days().stream().map(day -> Rows.day(day, ledger.name()))));
    }

    @Override
    public Stream<LogRow> logRows() {
        return result.strategies().stream()
                .flatMap(ledger -> ledger.log().lines().stream().map(line -> Rows.log(line, ledger.name())));
    }
}
