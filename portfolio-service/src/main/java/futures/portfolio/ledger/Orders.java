package futures.portfolio.ledger;

import futures.kit.http.Problem;
import futures.kit.sql.Sql;
import futures.wire.portfolio.OrderRecorded;
import futures.wire.portfolio.RecordedTrade;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records orders as they were filled: closes lots first in, first out, and opens one with what is left. */
final class Orders {
    private static final String EXIT_REASON = "order";

    private Orders() {}

    /**
     * Within the caller's transaction.
     *
     * @param terms what the order or the contract says
     * @param time  of the fill
     * @throws Problem 422 when there is not enough to close, the time lies before the symbol's last order, or the point
     *     value differs from the open position's
     */
    static OrderRecorded record(
            Connection connection, String portfolioId, OrderRequest order, Terms terms, Instant time)
            throws SQLException {
        long portfolio = Portfolios.require(connection, portfolioId).id();
        Book book = new Book(order.symbol(), Lots.open(connection, portfolio, order.symbol()));
        checkOrderOfTime(connection, portfolio, order.symbol(), time);
        int quantity = book.quantity(order.action(), order.quantity());
        long costs = Cents.rounded(terms.commission().multiply(BigDecimal.valueOf(quantity)));
        long id = Fills.nextId(connection);
        Fill fill = new Fill(
                id,
                id,
                order.symbol(),
                order.action(),
                quantity,
                order.price(),
                terms.pointValue(),
                time.toEpochMilli(),
                costs,
                order.strategyName());
        FifoMatch match = book.take(fill);
        Fills.add(connection, portfolio, List.of(new Fills.New(fill, match.grossCents(), null, null)));
        List<RecordedTrade> closed = new ArrayList<>();
        for (FifoMatch.Closed part : match.closed()) {
            Lots.close(connection, part);
            closed.add(RoundTrips.add(connection, portfolio, id, part.lot().order(), roundTrip(fill, part)));
        }
        if (match.opened() > 0) {
            Lots.add(connection, portfolio, order.symbol(), List.of(Book.opened(fill, match)));
        }
        new Totals(match.grossCents(), costs, closed.size(), 1, signed(fill))
                .book(connection, portfolio, order.symbol());
        return new OrderRecorded(
                portfolio,
                id,
                order.symbol(),
                order.action().name(),
                quantity,
                order.price(),
                time,
                terms.pointValue(),
                Cents.money(costs),
                terms.commissionFrom(),
                closed,
                Lots.position(connection, portfolio, order.symbol()),
                Portfolios.require(connection, portfolioId).cash());
    }

    /** Contracts that it adds, negative when it sells. */
    static long signed(Fill fill) {
        return (long) fill.action().side().sign() * fill.quantity();
    }

    private static void checkOrderOfTime(Connection connection, long portfolio, String symbol, Instant time)
            throws SQLException {
        long last = Sql.first(
                        connection,
                        "SELECT max(time_ms) FROM fill WHERE portfolio_id = ? AND symbol = ? AND reversal_id IS NULL",
                        row -> row.getObject(1) == null ? Long.MIN_VALUE : row.getLong(1),
                        portfolio,
                        symbol)
                .orElse(Long.MIN_VALUE);
        if (time.toEpochMilli() < last) {
            throw Problem.unprocessable("The last order in " + symbol + " was at " + Instant.ofEpochMilli(last)
                            + "; orders of a symbol are recorded in the order of their times. One that was forgotten can"
                            + " be sent to POST /api/portfolio/{id}/orders, which sorts it in.")
                    .field("time", time, "before the last order in " + symbol);
        }
    }

    static RecordedTrade roundTrip(Fill fill, FifoMatch.Closed part) {
        Lot lot = part.lot();
        return new RecordedTrade(
                0,
                fill.symbol(),
                lot.side().name(),
                part.quantity(),
                Instant.ofEpochMilli(lot.openedMs()),
                lot.price(),
                Instant.ofEpochMilli(fill.timeMs()),
                fill.price(),
                Cents.money(part.grossCents()),
                Cents.money(part.costCents()),
                Cents.money(part.grossCents() - part.costCents()),
                EXIT_REASON,
                lot.strategyName() == null ? fill.strategyName() : lot.strategyName(),
                null);
    }
}
