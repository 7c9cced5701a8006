package futures.portfolio.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import futures.kit.sql.Sql;
import futures.model.Side;
import futures.portfolio.ledger.Cents;
import futures.portfolio.ledger.RoundTrips;
import futures.wire.portfolio.RecordedTrade;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Round trips of both sides, by what they are compared. */
final class Sides {
    private static final int MOST = 200_000;

    private Sides() {}

    /**
     * Those of a portfolio that count, by entry.
     *
     * @param strategy null for all
     * @param product  of a symbol
     */
    static List<Trip> ofPortfolio(
            Connection connection,
            long portfolio,
            String strategy,
            long fromMs,
            long toMs,
            Function<String, String> product)
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
                    trips.add(trip(RoundTrips.row(row), product));
                },
                portfolio,
                fromMs,
                toMs,
                strategy);
        return trips;
    }

    /** All that a portfolio ever traded. */
    static List<String> symbols(Connection connection, long portfolio) throws SQLException {
        return Sql.list(
                connection, "SELECT symbol FROM holding WHERE portfolio_id = ?", row -> row.getString(1), portfolio);
    }

    private static Trip trip(RecordedTrade trade, Function<String, String> product) {
        return new Trip(
                trade.id(),
                trade.symbol(),
                product.apply(trade.symbol()),
                Side.valueOf(trade.side()),
                trade.quantity(),
                trade.entryTime().toEpochMilli(),
                trade.entryPrice(),
                trade.exitTime().toEpochMilli(),
                trade.exitPrice(),
                Cents.exact(trade.gross()),
                Cents.exact(trade.costs()));
    }

    /** @param rows answer of {@code GET /api/backtests/{id}/trades}, of which one at a time is held */
    static List<Trip> ofBacktest(InputStream rows, Function<String, String> product) throws IOException {
        List<Trip> trips = new ArrayList<>();
        MappingIterator<JsonNode> each = Json.mapper().readerFor(JsonNode.class).readValues(rows);
        while (each.hasNext()) {
            JsonNode row = each.next();
            String symbol = row.path("symbol").asText();
            trips.add(new Trip(
                    row.path("number").asLong(),
                    symbol,
                    product.apply(symbol),
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
