package futures.portfolio.ledger;

import futures.kit.ServiceContext;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.portfolio.market.Markets;
import futures.wire.portfolio.OrderBatch;
import futures.wire.portfolio.OrderRecord;
import futures.wire.portfolio.OrdersRecorded;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Records many orders at once. */
public final class OrderBatchRoutes {
    private final ServiceContext context;
    private final Database database;
    private final KeyedRequests keyed;
    private final Markets markets;
    private final Notices notices;

    public OrderBatchRoutes(ServiceContext context, Database database) {
        this.context = context;
        this.database = database;
        this.keyed = new KeyedRequests(context.clock());
        this.markets = new Markets(context.client("data"));
        this.notices = new Notices(context.bus());
    }

    /** Adds it to the service's. */
    public void declare(Routes routes) {
        routes.post("/api/portfolio/{id}/orders")
                .summary("Record filled orders, all or nothing")
                .description(
                        "They take effect by their times, between those that are recorded already. The key, as header"
                                + " Idempotency-Key or as field idempotency_key, makes it safe to send again.")
                .path("id", "number of the portfolio")
                .body(OrderBatch.class)
                .answers(201, OrdersRecorded.class)
                .handle(this::record);
    }

    private Object record(Request request) {
        OrderBatch batch = request.body(OrderBatch.class);
        String key = RequestKey.required(request, batch.idempotencyKey());
        OrderBatchCheck.check(batch);
        String portfolio = request.path("id");
        long id = database.read(
                connection -> Portfolios.require(connection, portfolio).id());
        var before = database.read(connection -> keyed.answered(connection, id, key, batch, OrdersRecorded.class));
        KeyedRequests.Outcome<OrdersRecorded> outcome = before.isPresent()
                ? new KeyedRequests.Outcome<>(before.get(), true)
                : write(portfolio, id, key, batch, entries(id, batch));
        if (!outcome.again() && !batch.orders().isEmpty()) {
            OrdersRecorded recorded = outcome.answer();
            notices.recorded(id, recorded.trades(), recorded.cash(), batch.strategyName());
        }
        return RequestKey.created(request, "/api/portfolio/" + portfolio + "/orders", outcome);
    }

    private KeyedRequests.Outcome<OrdersRecorded> write(
            String portfolio, long id, String key, OrderBatch batch, List<OrderBatches.Entry> entries) {
        return database.write(connection -> keyed.once(
                connection,
                id,
                key,
                batch,
                OrdersRecorded.class,
                inside -> OrderBatches.record(inside, portfolio, key, batch.source(), entries)));
    }

    private List<OrderBatches.Entry> entries(long portfolio, OrderBatch batch) {
        BigDecimal standard = context.settings().decimal("defaults.commission");
        TermsOf terms = new TermsOf(database, markets, standard, portfolio);
        List<OrderBatches.Entry> entries = new ArrayList<>();
        for (OrderRecord order : batch.orders()) {
            Terms of = terms.of(order.symbol(), order.pointValue(), order.costs() == null ? null : BigDecimal.ZERO);
            long costs = order.costs() == null
                    ? Cents.rounded(of.commission().multiply(BigDecimal.valueOf(order.quantity())))
                    : Cents.exact(order.costs());
            entries.add(new OrderBatches.Entry(
                    order.symbol(),
                    Action.valueOf(order.action()),
                    order.quantity(),
                    order.price(),
                    of.pointValue(),
                    order.time().toEpochMilli(),
                    costs,
                    order.strategyName() == null ? batch.strategyName() : order.strategyName(),
                    order.externalId()));
        }
        return entries;
    }
}
