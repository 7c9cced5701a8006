package futures.portfolio.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.http.Problem;
import futures.model.Side;
import futures.portfolio.ledger.Cents;
import futures.portfolio.ledger.RoundTrips;
import futures.portfolio.ledger.Sql;
import futures.portfolio.market.Markets;
import futures.wire.portfolio.RecordedTrade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Round trips of both sides, by what they are compared. */
final class Sides {
    private static final int MOST = 200_000;

    private Sides() {}

    /**
     * Those of a portfolio that count, by entry.
     *
     * @param strategy null for all
     */
    static List<Trip> ofPortfolio(Connection connection, long portfolio, String strategy, long fromMs, long toMs)
            throws SQLException {
        List<Trip> trips = new ArrayList<>();
        Sql.each(
                connection,
                "SELECT * FROM round_trip WHERE portfolio_id = ?1 AND reversal_id IS NULL AND entry_ms BETWEEN ?2 AND ?3"
                        + " AND (?4 IS NULL OR strategy_name = ?4) ORDER BY entry_ms, id",
                row -> {
                    if (trips.size() == MOST) {
                        throw Problem.tooLarge("More than " + MOST + " round trips are in that time; ask for less of it"
                                + " with start_time and end_time.");
                    }
                    trips.add(trip(RoundTrips.row(row)));
                },
                portfolio,
                fromMs,
                toMs,
                strategy);
        return trips;
    }

    private static Trip trip(RecordedTrade trade) {
        return new Trip(
                trade.id(),
                trade.symbol(),
                Markets.product(trade.symbol()),
                Side.valueOf(trade.side()),
                trade.quantity(),
                trade.entryTime().toEpochMilli(),
                trade.entryPrice(),
                trade.exitTime().toEpochMilli(),
                trade.exitPrice(),
                Cents.exact(trade.gross()),
                Cents.exact(trade.costs()));
    }

    /** @param rows of {@code GET /api/backtests/{id}/trades} */
    static List<Trip> ofBacktest(JsonNode rows) {
        List<Trip> trips = new ArrayList<>();
        for (JsonNode row : rows) {
            String symbol = row.path("symbol").asText();
            trips.add(new Trip(
                    row.path("number").asLong(),
                    symbol,
                    Markets.product(symbol),
                    Side.valueOf(row.path("side").asText()),
                    row.path("contracts").asInt(),
                    time(row, "entry_time"),
                    row.path("entry_price").decimalValue(),
                    time(row, "exit_time"),
                    row.path("exit_price").decimalValue(),
                    cents(row, "gross"),
                    cents(row, "costs")));
        }
        return trips;
    }

    private static long time(JsonNode row, String field) {
        return OffsetDateTime.parse(row.path(field).asText()).toInstant().toEpochMilli();
    }

    private static long cents(JsonNode row, String field) {
        BigDecimal money = row.path(field).decimalValue();
        return Cents.exact(money.setScale(2, RoundingMode.HALF_EVEN));
    }
}
