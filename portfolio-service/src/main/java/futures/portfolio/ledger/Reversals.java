package futures.portfolio.ledger;

import futures.kit.http.Problem;
import futures.kit.sql.Sql;
import futures.wire.portfolio.RecordedTrade;
import futures.wire.portfolio.Reversal;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Corrections: what is reversed stays as it was recorded and no longer counts; the reversal names it. All methods run within
 * the caller's transaction.
 */
final class Reversals {
    private Reversals() {}

    /**
     * What to record in the place of an order; null keeps the order's own.
     *
     * @param commission money per contract
     */
    record Correction(Action action, Integer quantity, BigDecimal price, BigDecimal commission) {}

    /**
     * @param correction what takes its place; null for nothing
     * @throws Problem 404 for an order that is not the portfolio's, 409 when it was reversed before, 422 when a later close
     *     would exceed the position without it
     */
    static Reversal order(
            Connection connection, String portfolioId, long order, Correction correction, String reason, long nowMs)
            throws SQLException {
        long portfolio = Portfolios.require(connection, portfolioId).id();
        Fill fill = Sql.first(
                        connection,
                        "SELECT * FROM fill WHERE id = ? AND portfolio_id = ?",
                        Fills::row,
                        order,
                        portfolio)
                .orElseThrow(() -> unknown("order", order, portfolio));
        refuseSecond(connection, "fill_id", order, "order");
        long reversal = insert(connection, portfolio, "fill_id", order, reason, nowMs);
        Sql.update(connection, "UPDATE fill SET reversal_id = ? WHERE id = ?", reversal, order);
        Fill replacement = correction == null ? null : replacement(connection, portfolio, fill, correction);
        Derivation.Change change = Derivation.run(
                connection,
                portfolio,
                fill.symbol(),
                kept -> replacement != null && kept.id() == replacement.id()
                        ? "The corrected order"
                        : "Without order " + order + (replacement == null ? "" : " as it was") + ", order "
                                + kept.id());
        long costs = (replacement == null ? 0 : replacement.costCents()) - fill.costCents();
        long held = (replacement == null ? 0 : Orders.signed(replacement)) - Orders.signed(fill);
        new Totals(change.grossCents(), costs, change.trades(), replacement == null ? 0 : 1, held)
                .book(connection, portfolio, fill.symbol());
        Sql.update(
                connection,
                "UPDATE reversal SET cash_cents = ?, replacement_id = ? WHERE id = ?",
                change.grossCents() - costs,
                replacement == null ? null : replacement.id(),
                reversal);
        return ReversalList.one(connection, portfolioId, reversal, change.changed());
    }

    private static Fill replacement(Connection connection, long portfolio, Fill old, Correction to)
            throws SQLException {
        int quantity = to.quantity() == null ? old.quantity() : to.quantity();
        long costs = to.commission() != null
                ? Cents.rounded(to.commission().multiply(BigDecimal.valueOf(quantity)))
                : Cents.share(old.costCents(), quantity, old.quantity());
        Fill fill = new Fill(
                Fills.nextId(connection),
                old.place(),
                old.symbol(),
                to.action() == null ? old.action() : to.action(),
                quantity,
                to.price() == null ? old.price() : to.price(),
                old.pointValue(),
                old.timeMs(),
                costs,
                old.strategyName());
        Fills.add(connection, portfolio, List.of(new Fills.New(fill, 0, null, "instead of order " + old.id())));
        return fill;
    }

    /**
     * Of a round trip that came in a batch.
     *
     * @throws Problem 422 for one that orders made: those are reversed
     */
    static Reversal trade(Connection connection, String portfolioId, long id, String reason, long nowMs)
            throws SQLException {
        long portfolio = Portfolios.require(connection, portfolioId).id();
        record Found(Long closedBy, Long openedBy, RecordedTrade trade) {}
        Found found = Sql.first(
                        connection,
                        "SELECT * FROM round_trip WHERE id = ? AND portfolio_id = ?",
                        row -> new Found(
                                row.getObject("fill_id") == null ? null : row.getLong("fill_id"),
                                row.getObject("entry_fill_id") == null ? null : row.getLong("entry_fill_id"),
                                RoundTrips.row(row)),
                        id,
                        portfolio)
                .orElseThrow(() -> unknown("round trip", id, portfolio));
        if (found.closedBy() != null) {
            throw Problem.unprocessable("Round trip " + id + " was made by orders; reverse order " + found.closedBy()
                            + ", which closed it"
                            + (found.openedBy() == null ? "" : ", or order " + found.openedBy() + ", which opened it")
                            + ".")
                    .field("trade", id, "made by order " + found.closedBy());
        }
        refuseSecond(connection, "round_trip_id", id, "round trip");
        long reversal = insert(connection, portfolio, "round_trip_id", id, reason, nowMs);
        Sql.update(connection, "UPDATE round_trip SET reversal_id = ? WHERE id = ?", reversal, id);
        RecordedTrade trade = found.trade();
        new Totals(-Cents.exact(trade.gross()), -Cents.exact(trade.costs()), -1, 0, 0)
                .book(connection, portfolio, trade.symbol());
        Sql.update(connection, "UPDATE reversal SET cash_cents = ? WHERE id = ?", -Cents.exact(trade.net()), reversal);
        return ReversalList.one(connection, portfolioId, reversal, List.of());
    }

    private static long insert(Connection connection, long portfolio, String column, long of, String reason, long nowMs)
            throws SQLException {
        return Sql.insert(
                connection,
                "INSERT INTO reversal (portfolio_id, " + column + ", reason, recorded_ms) VALUES (?,?,?,?)",
                portfolio,
                of,
                reason,
                nowMs);
    }

    private static void refuseSecond(Connection connection, String column, long of, String name) throws SQLException {
        Long before = Sql.first(
                        connection,
                        column.equals("fill_id")
                                ? "SELECT id FROM reversal WHERE fill_id = ?"
                                : "SELECT id FROM reversal WHERE round_trip_id = ?",
                        row -> row.getLong(1),
                        of)
                .orElse(null);
        if (before != null) {
            throw Problem.conflict("The " + name + " " + of + " was reversed before, by reversal " + before + ".")
                    .field("id", of, "reversed by " + before);
        }
    }

    private static Problem unknown(String name, long id, long portfolio) {
        return Problem.notFound("Portfolio " + portfolio + " has no " + name + " " + id + "; GET /api/portfolio/"
                        + portfolio + (name.equals("order") ? "/orders" : "/trades") + " lists them.")
                .field("id", id, "unknown " + name);
    }
}
