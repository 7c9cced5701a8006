package futures.backtest.montecarlo;

import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.bands.DailyProfits;
import futures.backtest.order.OrderNames;
import futures.wire.backtest.BacktestOrder;

/**
 * A result that is put to the test.
 *
 * @param summary as it was answered
 */
record StoredResult(
        String id, BacktestOrder order, JsonNode summary, StoredTrades trades, DailyProfits daily, StoredCode code) {
    boolean joint() {
        return OrderNames.joint(order);
    }
}
