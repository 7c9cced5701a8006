package futures.portfolio;

import futures.kit.http.Param;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.wire.portfolio.EquityPage;
import futures.wire.portfolio.Performance;
import futures.wire.portfolio.Portfolio;
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

/** What a portfolio has done and holds. */
final class ReportRoutes {
    private static final String ID = "number of the portfolio";

    private final Database database;

    ReportRoutes(Database database) {
        this.database = database;
    }

    void declare(Routes routes) {
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
                .summary("Open positions, net by symbol")
                .path("id", ID)
                .answers(PositionList.class)
                .handle(request -> database.read(connection -> new PositionList(Lots.positions(
                        connection, portfolio(connection, request).id()))));
        routes.get("/api/portfolio/{id}/equity-curve")
                .summary("Cash after each order and round trip, by time")
                .description("Open positions are not marked to market: the curve is of what is closed.")
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
        routes.get("/api/stats")
                .summary("How much is stored")
                .answers(PortfolioStats.class)
                .handle(request -> database.read(this::stats));
    }

    private static Portfolio portfolio(Connection connection, Request request) throws SQLException {
        return Portfolios.require(connection, request.path("id"));
    }

    private static Performance performance(Connection connection, Portfolio portfolio) throws SQLException {
        TradeFigures figures = new TradeFigures(Cents.exact(portfolio.initialCash()));
        Sql.each(
                connection,
                "SELECT gross_cents, cost_cents FROM round_trip WHERE portfolio_id = ?",
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
                        SELECT (SELECT count(*) FROM portfolio), (SELECT count(*) FROM fill),
                               (SELECT count(*) FROM round_trip),
                               (SELECT count(*) FROM (SELECT DISTINCT portfolio_id, symbol FROM lot)),
                               (SELECT min(exit_ms) FROM round_trip), (SELECT max(exit_ms) FROM round_trip)
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
