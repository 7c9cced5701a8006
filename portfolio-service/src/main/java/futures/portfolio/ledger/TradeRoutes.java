package futures.portfolio.ledger;

import futures.kit.ServiceContext;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.portfolio.market.Markets;
import futures.wire.portfolio.BatchRecorded;
import futures.wire.portfolio.OrderRecorded;
import futures.wire.portfolio.RecordedTrade;
import futures.wire.portfolio.TradeBatch;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Records orders one by one, and round trips in batches. */
public final class TradeRoutes {
    private final ServiceContext context;
    private final Database database;
    private final KeyedRequests keyed;
    private final Markets markets;
    private final Notices notices;
    private final BigDecimal standardCommission;

    public TradeRoutes(ServiceContext context, Database database) {
        this.context = context;
        this.database = database;
        this.keyed = new KeyedRequests(context.clock());
        this.notices = new Notices(context.bus());
        this.markets = new Markets(context.client("data"));
        this.standardCommission = context.settings().decimal("defaults.commission");
    }

    /** Adds them to the service's. */
    public void declare(Routes routes) {
        routes.post("/api/portfolio/{id}/trade")
                .summary("Record an order that was filled")
                .description(
                        "BUY and SELL close what is open on the other side, oldest lot first, and open a position with"
                                + " what is left. CLOSE_LONG and CLOSE_SHORT only close. The header Idempotency-Key makes it safe"
                                + " to send again.")
                .path("id", "number of the portfolio")
                .query("symbol", Param.text().required(), "e.g. ES")
                .query(
                        "action",
                        Param.choice("BUY", "SELL", "CLOSE_LONG", "CLOSE_SHORT").required(),
                        "what to do")
                .query(
                        "quantity",
                        Param.integer(1, Given.MOST_CONTRACTS),
                        "contracts; may be left out with CLOSE_LONG and CLOSE_SHORT for the whole position")
                .query("price", Param.decimal("-1000000000", "1000000000").required(), "price units, as filled")
                .query("strategy_name", Param.text(), "who sent it")
                .query(
                        "point_value",
                        Param.decimal("0.000001", "1000000000"),
                        "money per contract for a move of 1.0; standard: the open position's, or the contract's as the"
                                + " data service has it")
                .query(
                        "commission",
                        Param.decimal("0", "1000"),
                        "account currency per contract; standard: the contract's as the data service has it, with its"
                                + " exchange fees, or defaults.commission")
                .query("time", Param.text(), "ISO-8601 with offset; standard: now")
                .answers(201, OrderRecorded.class)
                .handle(this::order);
        routes.post("/api/portfolio/{id}/trades")
                .summary("Record round trips, all or nothing")
                .description(
                        "The key, as header Idempotency-Key or as field idempotency_key, makes it safe to send again:"
                                + " the same batch is answered as before (with the header Idempotent-Replayed: true) and recorded"
                                + " once; another batch under the same key is refused with 409.")
                .path("id", "number of the portfolio")
                .body(TradeBatch.class)
                .answers(201, BatchRecorded.class)
                .handle(this::batch);
    }

    private Object order(Request request) {
        OrderRequest order = orderOf(request);
        String portfolio = request.path("id");
        String location = "/api/portfolio/" + portfolio + "/trades";
        String key = RequestKey.of(request, null);
        long id = database.read(
                connection -> Portfolios.require(connection, portfolio).id());
        if (key != null) {
            Optional<OrderRecorded> before =
                    database.read(connection -> keyed.answered(connection, id, key, order, OrderRecorded.class));
            if (before.isPresent()) {
                return RequestKey.created(request, location, new KeyedRequests.Outcome<>(before.get(), true));
            }
        }
        Terms terms = new TermsOf(database, markets, standardCommission, id)
                .of(order.symbol(), order.pointValue(), order.commission());
        Instant time = order.time() == null ? context.clock().instant() : order.time();
        KeyedRequests.Outcome<OrderRecorded> outcome = database.write(connection -> keyed.once(
                connection,
                id,
                key,
                order,
                OrderRecorded.class,
                inside -> Orders.record(inside, portfolio, order, terms, time.truncatedTo(ChronoUnit.MILLIS))));
        if (!outcome.again()) {
            OrderRecorded recorded = outcome.answer();
            notices.recorded(id, recorded.closed().size(), recorded.cash(), order.strategyName());
        }
        return RequestKey.created(request, location, outcome);
    }

    private Object batch(Request request) {
        TradeBatch batch = request.body(TradeBatch.class);
        String key = RequestKey.required(request, batch.idempotencyKey());
        List<RecordedTrade> trades = BatchCheck.check(batch);
        String portfolio = request.path("id");
        String location = "/api/portfolio/" + portfolio + "/trades";
        KeyedRequests.Outcome<BatchRecorded> outcome = database.write(connection -> {
            long id = Portfolios.require(connection, portfolio).id();
            return keyed.once(
                    connection,
                    id,
                    key,
                    trades,
                    BatchRecorded.class,
                    inside -> Batches.record(inside, portfolio, key, trades));
        });
        if (!outcome.again() && !trades.isEmpty()) {
            BatchRecorded recorded = outcome.answer();
            notices.recorded(recorded.portfolioId(), trades.size(), recorded.cash(), batch.strategyName());
        }
        return RequestKey.created(request, location, outcome);
    }

    private static OrderRequest orderOf(Request request) {
        Action action = Action.valueOf(request.text("action"));
        if (!request.has("quantity") && !action.onlyCloses()) {
            throw Problem.badRequest("Add the parameter 'quantity': contracts, from 1 to " + Given.MOST_CONTRACTS + ".")
                    .field("quantity", null, "missing");
        }
        OrderRequest order = new OrderRequest(
                request.text("symbol"),
                action,
                request.has("quantity") ? request.integer("quantity") : null,
                request.decimal("price"),
                request.decimal("point_value"),
                request.decimal("commission"),
                time(request.text("time")),
                request.text("strategy_name"));
        Given.check("symbol", order.symbol(), Given.symbol(order.symbol()));
        Given.check("price", order.price(), Given.price(order.price()));
        if (order.pointValue() != null) {
            Given.check("point_value", order.pointValue(), Given.price(order.pointValue()));
        }
        if (order.commission() != null) {
            Given.check("commission", order.commission(), Given.price(order.commission()));
        }
        Given.check("strategy_name", order.strategyName(), Given.text(order.strategyName()));
        if (order.time() != null) {
            Given.check("time", order.time(), Given.time(order.time()));
        }
        return order;
    }

    private static Instant time(String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problem.badRequest("'time' must be a time with its offset such as 2024-03-28T09:30:00-05:00.")
                    .field("time", text, "must be ISO-8601 with offset");
        }
    }
}
