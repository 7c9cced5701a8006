package futures.portfolio.ledger;

import futures.kit.sql.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Orders as they are stored. All methods run within the caller's transaction. */
final class Fills {
    private Fills() {}

    /**
     * An order to store.
     *
     * @param grossCents what it realised; 0 when that is derived afterwards
     * @param externalId number that a broker gave it; null for none
     * @param source     where it comes from; null for orders that were entered
     */
    record New(Fill fill, long grossCents, String externalId, String source) {}

    /** The id that the next order gets; nobody else writes while the transaction lasts. */
    static long nextId(Connection connection) throws SQLException {
        return Sql.first(connection, "SELECT seq FROM sqlite_sequence WHERE name = 'fill'", row -> row.getLong(1))
                        .orElse(0L)
                + 1;
    }

    static void add(Connection connection, long portfolio, List<New> fills) throws SQLException {
        Sql.each(
                connection,
                "INSERT INTO fill (id, place, portfolio_id, symbol, action, quantity, price, point_value, time_ms,"
                        + " gross_cents, cost_cents, strategy_name, external_id, source)"
                        + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                () -> fills.stream().map(added -> values(portfolio, added)).iterator());
    }

    private static Object[] values(long portfolio, New added) {
        Fill fill = added.fill();
        return new Object[] {
            fill.id(),
            fill.place(),
            portfolio,
            fill.symbol(),
            fill.action().name(),
            fill.quantity(),
            Decimals.text(fill.price()),
            Decimals.text(fill.pointValue()),
            fill.timeMs(),
            added.grossCents(),
            fill.costCents(),
            fill.strategyName(),
            added.externalId(),
            added.source()
        };
    }

    /** Those of a symbol that count, in the order in which they take effect. */
    static List<Fill> counting(Connection connection, long portfolio, String symbol) throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM fill WHERE portfolio_id = ? AND symbol = ? AND reversal_id IS NULL"
                        + " ORDER BY time_ms, place, id",
                Fills::row,
                portfolio,
                symbol);
    }

    static Fill row(ResultSet row) throws SQLException {
        return new Fill(
                row.getLong("id"),
                row.getLong("place"),
                row.getString("symbol"),
                Action.valueOf(row.getString("action")),
                row.getInt("quantity"),
                new BigDecimal(row.getString("price")),
                new BigDecimal(row.getString("point_value")),
                row.getLong("time_ms"),
                row.getLong("cost_cents"),
                row.getString("strategy_name"));
    }
}
