package futures.portfolio.ledger;

import futures.kit.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** What was recorded, added to the running totals in the same transaction, so that nobody has to walk over it. */
record Totals(long grossCents, long costCents, int trades, int orders, long held) {

    /** @param held contracts more, negative for contracts sold */
    Totals {}

    void book(Connection connection, long portfolio, String symbol) throws SQLException {
        long before = held(connection, portfolio, symbol);
        Sql.update(
                connection,
                "INSERT INTO holding (portfolio_id, symbol, gross_cents, held) VALUES (?,?,?,?)"
                        + " ON CONFLICT DO UPDATE SET gross_cents = gross_cents + excluded.gross_cents,"
                        + " held = held + excluded.held",
                portfolio,
                symbol,
                grossCents,
                held);
        int opened = (before + held == 0 ? 0 : 1) - (before == 0 ? 0 : 1);
        Sql.update(
                connection,
                "UPDATE portfolio SET gross_cents = gross_cents + ?, cost_cents = cost_cents + ?, trades = trades + ?,"
                        + " orders = orders + ?, open_positions = open_positions + ? WHERE id = ?",
                grossCents,
                costCents,
                trades,
                orders,
                opened,
                portfolio);
    }

    private static long held(Connection connection, long portfolio, String symbol) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT held FROM holding WHERE portfolio_id = ? AND symbol = ?",
                        row -> row.getLong(1),
                        portfolio,
                        symbol)
                .orElse(0L);
    }

    /** Gross P&L of what was closed in a symbol. */
    static long realized(Connection connection, long portfolio, String symbol) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT gross_cents FROM holding WHERE portfolio_id = ? AND symbol = ?",
                        row -> row.getLong(1),
                        portfolio,
                        symbol)
                .orElse(0L);
    }
}
