package futures.portfolio.report;

import futures.kit.ServiceContext;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.portfolio.ledger.Cents;
import futures.portfolio.ledger.Portfolios;
import futures.portfolio.ledger.RoundTrips;
import futures.portfolio.market.Markets;
import futures.portfolio.market.Prices;
import futures.wire.portfolio.Attribution;
import futures.wire.portfolio.DailyEquity;
import futures.wire.portfolio.EquityPage;
import futures.wire.portfolio.Performance;
import futures.wire.portfolio.Portfolio;
import futures.wire.portfolio.PortfolioComparison;
import futures.wire.portfolio.PortfolioStats;
import futures.wire.portfolio.PositionList;
import futures.wire.portfolio.TradePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a portfolio has done and holds. */
public final class ReportRoutes {
    private static final int MOST_COMPARED = 10;
    private static final String ID = "number of the portfolio";

    private final Database database;
    private final Markets markets;
    private final PositionReport positions;
    private final DailyCurve daily;

    public ReportRoutes(ServiceContext context, Database database) {
        this.database = database;
        this.markets = new Markets(context.client("data"));
        Prices prices = new Prices(context.client("data"));
        this.positions = new PositionReport(database, markets, prices, context.clock());
        this.daily = new DailyCurve(database, markets, prices, context.clock());
    }

    /** Adds them to the service's. */
    public void declare(Routes routes) {
        routes.get("/api/portfolio/{id}/trades")
                .summary("Round trips by exit time, oldest first")
                .path("id", ID)
                .query("symbol", Param.text(), "only this symbol")
                .query("strategy_name", Param.text(), "only this strategy")
                .query("limit", Param.integer(1, 10_000).orElse(1000), "round trips of one answer")
                .query("cursor", Param.text(), "of the page before")
                .answers(TradePage.class)
                .handle(request -> database.read(connection -> RoundTrips.page(
                        connection,
                        portfolio(connection, request).id(),
                        request.text("symbol"),
                        request.text("strategy_name"),
                        request.integer("limit"),
                        request.text("cursor"))));
        routes.get("/api/portfolio/{id}/positions")
                .summary("Open positions, net by symbol, at the last price, with margin and equity")
                .description(
                        "The price is the close of the symbol's newest stored bar, whose time is named. What is not known"
                                + " is null, and `undefined` says why.")
                .path("id", ID)
                .answers(PositionList.class)
                .handle(request -> positions.of(request.path("id")));
        routes.get("/api/portfolio/{id}/equity-curve")
                .summary("Cash after each order and round trip, by time")
                .description(
                        "Open positions are not marked to market: the curve is of what is closed. /daily has them marked.")
                .path("id", ID)
                .query("limit", Param.integer(1, 10_000).orElse(1000), "points of one answer")
                .query("cursor", Param.text(), "of the page before")
                .answers(EquityPage.class)
                .handle(request -> database.read(connection -> EquityCurve.page(
                        connection, portfolio(connection, request), request.integer("limit"), request.text("cursor"))));
        routes.get("/api/portfolio/{id}/performance")
                .summary("What the closed round trips come to")
                .path("id", ID)
                .answers(Performance.class)
                .handle(request ->
                        database.read(connection -> performance(connection, portfolio(connection, request))));
        routes.get("/api/portfolio/{id}/daily")
                .summary("Equity by trading day, marked to market where closes are stored")
                .path("id", ID)
                .query("by", Param.choice("strategy", "symbol"), "also what of each day belongs to which")
                .answers(DailyEquity.class)
                .handle(request -> daily.of(
                        request.path("id"),
                        request.has("by")
                                ? DailyCurve.By.valueOf(request.text("by").toUpperCase(Locale.ROOT))
                                : null));
        routes.get("/api/portfolio/{id}/attribution")
                .summary("What profit and the deepest fall are made of")
                .path("id", ID)
                .query(
                        "by",
                        Param.choice("strategy", "symbol", "product", "contract", "session", "month", "day")
                                .orElse("strategy"),
                        "what the groups are")
                .answers(Attribution.class)
                .handle(this::attribution);
        routes.get("/api/portfolios/compare")
                .summary("Portfolios side by side")
                .query("ids", Param.text().required(), "2 to 10 numbers of portfolios, e.g. 1,2")
                .answers(PortfolioComparison.class)
                .handle(this::compare);
        routes.get("/api/stats")
                .summary("How much is stored")
                .answers(PortfolioStats.class)
                .handle(request -> database.read(this::stats));
    }

    private static Portfolio portfolio(Connection connection, Request request) throws SQLException {
        return Portfolios.require(connection, request.path("id"));
    }

    private Object attribution(Request request) {
        String by = request.text("by");
        List<String> symbols = database.read(connection ->
                TradedMarkets.symbols(connection, portfolio(connection, request).id()));
        boolean asksSpecs = List.of("day", "month", "session").contains(by);
        TradedMarkets traded = new TradedMarkets(markets, asksSpecs ? symbols : List.of());
        List<String> notes = traded.unknown().entrySet().stream()
                .map(unknown ->
                        unknown.getKey() + " counts by the trading days of most CME products: " + unknown.getValue())
                .toList();
        return database.snapshot(connection ->
                ProfitParts.of(connection, portfolio(connection, request), by, GroupKey.by(by, traded), notes));
    }

    private Object compare(Request request) {
        List<String> ids = Arrays.stream(request.text("ids").split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        if (ids.size() < 2 || ids.size() > MOST_COMPARED) {
            throw Problem.badRequest(
                            "'ids' must be 2 to " + MOST_COMPARED + " different numbers of portfolios, e.g. 1,2.")
                    .field("ids", request.text("ids"), "must be 2 to " + MOST_COMPARED + " numbers");
        }
        List<Comparison.Part> parts = new ArrayList<>();
        for (String id : ids) {
            DailyEquity curve = daily.of(id);
            parts.add(database.snapshot(connection -> {
                Portfolio portfolio = Portfolios.require(connection, id);
                return new Comparison.Part(portfolio, performance(connection, portfolio), curve);
            }));
        }
        return Comparison.of(parts);
    }

    private static Performance performance(Connection connection, Portfolio portfolio) throws SQLException {
        TradeFigures figures = new TradeFigures(Cents.exact(portfolio.initialCash()));
        Sql.each(
                connection,
                "SELECT gross_cents, cost_cents FROM round_trip WHERE portfolio_id = ? AND reversal_id IS NULL",
                row -> figures.trade(row.getLong(1), row.getLong(2)),
                portfolio.id());
        Sql.each(
                connection,
                "SELECT cents FROM cash_movement WHERE portfolio_id = ? ORDER BY time_ms, kind, id",
                row -> figures.movement(row.getLong(1)),
                portfolio.id());
        return figures.performance();
    }

    private PortfolioStats stats(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        """
                        SELECT portfolios, orders, trades, open_positions,
                               (SELECT min(exit_ms) FROM round_trip WHERE reversal_id IS NULL),
                               (SELECT max(exit_ms) FROM round_trip WHERE reversal_id IS NULL)
                        FROM store_total WHERE id = 1
                        """,
                        row -> new PortfolioStats(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                instant(row, 5),
                                instant(row, 6),
                                fileSize()))
                .orElseThrow();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column) == null ? null : Instant.ofEpochMilli(row.getLong(column));
    }

    private long fileSize() {
        try {
            return Files.size(database.file());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + database.file(), e);
        }
    }
}
