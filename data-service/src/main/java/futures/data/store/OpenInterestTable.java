package futures.data.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Open interest by symbol and trading day, in the transaction of the connection that is given. */
public final class OpenInterestTable {
    /**
     * A figure of a trading day.
     *
     * @param contracts open, above zero
     * @param asOf      close of the bar whose row said it, epoch milliseconds; of two figures of a day the later one counts
     */
    public record Figure(double contracts, long asOf) {}

    /** Two figures for one moment that differ. */
    public record Conflict(LocalDate day, double stored, double given) {}

    /** What became of the figures that were given: days that are new or changed, and the conflicts. */
    public record Merged(long changed, List<Conflict> conflicts) {}

    private OpenInterestTable() {}

    public static NavigableMap<LocalDate, Figure> of(Connection connection, String symbol) throws SQLException {
        NavigableMap<LocalDate, Figure> figures = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT day, contracts, as_of FROM open_interest WHERE symbol = ? ORDER BY day")) {
            select.setString(1, symbol);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    figures.put(LocalDate.parse(row.getString(1)), new Figure(row.getDouble(2), row.getLong(3)));
                }
            }
        }
        return figures;
    }

    /** Whether a symbol has any figure. */
    public static boolean has(Connection connection, String symbol) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM open_interest WHERE symbol = ? LIMIT 1")) {
            select.setString(1, symbol);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Grows with every change of a symbol's figures; 0 for a symbol that never had one. */
    public static long revision(Connection connection, String symbol) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT revision FROM open_interest_revision WHERE symbol = ?")) {
            select.setString(1, symbol);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Stores figures beside those that are there, by the policy where two of one moment differ. */
    public static Merged merge(
            Connection connection, Series series, Map<LocalDate, Figure> given, OnConflict onConflict)
            throws SQLException {
        Map<LocalDate, Figure> stored = given.isEmpty() ? Map.of() : of(connection, series.symbol());
        List<Conflict> conflicts = new ArrayList<>();
        long changed = 0;
        try (PreparedStatement put =
                connection.prepareStatement("INSERT INTO open_interest (symbol, day, contracts, as_of, series_id)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (symbol, day) DO UPDATE SET contracts = excluded.contracts,"
                        + " as_of = excluded.as_of, series_id = excluded.series_id")) {
            for (Map.Entry<LocalDate, Figure> entry : given.entrySet()) {
                Figure there = stored.get(entry.getKey());
                Figure figure = entry.getValue();
                boolean same = there != null && there.asOf() == figure.asOf();
                if (same && there.contracts() != figure.contracts()) {
                    conflicts.add(new Conflict(entry.getKey(), there.contracts(), figure.contracts()));
                }
                boolean takes = there == null
                        || there.asOf() < figure.asOf()
                        || (same && there.contracts() != figure.contracts() && onConflict == OnConflict.REPLACE);
                if (takes) {
                    put.setString(1, series.symbol());
                    put.setString(2, entry.getKey().toString());
                    put.setDouble(3, figure.contracts());
                    put.setLong(4, figure.asOf());
                    put.setLong(5, series.id());
                    put.executeUpdate();
                    changed++;
                }
            }
        }
        return new Merged(changed, conflicts);
    }

    /** Deletes the figures that came with bars of {@code from <= open time < to}. */
    static void delete(Connection connection, Series series, long from, long to) throws SQLException {
        long length = series.timeframe().millis();
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM open_interest WHERE series_id = ? AND as_of >= ? AND as_of < ?")) {
            delete.setLong(1, series.id());
            delete.setLong(2, from > Long.MAX_VALUE - length ? from : from + length);
            delete.setLong(3, to > Long.MAX_VALUE - length ? to : to + length);
            delete.executeUpdate();
        }
    }
}
