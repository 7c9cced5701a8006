package futures.portfolio;

import futures.kit.ServiceContext;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.wire.Channels;
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
import java.util.Map;
import java.util.Optional;

/** Records orders one by one, and round trips in batches. */
final class TradeRoutes {
    private static final String KEY_HEADER = "Idempotency-Key";
    private static final String AGAIN_HEADER = "Idempotent-Replayed";

    private final ServiceContext context;
    private final Database database;
    private final KeyedRequests keyed;
    private final PointValues pointValues;

    TradeRoutes(ServiceContext context, Database database) {
        this.context = context;
        this.database = database;
        this.keyed = new KeyedRequests(context.clock());
        this.pointValues = new PointValues(context.client("data"));
    }

    void declare(Routes routes) {
        BigDecimal standardCommission = context.settings().decimal("defaults.commission");
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
                        Param.decimal("0", "1000").orElse(standardCommission),
                        "account currency per contract")
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
        String key = key(request, null);
        long id = database.read(
                connection -> Portfolios.require(connection, portfolio).id());
        if (key != null) {
            Optional<OrderRecorded> before =
                    database.read(connection -> keyed.answered(connection, id, key, order, OrderRecorded.class));
            if (before.isPresent()) {
                return answer(request, portfolio, new KeyedRequests.Outcome<>(before.get(), true));
            }
        }
        BigDecimal pointValue = pointValue(id, order);
        Instant time = order.time() == null ? context.clock().instant() : order.time();
        KeyedRequests.Outcome<OrderRecorded> outcome = database.write(connection -> keyed.once(
                connection,
                id,
                key,
                order,
                OrderRecorded.class,
                inside -> Orders.record(inside, portfolio, order, pointValue, time.truncatedTo(ChronoUnit.MILLIS))));
        if (!outcome.again()) {
            OrderRecorded recorded = outcome.answer();
            tell(id, recorded.closed().size(), recorded.cash(), order.strategyName());
        }
        return answer(request, portfolio, outcome);
    }

    private BigDecimal pointValue(long portfolio, OrderRequest order) {
        if (order.pointValue() != null) {
            return order.pointValue();
        }
        List<Lot> open = database.read(connection -> Lots.open(connection, portfolio, order.symbol()));
        return open.isEmpty() ? pointValues.of(order.symbol()) : open.get(0).pointValue();
    }

    private Object batch(Request request) {
        TradeBatch batch = request.body(TradeBatch.class);
        String key = key(request, batch.idempotencyKey());
        if (key == null) {
            throw Problem.badRequest("Add the header " + KEY_HEADER + " or the field idempotency_key, such as the"
                            + " backtest's id: it keeps a batch that is sent twice from being recorded twice.")
                    .field("idempotency_key", null, "missing");
        }
        List<RecordedTrade> trades = BatchCheck.check(batch);
        String portfolio = request.path("id");
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
            tell(recorded.portfolioId(), trades.size(), recorded.cash(), batch.strategyName());
        }
        return answer(request, portfolio, outcome);
    }

    private static Answer answer(Request request, String portfolio, KeyedRequests.Outcome<?> outcome) {
        if (outcome.again()) {
            request.context().header(AGAIN_HEADER, "true");
        }
        return Answer.created("/api/portfolio/" + portfolio + "/trades", outcome.answer());
    }

    private void tell(long portfolio, int trades, BigDecimal cash, String strategy) {
        context.bus()
                .publish(
                        Channels.PORTFOLIO_TRADES,
                        "trades_recorded",
                        "/api/portfolio/" + portfolio + "/trades",
                        Map.of(
                                "portfolio_id", portfolio,
                                "trades_recorded", trades,
                                "cash", cash,
                                "strategy_name", strategy == null ? "" : strategy));
    }

    /** Null when there is none. */
    private static String key(Request request, String field) {
        String header = request.context().header(KEY_HEADER);
        if (header != null && field != null && !header.equals(field)) {
            throw Problem.badRequest("The header " + KEY_HEADER + " and the field idempotency_key differ; send one.")
                    .field("idempotency_key", field, "the header says '" + header + "'");
        }
        String key = header == null ? field : header;
        if (key != null && (key.isBlank() || key.length() > KeyedRequests.LONGEST_KEY)) {
            throw Problem.badRequest("The idempotency key must have 1 to " + KeyedRequests.LONGEST_KEY + " characters.")
                    .field("idempotency_key", key, "must have 1 to " + KeyedRequests.LONGEST_KEY + " characters");
        }
        return key;
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
        check("symbol", order.symbol(), Given.symbol(order.symbol()));
        check("price", order.price(), Given.price(order.price()));
        if (order.pointValue() != null) {
            check("point_value", order.pointValue(), Given.price(order.pointValue()));
        }
        check("commission", order.commission(), Given.price(order.commission()));
        check("strategy_name", order.strategyName(), Given.text(order.strategyName()));
        if (order.time() != null) {
            check("time", order.time(), Given.time(order.time()));
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

    private static void check(String field, Object value, String fault) {
        if (fault != null) {
            throw Problem.badRequest("'" + field + "' " + fault + ".").field(field, value, fault);
        }
    }
}
