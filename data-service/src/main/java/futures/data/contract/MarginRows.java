package futures.data.contract;

import futures.wire.data.MarginRow;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The table {@code contract_margin}, in the transaction of the connection that is given. */
final class MarginRows {
    private MarginRows() {}

    /** Oldest first. */
    static List<MarginRow> of(Connection connection, String symbol) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT from_day, initial, maintenance, day_trade FROM contract_margin WHERE symbol = ?"
                        + " ORDER BY from_day")) {
            select.setString(1, symbol);
            List<MarginRow> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new MarginRow(
                            LocalDate.parse(row.getString("from_day")),
                            number(row.getString("initial")),
                            number(row.getString("maintenance")),
                            number(row.getString("day_trade"))));
                }
            }
            return rows;
        }
    }

    /** In place of those that are there. */
    static void put(Connection connection, String symbol, List<MarginRow> rows) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM contract_margin WHERE symbol = ?")) {
            delete.setString(1, symbol);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO contract_margin (symbol, from_day, initial, maintenance, day_trade) VALUES (?, ?, ?, ?, ?)")) {
            for (MarginRow row : rows) {
                insert.setString(1, symbol);
                insert.setString(2, row.from().toString());
                insert.setString(3, text(row.initial()));
                insert.setString(4, text(row.maintenance()));
                insert.setString(5, text(row.dayTrade()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String text(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
