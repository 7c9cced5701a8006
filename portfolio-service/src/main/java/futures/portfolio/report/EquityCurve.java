package futures.portfolio.report;

import futures.kit.sql.Sql;
import futures.portfolio.ledger.Cents;
import futures.portfolio.ledger.Cursor;
import futures.wire.portfolio.CashPoint;
import futures.wire.portfolio.EquityPage;
import futures.wire.portfolio.Portfolio;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Cash after each order and each round trip of a batch, by their times. Within the caller's transaction. */
final class EquityCurve {
    private record Movement(long timeMs, long kind, long id, long cents) {}

    private EquityCurve() {}

    /** @param cursor what the page before answered; null for the first */
    static EquityPage page(Connection connection, Portfolio portfolio, int limit, String cursor) throws SQLException {
        Cursor from = Cursor.parse(cursor, 3);
        long cash = Cents.exact(portfolio.initialCash())
                + Sql.first(
                                connection,
                                "SELECT coalesce(sum(cents), 0) FROM cash_movement"
                                        + " WHERE portfolio_id = ? AND (time_ms, kind, id) <= (?, ?, ?)",
                                row -> row.getLong(1),
                                portfolio.id(),
                                from.part(0),
                                from.part(1),
                                from.part(2))
                        .orElse(0L);
        List<Movement> movements = Sql.list(
                connection,
                "SELECT time_ms, kind, id, cents FROM cash_movement"
                        + " WHERE portfolio_id = ? AND (time_ms, kind, id) > (?, ?, ?)"
                        + " ORDER BY time_ms, kind, id LIMIT ?",
                row -> new Movement(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                portfolio.id(),
                from.part(0),
                from.part(1),
                from.part(2),
                limit + 1);
        boolean more = movements.size() > limit;
        List<Movement> page = more ? movements.subList(0, limit) : movements;
        List<CashPoint> points = new ArrayList<>(page.size());
        for (Movement movement : page) {
            cash += movement.cents();
            points.add(new CashPoint(
                    Instant.ofEpochMilli(movement.timeMs()), Cents.money(movement.cents()), Cents.money(cash)));
        }
        Movement last = more ? page.get(limit - 1) : null;
        return new EquityPage(
                portfolio.initialCash(), points, more ? Cursor.text(last.timeMs(), last.kind(), last.id()) : null);
    }
}
