package futures.backtest.run;

import futures.engine.BacktestResult;
import futures.engine.CostBreakdown;
import futures.engine.Market;
import futures.wire.backtest.DayRow;
import futures.wire.backtest.FillRow;
import futures.wire.backtest.LogRow;
import futures.wire.backtest.OrderRow;
import futures.wire.backtest.RollRow;
import futures.wire.backtest.Rolls;
import futures.wire.backtest.TradeRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Of one strategy on one market.
 *
 * @param currency of the account
 */
record SingleOutcome(BacktestResult result, Market market, String currency, List<String> warnings) implements Outcome {
    @Override
    public Map<String, Object> manifest() {
        return Manifests.of(result.manifest(), market, currency);
    }

    @Override
    public CostBreakdown costs() {
        return result.costs();
    }

    @Override
    public int rejectedOrders() {
        return result.rejectedOrders().size();
    }

    @Override
    public Rolls rolls() {
        return RollAnswers.of(result.rollTotals(), List.of(market));
    }

    @Override
    public Stream<RollRow> rollRows() {
        return result.rolls().stream().map(roll -> RollAnswers.row(roll, null));
    }

    @Override
    public Stream<TradeRow> tradeRows() {
        return result.trips().stream().map(trip -> Rows.trade(trip, null));
    }

    @Override
    public Stream<OrderRow> orderRows() {
        return result.orders().stream()
                .map(order -> Rows.order(order, market.bars().symbol(), null));
    }

    @Override
    public Stream<FillRow> fillRows() {
        return result.fills().stream().map(fill -> Rows.fill(fill, null));
    }

    @Override
    public Stream<DayRow> dayRows() {
        return result.days().stream().map(day -> Rows.day(day, null));
    }

    @Override
    public Stream<LogRow> logRows() {
        return result.log().lines().stream().map(line -> Rows.log(line, null));
    }
}
