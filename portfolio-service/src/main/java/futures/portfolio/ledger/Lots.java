package futures.portfolio.ledger;

import futures.kit.sql.Sql;
import futures.model.Side;
import futures.wire.portfolio.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is open, and the positions it comes to. All methods run within the caller's transaction. */
public final class Lots {
    private static final int AVERAGE_DECIMALS = 10;

    private Lots() {}

    /** Oldest first; all of one side. */
    public static List<Lot> open(Connection connection, long portfolio, String symbol) throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM lot WHERE portfolio_id = ? AND symbol = ? ORDER BY id",
                Lots::row,
                portfolio,
                symbol);
    }

    static void add(Connection connection, long portfolio, String symbol, Collection<Lot> lots) throws SQLException {
        Sql.each(
                connection,
                "INSERT INTO lot (portfolio_id, symbol, side, quantity, price, point_value, time_ms, cost_cents,"
                        + " strategy_name, fill_id) VALUES (?,?,?,?,?,?,?,?,?,?)",
                () -> lots.stream()
                        .map(lot -> new Object[] {
                            portfolio,
                            symbol,
                            lot.side().name(),
                            lot.quantity(),
                            Decimals.text(lot.price()),
                            Decimals.text(lot.pointValue()),
                            lot.openedMs(),
                            lot.costCents(),
                            lot.strategyName(),
                            lot.order()
                        })
                        .iterator());
    }

    /** Puts these in the place of all that was open in the symbol. */
    static void replace(Connection connection, long portfolio, String symbol, Collection<Lot> lots)
            throws SQLException {
        Sql.update(connection, "DELETE FROM lot WHERE portfolio_id = ? AND symbol = ?", portfolio, symbol);
        add(connection, portfolio, symbol, lots);
    }

    static void close(Connection connection, FifoMatch.Closed closed) throws SQLException {
        Lot lot = closed.lot();
        if (closed.quantity() == lot.quantity()) {
            Sql.update(connection, "DELETE FROM lot WHERE id = ?", lot.id());
        } else {
            Sql.update(
                    connection,
                    "UPDATE lot SET quantity = quantity - ?, cost_cents = cost_cents - ? WHERE id = ?",
                    closed.quantity(),
                    closed.entryCostCents(),
                    lot.id());
        }
    }

    static Position position(Connection connection, long portfolio, String symbol) throws SQLException {
        long realized = Totals.realized(connection, portfolio, symbol);
        return position(symbol, open(connection, portfolio, symbol), realized);
    }

    /** Those that are not flat, by symbol. */
    public static List<Position> positions(Connection connection, long portfolio) throws SQLException {
        List<Position> positions = new ArrayList<>();
        for (String symbol : Sql.list(
                connection,
                "SELECT symbol FROM holding WHERE portfolio_id = ? AND held <> 0 ORDER BY symbol",
                row -> row.getString(1),
                portfolio)) {
            positions.add(position(connection, portfolio, symbol));
        }
        return positions;
    }

    private static Position position(String symbol, List<Lot> lots, long realizedCents) {
        if (lots.isEmpty()) {
            return new Position(symbol, "FLAT", 0, null, null, null, Cents.money(0), Cents.money(realizedCents));
        }
        int quantity = 0;
        long costs = 0;
        BigDecimal value = BigDecimal.ZERO;
        for (Lot lot : lots) {
            quantity += lot.quantity();
            costs += lot.costCents();
            value = value.add(lot.price().multiply(BigDecimal.valueOf(lot.quantity())));
        }
        BigDecimal average = value.divide(BigDecimal.valueOf(quantity), AVERAGE_DECIMALS, RoundingMode.HALF_EVEN);
        Lot oldest = lots.get(0);
        return new Position(
                symbol,
                oldest.side().name(),
                quantity,
                new BigDecimal(Decimals.text(average)),
                oldest.pointValue(),
                Instant.ofEpochMilli(oldest.openedMs()),
                Cents.money(costs),
                Cents.money(realizedCents));
    }

    private static Lot row(ResultSet row) throws SQLException {
        return new Lot(
                row.getLong("id"),
                Side.valueOf(row.getString("side")),
                row.getInt("quantity"),
                new BigDecimal(row.getString("price")),
                new BigDecimal(row.getString("point_value")),
                row.getLong("time_ms"),
                row.getLong("cost_cents"),
                row.getString("strategy_name"),
                row.getObject("fill_id") == null ? null : row.getLong("fill_id"));
    }
}
