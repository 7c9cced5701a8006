package futures.portfolio.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.kit.ServiceContext;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.portfolio.ledger.Given;
import futures.portfolio.ledger.Portfolios;
import futures.portfolio.market.Market;
import futures.portfolio.market.Markets;
import futures.wire.portfolio.Reconciliation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        List<Trip> portfolio = database.read(connection -> Sides.ofPortfolio(connection, id, strategy, startMs, endMs));
        if (portfolio.isEmpty()) {
            throw Problem.unprocessable("The portfolio has no round trips to compare"
                    + (strategy == null ? "" : " of " + strategy) + " in that time.");
        }
        long fromMs = startMs != Long.MIN_VALUE ? startMs : portfolio.get(0).entryMs - windowMs;
        long toMs = endMs != Long.MAX_VALUE ? endMs : portfolio.get(portfolio.size() - 1).entryMs + windowMs;
        String backtest = request.text("backtest_id");
        JsonNode rows = backtests.get(
                "/api/backtests/" + URLEncoder.encode(backtest, StandardCharsets.UTF_8) + "/trades", LONGEST);
        List<Trip> expected = Sides.ofBacktest(rows).stream()
                .filter(trip -> trip.entryMs >= fromMs && trip.entryMs <= toMs)
                .toList();
        List<String> notes = new ArrayList<>();
        Map<String, Market> known = known(expected, notes);
        return Comparer.compare(
                new Comparer.Question(
                        id, backtest, fromMs, toMs, request.integer("window_seconds"), request.integer("limit")),
                expected,
                portfolio,
                known,
                notes);
    }

    private Map<String, Market> known(List<Trip> expected, List<String> notes) {
        Map<String, Market> known = new HashMap<>();
        for (String product :
                expected.stream().map(trip -> trip.product).distinct().toList()) {
            try {
                known.put(product, markets.of(product));
            } catch (Problem e) {
                notes.add("Slippage of " + product + " is told as other: " + e.getMessage());
            }
        }
        if (expected.stream().anyMatch(trip -> trip.symbol.endsWith("@diff") || trip.symbol.endsWith("@ratio"))) {
            notes.add(
                    "The backtest ran on adjusted prices; where its prices are not those that were traded, slippage says so"
                            + " too.");
        }
        return known;
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
