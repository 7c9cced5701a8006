package futures.portfolio.ledger;

import futures.kit.sql.Sql;
import futures.wire.portfolio.RecordedTrade;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What is recorded under the numbers that brokers give, reversed entries among them. Within the caller's transaction. */
public final class Numbered {
    private Numbered() {}

    /** What makes two entries the same; empty when the number is new. */
    public static Optional<List<Object>> fill(Connection connection, long portfolio, String number)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT * FROM fill WHERE portfolio_id = ? AND external_id = ?",
                row -> {
                    Fill fill = Fills.row(row);
                    return List.of(
                            fill.symbol(),
                            fill.action().side(),
                            fill.quantity(),
                            Decimals.text(fill.price()),
                            fill.timeMs());
                },
                portfolio,
                number);
    }

    /** The same of a round trip of a batch. */
    public static Optional<List<Object>> trip(Connection connection, long portfolio, String number)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT * FROM round_trip WHERE portfolio_id = ? AND external_id = ?",
                row -> trip(RoundTrips.row(row)),
                portfolio,
                number);
    }

    /** What makes two round trips the same. */
    public static List<Object> trip(RecordedTrade trade) {
        return List.of(
                trade.symbol(),
                trade.side(),
                trade.quantity(),
                trade.entryTime().toEpochMilli(),
                Decimals.text(trade.entryPrice()),
                trade.exitTime().toEpochMilli(),
                Decimals.text(trade.exitPrice()),
                trade.net().setScale(2));
    }
}
