package futures.portfolio;

import futures.kit.http.Problem;
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
    private static final int MOST_OPEN = 1_000_000;
    private static final String EXIT_REASON = "order";

    private Orders() {}

    /**
     * Within the caller's transaction.
     *
     * @param pointValue what the order or the contract says
     * @param time       of the fill
     * @throws Problem 422 when there is not enough to close, the time lies before the symbol's last order, or the point
     *     value differs from the open position's
     */
    static OrderRecorded record(
            Connection connection, String portfolioId, OrderRequest order, BigDecimal pointValue, Instant time)
            throws SQLException {
        long portfolio = Portfolios.require(connection, portfolioId).id();
        List<Lot> lots = Lots.open(connection, portfolio, order.symbol());
        checkOrderOfTime(connection, portfolio, order.symbol(), time);
        checkPointValue(lots, order.symbol(), pointValue);
        int quantity = quantity(lots, order);
        long costs = Cents.rounded(order.commission().multiply(BigDecimal.valueOf(quantity)));
        FifoMatch match = FifoMatch.of(lots, order.action().side(), quantity, order.price(), costs);

        long fill = Sql.insert(
                connection,
                "INSERT INTO fill (portfolio_id, symbol, action, quantity, price, point_value, time_ms, gross_cents,"
                        + " cost_cents, strategy_name) VALUES (?,?,?,?,?,?,?,?,?,?)",
                portfolio,
                order.symbol(),
                order.action().name(),
                quantity,
                Decimals.text(order.price()),
                Decimals.text(pointValue),
                time.toEpochMilli(),
                match.grossCents(),
                costs,
                order.strategyName());
        List<RecordedTrade> closed = new ArrayList<>();
        for (FifoMatch.Closed part : match.closed()) {
            Lots.close(connection, part);
            closed.add(RoundTrips.add(connection, portfolio, fill, roundTrip(order, part, time)));
        }
        if (match.opened() > 0) {
            Lots.add(
                    connection,
                    portfolio,
                    order,
                    new Lot(
                            0,
                            order.action().side(),
                            match.opened(),
                            order.price(),
                            pointValue,
                            time.toEpochMilli(),
                            match.openedCostCents(),
                            order.strategyName()));
        }
        Portfolios.book(connection, portfolio, match.grossCents(), costs, closed.size());
        return new OrderRecorded(
                portfolio,
                fill,
                order.symbol(),
                order.action().name(),
                quantity,
                order.price(),
                time,
                pointValue,
                Cents.money(costs),
                closed,
                Lots.position(connection, portfolio, order.symbol()),
                Portfolios.require(connection, portfolioId).cash());
    }

    private static void checkOrderOfTime(Connection connection, long portfolio, String symbol, Instant time)
            throws SQLException {
        long last = Sql.first(
                        connection,
                        "SELECT max(time_ms) FROM fill WHERE portfolio_id = ? AND symbol = ?",
                        row -> row.getObject(1) == null ? Long.MIN_VALUE : row.getLong(1),
                        portfolio,
                        symbol)
                .orElse(Long.MIN_VALUE);
        if (time.toEpochMilli() < last) {
            throw Problem.unprocessable("The last order in " + symbol + " was at " + Instant.ofEpochMilli(last)
                            + "; orders of a symbol are recorded in the order of their times.")
                    .field("time", time, "before the last order in " + symbol);
        }
    }

    private static void checkPointValue(List<Lot> lots, String symbol, BigDecimal pointValue) {
        if (!lots.isEmpty() && lots.get(0).pointValue().compareTo(pointValue) != 0) {
            throw Problem.unprocessable("The open position in " + symbol + " has a point value of "
                            + lots.get(0).pointValue().toPlainString() + "; close it before trading " + symbol
                            + " with another.")
                    .field("point_value", pointValue.toPlainString(), "differs from the open position's");
        }
    }

    private static int quantity(List<Lot> lots, OrderRequest order) {
        int held = lots.stream().mapToInt(Lot::quantity).sum();
        boolean adds = lots.isEmpty() || lots.get(0).side() == order.action().side();
        if (order.action().onlyCloses()) {
            int closable = adds ? 0 : held;
            if (closable == 0 || (order.quantity() != null && order.quantity() > closable)) {
                String side = order.action().side().opposite().name();
                throw Problem.unprocessable(order.action() + " "
                                + (order.quantity() == null ? "" : order.quantity() + " ") + order.symbol()
                                + " is not possible: "
                                + (lots.isEmpty()
                                        ? "the position is flat."
                                        : "the position is " + lots.get(0).side() + " " + held + ".")
                                + (closable == 0
                                        ? " Only an open " + side + " position can be closed so."
                                        : " Close " + closable + " at most."))
                        .field("quantity", order.quantity(), "at most " + closable);
            }
            return order.quantity() == null ? closable : order.quantity();
        }
        if (adds && (long) held + order.quantity() > MOST_OPEN) {
            throw Problem.unprocessable("A position holds " + MOST_OPEN + " contracts at most; " + held + " are open.")
                    .field("quantity", order.quantity(), "at most " + (MOST_OPEN - held));
        }
        return order.quantity();
    }

    private static RecordedTrade roundTrip(OrderRequest order, FifoMatch.Closed part, Instant time) {
        Lot lot = part.lot();
        return new RecordedTrade(
                0,
                order.symbol(),
                lot.side().name(),
                part.quantity(),
                Instant.ofEpochMilli(lot.openedMs()),
                lot.price(),
                time,
                order.price(),
                Cents.money(part.grossCents()),
                Cents.money(part.costCents()),
                Cents.money(part.grossCents() - part.costCents()),
                EXIT_REASON,
                lot.strategyName() == null ? order.strategyName() : lot.strategyName(),
                null);
    }
}
