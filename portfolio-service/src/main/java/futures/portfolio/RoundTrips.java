package futures.portfolio;

import futures.wire.portfolio.RecordedTrade;
import futures.wire.portfolio.TradePage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Round trips as they are stored. All methods run within the caller's transaction. */
final class RoundTrips {
    private static final String INSERT =
            "INSERT INTO round_trip (portfolio_id, fill_id, symbol, side, quantity, entry_ms,"
                    + " entry_price, exit_ms, exit_price, gross_cents, cost_cents, exit_reason, strategy_name, source)"
                    + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    private RoundTrips() {}

    /** Stores what a fill closed; answers it with its id. */
    static RecordedTrade add(Connection connection, long portfolio, long fill, RecordedTrade trade)
            throws SQLException {
        long id = Sql.insert(connection, INSERT, values(portfolio, fill, trade));
        return new RecordedTrade(
                id,
                trade.symbol(),
                trade.side(),
                trade.quantity(),
                trade.entryTime(),
                trade.entryPrice(),
                trade.exitTime(),
                trade.exitPrice(),
                trade.gross(),
                trade.costs(),
                trade.net(),
                trade.exitReason(),
                trade.strategyName(),
                trade.source());
    }

    /** Stores the round trips of a batch, which no fill of ours closed. */
    static void addAll(Connection connection, long portfolio, List<RecordedTrade> trades) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (RecordedTrade trade : trades) {
                Object[] values = values(portfolio, null, trade);
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static Object[] values(long portfolio, Long fill, RecordedTrade trade) {
        return new Object[] {
            portfolio,
            fill,
            trade.symbol(),
            trade.side(),
            trade.quantity(),
            trade.entryTime().toEpochMilli(),
            Decimals.text(trade.entryPrice()),
            trade.exitTime().toEpochMilli(),
            Decimals.text(trade.exitPrice()),
            Cents.exact(trade.gross()),
            Cents.exact(trade.costs()),
            trade.exitReason(),
            trade.strategyName(),
            trade.source()
        };
    }

    /**
     * Oldest exit first.
     *
     * @param symbol   null for all
     * @param strategy null for all
     * @param cursor   what the page before answered; null for the first
     */
    static TradePage page(
            Connection connection, long portfolio, String symbol, String strategy, int limit, String cursor)
            throws SQLException {
        Cursor from = Cursor.parse(cursor, 2);
        List<RecordedTrade> rows = Sql.list(
                connection,
                "SELECT * FROM round_trip WHERE portfolio_id = ?1 AND (exit_ms, id) > (?2, ?3)"
                        + " AND (?4 IS NULL OR symbol = ?4) AND (?5 IS NULL OR strategy_name = ?5)"
                        + " ORDER BY exit_ms, id LIMIT ?6",
                RoundTrips::row,
                portfolio,
                from.part(0),
                from.part(1),
                symbol,
                strategy,
                limit + 1);
        if (rows.size() <= limit) {
            return new TradePage(rows, null);
        }
        List<RecordedTrade> page = rows.subList(0, limit);
        RecordedTrade last = page.get(limit - 1);
        return new TradePage(page, Cursor.text(last.exitTime().toEpochMilli(), last.id()));
    }

    private static RecordedTrade row(ResultSet row) throws SQLException {
        long gross = row.getLong("gross_cents");
        long costs = row.getLong("cost_cents");
        return new RecordedTrade(
                row.getLong("id"),
                row.getString("symbol"),
                row.getString("side"),
                row.getInt("quantity"),
                Instant.ofEpochMilli(row.getLong("entry_ms")),
                new BigDecimal(row.getString("entry_price")),
                Instant.ofEpochMilli(row.getLong("exit_ms")),
                new BigDecimal(row.getString("exit_price")),
                Cents.money(gross),
                Cents.money(costs),
                Cents.money(gross - costs),
                row.getString("exit_reason"),
                row.getString("strategy_name"),
                row.getString("source"));
    }
}
