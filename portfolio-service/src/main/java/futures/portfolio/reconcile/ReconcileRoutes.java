package futures.portfolio.reconcile;

import futures.kit.ServiceClient;
import futures.kit.ServiceContext;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.portfolio.ledger.Given;
import futures.portfolio.ledger.Portfolios;
import futures.portfolio.market.Markets;
import futures.wire.portfolio.Reconciliation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A portfolio beside a backtest. */
public final class ReconcileRoutes {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Database database;
    private final ServiceClient backtests;
    private final Markets markets;

    public ReconcileRoutes(ServiceContext context, Database database) {
        this.database = database;
        this.backtests = context.client("backtest");
        this.markets = new Markets(context.client("data"));
    }

    /** Adds it to the service's. */
    public void declare(Routes routes) {
        routes.post("/api/portfolio/{id}/reconcile")
                .summary("Compare with a backtest, round trip by round trip, and explain the difference")
                .description(
                        "Round trips of one product and side are matched by the nearness of their entries. Unless a time"
                                + " is given, that from the portfolio's first entry to its last one is looked at.")
                .path("id", "number of the portfolio")
                .query("backtest_id", Param.text().required(), "a finished backtest")
                .query(
                        "window_seconds",
                        Param.integer(0, 86_400).orElse(300),
                        "how far the entries of a pair may be apart")
                .query("strategy_name", Param.text(), "only the portfolio's round trips of this strategy")
                .query("start_time", Param.text(), "entries from here on, ISO-8601 with offset")
                .query("end_time", Param.text(), "entries up to here")
                .query("limit", Param.integer(0, 20_000).orElse(1000), "rows of each list in the answer")
                .answers(Reconciliation.class)
                .handle(this::reconcile);
    }

    private Object reconcile(Request request) {
        String strategy = request.text("strategy_name");
        Given.check("strategy_name", strategy, Given.text(strategy));
        String portfolioId = request.path("id");
        long id = database.read(
                connection -> Portfolios.require(connection, portfolioId).id());
        long windowMs = request.integer("window_seconds") * 1000L;
        long startMs = time(request, "start_time", Long.MIN_VALUE);
        long endMs = time(request, "end_time", Long.MAX_VALUE);
        Products products = new Products(markets);
        // Asked for before the store is held, so that nobody waits for the other service with it.
        database.read(connection -> Sides.symbols(connection, id)).forEach(products::of);
        List<Trip> portfolio =
                database.read(connection -> Sides.ofPortfolio(connection, id, strategy, startMs, endMs, products::of));
        if (portfolio.isEmpty()) {
            throw Problem.unprocessable("The portfolio has no round trips to compare"
                    + (strategy == null ? "" : " of " + strategy) + " in that time.");
        }
        long fromMs = startMs != Long.MIN_VALUE ? startMs : portfolio.get(0).entryMs - windowMs;
        long toMs = endMs != Long.MAX_VALUE ? endMs : portfolio.get(portfolio.size() - 1).entryMs + windowMs;
        String backtest = request.text("backtest_id");
        List<Trip> expected = ofBacktest(backtest, products).stream()
                .filter(trip -> trip.entryMs >= fromMs && trip.entryMs <= toMs)
                .toList();
        return Comparer.compare(
                new Comparer.Question(
                        id, backtest, fromMs, toMs, request.integer("window_seconds"), request.integer("limit")),
                expected,
                portfolio,
                products.known(),
                notes(expected, products));
    }

    private List<Trip> ofBacktest(String id, Products products) {
        String path = "/api/backtests/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/trades";
        try (InputStream rows = backtests.stream(path, null, LONGEST).body()) {
            return Sides.ofBacktest(rows, products::of);
        } catch (IOException e) {
            throw Problem.unavailable("The round trips of the backtest broke off on the way: " + e.getMessage());
        }
    }

    private static List<String> notes(List<Trip> expected, Products products) {
        List<String> notes = new ArrayList<>();
        products.unknown().forEach((symbol, why) -> notes.add("Slippage of " + symbol + " is told as other: " + why));
        if (expected.stream().anyMatch(trip -> trip.symbol.endsWith("@diff") || trip.symbol.endsWith("@ratio"))) {
            notes.add(
                    "The backtest ran on adjusted prices; where its prices are not those that were traded, slippage says so"
                            + " too.");
        }
        return notes;
    }

    private static long time(Request request, String name, long standIn) {
        String text = request.text(name);
        if (text == null) {
            return standIn;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw Problem.badRequest("'" + name + "' must be a time with its offset such as 2024-03-28T09:30:00-05:00.")
                    .field(name, text, "must be ISO-8601 with offset");
        }
    }
}
