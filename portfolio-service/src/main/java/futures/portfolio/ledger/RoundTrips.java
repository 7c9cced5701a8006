package futures.portfolio.ledger;

import futures.kit.sql.Sql;
import futures.wire.portfolio.RecordedTrade;
import futures.wire.portfolio.TradePage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Round trips as they are stored. All methods run within the caller's transaction. */
public final class RoundTrips {
    private static final String INSERT =
            "INSERT INTO round_trip (portfolio_id, fill_id, entry_fill_id, symbol, side, quantity, entry_ms,"
                    + " entry_price, exit_ms, exit_price, gross_cents, cost_cents, exit_reason, strategy_name, source, external_id)"
                    + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    private static final String PAGE =
            "SELECT * FROM round_trip WHERE portfolio_id = ?1 AND (exit_ms, id) > (?2, ?3) AND reversal_id IS NULL"
                    + " AND (?4 IS NULL OR strategy_name = ?4) ORDER BY exit_ms, id LIMIT ?5";
    private static final String PAGE_OF_SYMBOL =
            "SELECT * FROM round_trip WHERE portfolio_id = ?1 AND (exit_ms, id) > (?2, ?3) AND reversal_id IS NULL"
                    + " AND (?4 IS NULL OR strategy_name = ?4) AND symbol = ?6 ORDER BY exit_ms, id LIMIT ?5";

    private RoundTrips() {}

    /** Stores what a fill closed; answers it with its id. */
    static RecordedTrade add(Connection connection, long portfolio, long fill, Long entry, RecordedTrade trade)
            throws SQLException {
        long id = Sql.insert(connection, INSERT, values(portfolio, new Row(fill, entry, trade, null)));
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

    /**
     * A round trip to store.
     *
     * @param fill       order that closed it; null when no order of ours did
     * @param entry      order that opened it
     * @param externalId number that a broker gave it; null for none
     */
    record Row(Long fill, Long entry, RecordedTrade trade, String externalId) {}

    static void addAll(Connection connection, long portfolio, List<Row> trades) throws SQLException {
        Sql.each(
                connection,
                INSERT,
                () -> trades.stream().map(trade -> values(portfolio, trade)).iterator());
    }

    private static Object[] values(long portfolio, Row row) {
        RecordedTrade trade = row.trade();
        return new Object[] {
            portfolio,
            row.fill(),
            row.entry(),
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
            trade.source(),
            row.externalId()
        };
    }

    /**
     * Oldest exit first.
     *
     * @param symbol   null for all
     * @param strategy null for all
     * @param cursor   what the page before answered; null for the first
     */
    public static TradePage page(
            Connection connection, long portfolio, String symbol, String strategy, int limit, String cursor)
            throws SQLException {
        Cursor from = Cursor.parse(cursor, 2);
        Object[] values = {portfolio, from.part(0), from.part(1), strategy, limit + 1, symbol};
        List<RecordedTrade> rows = symbol == null
                ? Sql.list(connection, PAGE, RoundTrips::row, Arrays.copyOf(values, values.length - 1))
                : Sql.list(connection, PAGE_OF_SYMBOL, RoundTrips::row, values);
        if (rows.size() <= limit) {
            return new TradePage(rows, null);
        }
        List<RecordedTrade> page = rows.subList(0, limit);
        RecordedTrade last = page.get(limit - 1);
        return new TradePage(page, Cursor.text(last.exitTime().toEpochMilli(), last.id()));
    }

    public static RecordedTrade row(ResultSet row) throws SQLException {
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
