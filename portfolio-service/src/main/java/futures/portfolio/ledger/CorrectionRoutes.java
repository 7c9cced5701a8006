package futures.portfolio.ledger;

import futures.kit.ServiceContext;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Route;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.wire.portfolio.OrderPage;
import futures.wire.portfolio.Reversal;
import futures.wire.portfolio.ReversalPage;

/** Orders as they were recorded, and entries that take them back. */
public final class CorrectionRoutes {
    private static final String ID = "number of the portfolio";

    private final ServiceContext context;
    private final Database database;
    private final Notices notices;

    public CorrectionRoutes(ServiceContext context, Database database) {
        this.context = context;
        this.database = database;
        this.notices = new Notices(context.bus());
    }

    /** Adds them to the service's. */
    public void declare(Routes routes) {
        list(routes.get("/api/portfolio/{id}/orders"))
                .summary("Orders as they were recorded, newest first, reversed ones among them")
                .answers(OrderPage.class)
                .handle(request -> database.read(connection -> OrderList.page(
                        connection,
                        Portfolios.require(connection, request.path("id")).id(),
                        request.integer("limit"),
                        request.text("cursor"))));
        list(routes.get("/api/portfolio/{id}/reversals"))
                .summary("What was taken back, newest first")
                .answers(ReversalPage.class)
                .handle(request -> database.read(connection -> ReversalList.page(
                        connection,
                        Portfolios.require(connection, request.path("id")).id(),
                        request.integer("limit"),
                        request.text("cursor"))));
        reversal(routes.post("/api/portfolio/{id}/orders/{order}/reverse"), "order")
                .summary("Take an order back")
                .description(
                        "The order stays as it was recorded and no longer counts; lots and round trips are made anew"
                                + " from the others. Refused when a later close action would exceed the position without it.")
                .handle(request -> reversed(request, null));
        reversal(routes.post("/api/portfolio/{id}/orders/{order}/replace"), "order")
                .summary("Take an order back and record another in its place, with its time")
                .description("What is not given stays as it is in the order.")
                .query("action", Param.choice("BUY", "SELL", "CLOSE_LONG", "CLOSE_SHORT"), "what it did")
                .query("quantity", Param.integer(1, Given.MOST_CONTRACTS), "contracts")
                .query("price", Param.decimal("-1000000000", "1000000000"), "price units, as filled")
                .query("commission", Param.decimal("0", "1000"), "account currency per contract")
                .handle(request -> reversed(request, correction(request)));
        reversal(routes.post("/api/portfolio/{id}/trades/{trade}/reverse"), "trade")
                .summary("Take a round trip of a batch back")
                .description("One that orders made is refused: these are reversed.")
                .handle(this::tradeReversed);
    }

    private static Route list(Route route) {
        return route.path("id", ID)
                .query("limit", Param.integer(1, 10_000).orElse(1000), "rows of one answer")
                .query("cursor", Param.text(), "of the page before");
    }

    private static Route reversal(Route route, String what) {
        return route.path("id", ID)
                .path(what, "its number")
                .query("reason", Param.text(), "why, one line")
                .answers(201, Reversal.class);
    }

    private Object reversed(Request request, Reversals.Correction correction) {
        String reason = reason(request);
        long order = number(request, "order");
        return told(database.write(connection -> Reversals.order(
                connection,
                request.path("id"),
                order,
                correction,
                reason,
                context.clock().millis())));
    }

    private Object tradeReversed(Request request) {
        String reason = reason(request);
        long trade = number(request, "trade");
        return told(database.write(connection -> Reversals.trade(
                connection, request.path("id"), trade, reason, context.clock().millis())));
    }

    private Answer told(Reversal reversal) {
        notices.reversed(reversal.portfolioId(), reversal.id(), reversal.cash());
        return Answer.created("/api/portfolio/" + reversal.portfolioId() + "/reversals", reversal);
    }

    private static Reversals.Correction correction(Request request) {
        if (!request.has("action") && !request.has("quantity") && !request.has("price") && !request.has("commission")) {
            throw Problem.badRequest("Say what it should have been: action, quantity, price or commission.")
                    .field("price", null, "missing");
        }
        if (request.has("price")) {
            Given.check("price", request.decimal("price"), Given.price(request.decimal("price")));
        }
        if (request.has("commission")) {
            Given.check("commission", request.decimal("commission"), Given.price(request.decimal("commission")));
        }
        return new Reversals.Correction(
                request.has("action") ? Action.valueOf(request.text("action")) : null,
                request.has("quantity") ? request.integer("quantity") : null,
                request.decimal("price"),
                request.decimal("commission"));
    }

    private static String reason(Request request) {
        String reason = request.text("reason");
        Given.check("reason", reason, Given.text(reason));
        return reason;
    }

    private static long number(Request request, String name) {
        String text = request.path(name);
        if (!text.matches("\\d{1,18}")) {
            throw Problem.notFound("'" + text + "' is no number of an " + name + ".")
                    .field(name, text, "no number");
        }
        return Long.parseLong(text);
    }
}
