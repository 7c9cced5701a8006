package futures.portfolio.report;

import futures.kit.sql.Sql;
import futures.model.Side;
import futures.portfolio.ledger.Lot;
import futures.portfolio.ledger.Lots;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a portfolio's entries come to by trading day: cash that moved, and what was held over the ends of days. */
final class DailyBook {
    /** Cents of one day. */
    static final class Moved {
        long gross;
        long costs;
    }

    /** To which book of several an entry belongs. */
    interface Part {
        String of(String symbol, String strategy);
    }

    private final TradedMarkets markets;
    private final Map<LocalDate, Moved> moved = new TreeMap<>();
    private final Map<String, Overnight> held = new TreeMap<>();

    private DailyBook(TradedMarkets markets) {
        this.markets = markets;
    }

    /** All in one book, within one state of the store. */
    static DailyBook read(Connection connection, long portfolio, TradedMarkets markets) throws SQLException {
        return read(connection, portfolio, markets, (symbol, strategy) -> "").getOrDefault("", new DailyBook(markets));
    }

    /** A book for each part, within one state of the store. */
    static Map<String, DailyBook> read(Connection connection, long portfolio, TradedMarkets markets, Part part)
            throws SQLException {
        Map<String, DailyBook> books = new LinkedHashMap<>();
        Sql.each(
                connection,
                "SELECT t.*, f.point_value AS point_value FROM round_trip t LEFT JOIN fill f ON f.id = t.fill_id"
                        + " WHERE t.portfolio_id = ? AND t.reversal_id IS NULL",
                row -> book(books, markets, part.of(row.getString("symbol"), row.getString("strategy_name")))
                        .roundTrip(row),
                portfolio);
        Sql.each(
                connection,
                "SELECT symbol, time_ms, cost_cents, strategy_name FROM fill"
                        + " WHERE portfolio_id = ? AND reversal_id IS NULL",
                row -> book(books, markets, part.of(row.getString(1), row.getString(4)))
                                .on(row.getString(1), row.getLong(2))
                                .costs +=
                        row.getLong(3),
                portfolio);
        for (String symbol : TradedMarkets.symbols(connection, portfolio)) {
            for (Lot lot : Lots.open(connection, portfolio, symbol)) {
                book(books, markets, part.of(symbol, lot.strategyName())).lot(symbol, lot);
            }
        }
        return books;
    }

    private static DailyBook book(Map<String, DailyBook> books, TradedMarkets markets, String part) {
        return books.computeIfAbsent(part, of -> new DailyBook(markets));
    }

    private void lot(String symbol, Lot lot) {
        held(symbol)
                .add(
                        (long) lot.side().sign() * lot.quantity(),
                        lot.price(),
                        lot.pointValue(),
                        markets.day(symbol, lot.openedMs()),
                        null);
    }

    private void roundTrip(ResultSet row) throws SQLException {
        String symbol = row.getString("symbol");
        Moved day = on(symbol, row.getLong("exit_ms"));
        day.gross += row.getLong("gross_cents");
        boolean ofOrders = row.getObject("fill_id") != null;
        if (!ofOrders) {
            day.costs += row.getLong("cost_cents");
        }
        LocalDate entered = markets.day(symbol, row.getLong("entry_ms"));
        LocalDate left = markets.day(symbol, row.getLong("exit_ms"));
        if (entered.isBefore(left)) {
            held(symbol)
                    .add(
                            (long) Side.valueOf(row.getString("side")).sign() * row.getInt("quantity"),
                            new BigDecimal(row.getString("entry_price")),
                            ofOrders ? new BigDecimal(row.getString("point_value")) : null,
                            entered,
                            left);
        }
    }

    private Moved on(String symbol, long timeMs) {
        return moved.computeIfAbsent(markets.day(symbol, timeMs), day -> new Moved());
    }

    private Overnight held(String symbol) {
        return held.computeIfAbsent(symbol, of -> new Overnight(markets.of(of)));
    }

    /** By trading day, oldest first. */
    Map<LocalDate, Moved> moved() {
        return moved;
    }

    /** By symbol. */
    Map<String, Overnight> held() {
        return held;
    }
}
