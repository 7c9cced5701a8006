package futures.portfolio.ledger;

import futures.kit.http.Problem;
import futures.wire.portfolio.OrderBatch;
import futures.wire.portfolio.OrderRecord;
import java.util.Arrays;

/** Checks a batch of orders as a whole before anything of it is recorded. */
final class OrderBatchCheck {
    private final Faults faults = new Faults();

    private OrderBatchCheck() {}

    /** @throws Problem 422 with the first 20 faults */
    static void check(OrderBatch batch) {
        OrderBatchCheck check = new OrderBatchCheck();
        check.batch(batch);
        check.faults.refuse();
    }

    private void batch(OrderBatch batch) {
        faults.need("strategy_name", batch.strategyName(), Given.text(batch.strategyName()));
        faults.need("source", batch.source(), Given.text(batch.source()));
        if (batch.orders() == null) {
            faults.need("orders", null, "missing; send an empty list when there were none");
            return;
        }
        for (int i = 0; i < batch.orders().size(); i++) {
            order("orders[" + i + "]", batch.orders().get(i));
        }
    }

    private void order(String at, OrderRecord order) {
        if (order == null) {
            faults.need(at, null, "missing");
            return;
        }
        faults.need(at + ".symbol", order.symbol(), Given.symbol(order.symbol()));
        boolean action =
                Arrays.stream(Action.values()).anyMatch(known -> known.name().equals(order.action()));
        faults.need(at + ".action", order.action(), action ? null : "must be BUY, SELL, CLOSE_LONG or CLOSE_SHORT");
        faults.need(at + ".quantity", order.quantity(), Given.quantity(order.quantity()));
        faults.need(at + ".price", order.price(), Given.price(order.price()));
        faults.need(at + ".time", order.time(), Given.time(order.time()));
        faults.need(at + ".strategy_name", order.strategyName(), Given.text(order.strategyName()));
        faults.need(at + ".external_id", order.externalId(), Given.text(order.externalId()));
        if (order.costs() != null) {
            String fault = Given.money(order.costs());
            faults.need(
                    at + ".costs",
                    order.costs(),
                    fault == null && order.costs().signum() < 0 ? "must be zero or more" : fault);
        }
        if (order.pointValue() != null) {
            String fault = Given.price(order.pointValue());
            faults.need(
                    at + ".point_value",
                    order.pointValue(),
                    fault == null && order.pointValue().signum() <= 0 ? "must be more than zero" : fault);
        }
    }
}
