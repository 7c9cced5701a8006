package futures.portfolio.ledger;

import futures.kit.sql.Sql;
import futures.wire.portfolio.OrderPage;
import futures.wire.portfolio.RecordedOrder;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Orders as they were recorded, those that were reversed among them. Within the caller's transaction. */
final class OrderList {
    private OrderList() {}

    /** Newest first. */
    static OrderPage page(Connection connection, long portfolio, int limit, String cursor) throws SQLException {
        long below = cursor == null ? Long.MAX_VALUE : Cursor.parse(cursor, 1).part(0);
        List<RecordedOrder> rows = Sql.list(
                connection,
                "SELECT * FROM fill WHERE portfolio_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                OrderList::row,
                portfolio,
                below,
                limit + 1);
        boolean more = rows.size() > limit;
        List<RecordedOrder> page = more ? rows.subList(0, limit) : rows;
        return new OrderPage(page, more ? Cursor.text(page.get(limit - 1).id()) : null);
    }

    private static RecordedOrder row(ResultSet row) throws SQLException {
        return new RecordedOrder(
                row.getLong("id"),
                row.getString("symbol"),
                row.getString("action"),
                row.getInt("quantity"),
                new BigDecimal(row.getString("price")),
                Instant.ofEpochMilli(row.getLong("time_ms")),
                new BigDecimal(row.getString("point_value")),
                Cents.money(row.getLong("cost_cents")),
                Cents.money(row.getLong("gross_cents")),
                row.getString("strategy_name"),
                row.getString("external_id"),
                row.getString("source"),
                row.getObject("reversal_id") == null ? null : row.getLong("reversal_id"));
    }
}
