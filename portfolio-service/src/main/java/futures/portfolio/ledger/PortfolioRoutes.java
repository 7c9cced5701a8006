package futures.portfolio.ledger;

import futures.kit.ServiceContext;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.wire.Channels;
import futures.wire.portfolio.Portfolio;
import futures.wire.portfolio.PortfolioPage;
import java.math.BigDecimal;
import java.util.Map;

/** Makes, shows and removes portfolios. */
public final class PortfolioRoutes {
    private static final int LONGEST_NAME = 200;

    private final ServiceContext context;
    private final Database database;

    public PortfolioRoutes(ServiceContext context, Database database) {
        this.context = context;
        this.database = database;
    }

    /** Adds them to the service's. */
    public void declare(Routes routes) {
        BigDecimal standardCash = context.settings().decimal("defaults.initial_cash");
        routes.post("/api/portfolio")
                .summary("Make a portfolio")
                .query("name", Param.text().required(), "one line of 200 characters at most; no two have the same")
                .query(
                        "initial_cash",
                        Param.decimal("0.01", "100000000000").orElse(standardCash),
                        "account currency, two decimals at most")
                .answers(201, Portfolio.class)
                .handle(this::create);
        routes.get("/api/portfolio/{id}")
                .summary("A portfolio with its totals")
                .path("id", "number of the portfolio")
                .answers(Portfolio.class)
                .handle(request -> database.read(connection -> Portfolios.require(connection, request.path("id"))));
        routes.get("/api/portfolios")
                .summary("All portfolios, newest first")
                .query("name", Param.text(), "only the one of this name, upper and lower case alike")
                .query("limit", Param.integer(1, 1000).orElse(100), "portfolios of one answer")
                .query("cursor", Param.text(), "of the page before")
                .answers(PortfolioPage.class)
                .handle(this::list);
        routes.delete("/api/portfolio/{id}")
                .summary("Remove a portfolio with all that was recorded in it")
                .path("id", "number of the portfolio")
                .answers(204, null)
                .handle(this::delete);
    }

    private Object create(Request request) {
        String name = request.text("name").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || Given.text(name) != null) {
            throw Problem.badRequest("'name' must be one line of 1 to " + LONGEST_NAME + " characters.")
                    .field("name", name, "must be one line of 1 to " + LONGEST_NAME + " characters");
        }
        BigDecimal cash = request.decimal("initial_cash");
        if (Given.money(cash) != null) {
            throw Problem.badRequest("'initial_cash' " + Given.money(cash) + ".")
                    .field("initial_cash", cash, Given.money(cash));
        }
        Portfolio made = database.write(connection -> Portfolios.create(
                connection, name, Cents.exact(cash), context.clock().millis()));
        return Answer.created("/api/portfolio/" + made.id(), made);
    }

    private Object list(Request request) {
        String cursor = request.text("cursor");
        Long before = cursor == null ? null : Cursor.parse(cursor, 1).part(0);
        return database.read(
                connection -> Portfolios.page(connection, request.text("name"), request.integer("limit"), before));
    }

    private Object delete(Request request) {
        Portfolio gone = database.write(connection -> Portfolios.delete(connection, request.path("id")));
        context.bus()
                .publish(
                        Channels.PORTFOLIO_TRADES,
                        "portfolio_deleted",
                        "/api/portfolios",
                        Map.of("portfolio_id", gone.id()));
        return Answer.noContent();
    }
}
