package futures.portfolio.ledger;

import futures.kit.sql.Sql;
import futures.wire.portfolio.Reversal;
import futures.wire.portfolio.ReversalPage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reversals as they are told, newest first. Within the caller's transaction. */
final class ReversalList {
    private static final String FOUND = "r.*, coalesce(f.symbol, t.symbol) AS symbol FROM reversal r"
            + " LEFT JOIN fill f ON f.id = r.fill_id LEFT JOIN round_trip t ON t.id = r.round_trip_id WHERE ";

    private ReversalList() {}

    static Reversal one(Connection connection, String portfolioId, long id, List<Long> changed) throws SQLException {
        BigDecimal cash = Portfolios.require(connection, portfolioId).cash();
        return Sql.first(connection, "SELECT " + FOUND + "r.id = ?", row -> row(row, changed, cash), id)
                .orElseThrow();
    }

    static ReversalPage page(Connection connection, long portfolio, int limit, String cursor) throws SQLException {
        long below = cursor == null ? Long.MAX_VALUE : Cursor.parse(cursor, 1).part(0);
        List<Reversal> rows = Sql.list(
                connection,
                "SELECT " + FOUND + "r.portfolio_id = ? AND r.id < ? ORDER BY r.id DESC LIMIT ?",
                row -> row(row, null, null),
                portfolio,
                below,
                limit + 1);
        boolean more = rows.size() > limit;
        List<Reversal> page = more ? rows.subList(0, limit) : rows;
        return new ReversalPage(page, more ? Cursor.text(page.get(limit - 1).id()) : null);
    }

    private static Reversal row(ResultSet row, List<Long> changed, BigDecimal cash) throws SQLException {
        return new Reversal(
                row.getLong("id"),
                row.getLong("portfolio_id"),
                whole(row, "fill_id"),
                whole(row, "round_trip_id"),
                whole(row, "replacement_id"),
                row.getString("symbol"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("recorded_ms")),
                Cents.money(row.getLong("cash_cents")),
                changed,
                cash);
    }

    private static Long whole(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : row.getLong(column);
    }
}
