package futures.data.rate;

import futures.wire.data.RatePair;
import futures.wire.data.RateRow;
import futures.wire.data.RatesMessage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables {@code currency_pair} and {@code currency_rate}, in the transaction of the connection that is given. */
final class RateTable {
    private static final String FIELDS = "pair, source, updated_at,"
            + " (SELECT count(*) FROM currency_rate WHERE currency_rate.pair = currency_pair.pair) AS row_count,"
            + " (SELECT min(day) FROM currency_rate WHERE currency_rate.pair = currency_pair.pair) AS first_day,"
            + " (SELECT max(day) FROM currency_rate WHERE currency_rate.pair = currency_pair.pair) AS last_day";

    private RateTable() {}

    static List<RatePair> pairs(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT " + FIELDS + " FROM currency_pair ORDER BY pair");
                ResultSet row = select.executeQuery()) {
            List<RatePair> found = new ArrayList<>();
            while (row.next()) {
                found.add(pair(row));
            }
            return found;
        }
    }

    /** One that is there. */
    static RatePair pair(Connection connection, String pair) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + FIELDS + " FROM currency_pair WHERE pair = ?")) {
            select.setString(1, pair);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return pair(row);
            }
        }
    }

    private static RatePair pair(ResultSet row) throws SQLException {
        String pair = row.getString("pair");
        return new RatePair(
                pair,
                row.getString("source"),
                row.getInt("row_count"),
                LocalDate.parse(row.getString("first_day")),
                LocalDate.parse(row.getString("last_day")),
                Instant.ofEpochMilli(row.getLong("updated_at")),
                "/api/rates/" + pair);
    }

    static Optional<RatesMessage> find(Connection connection, String pair) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT source, updated_at, day, rate"
                + " FROM currency_pair JOIN currency_rate USING (pair) WHERE pair = ? ORDER BY day")) {
            select.setString(1, pair);
            try (ResultSet row = select.executeQuery()) {
                List<RateRow> rates = new ArrayList<>();
                String source = null;
                long updated = 0;
                while (row.next()) {
                    source = row.getString("source");
                    updated = row.getLong("updated_at");
                    rates.add(
                            new RateRow(LocalDate.parse(row.getString("day")), new BigDecimal(row.getString("rate"))));
                }
                return rates.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new RatesMessage(pair, source, Instant.ofEpochMilli(updated), rates));
            }
        }
    }

    static void put(Connection connection, String pair, String source, List<RateRow> rows, long now)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM currency_rate WHERE pair = ?")) {
            delete.setString(1, pair);
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO currency_pair (pair, source, updated_at) VALUES (?, ?, ?) ON CONFLICT (pair) DO UPDATE"
                        + " SET source = excluded.source, updated_at = excluded.updated_at")) {
            insert.setString(1, pair);
            insert.setString(2, source);
            insert.setLong(3, now);
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO currency_rate (pair, day, rate) VALUES (?, ?, ?)")) {
            for (RateRow row : rows) {
                insert.setString(1, pair);
                insert.setString(2, row.date().toString());
                insert.setString(3, row.rate().toPlainString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
