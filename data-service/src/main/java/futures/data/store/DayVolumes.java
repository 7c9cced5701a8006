package futures.data.store;

import futures.model.TradingCalendar;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Volume by trading day. The sums of each chunk are kept in {@code chunk_day}, where a trigger takes out those of a chunk that
 * changes; what is not there is summed when it is asked for.
 */
public final class DayVolumes {
    /** To be raised when the rules of a calendar change, so that days which were kept by the old ones are summed again. */
    private static final String RULES = "1 ";

    private static final String ALL = "SELECT chunk_start FROM bar_chunk WHERE series_id = ? ORDER BY chunk_start";
    private static final String WITHOUT_SUMS = "SELECT chunk_start FROM bar_chunk c WHERE series_id = ? AND NOT EXISTS"
            + " (SELECT 1 FROM chunk_day d WHERE d.series_id = c.series_id AND d.chunk_start = c.chunk_start)"
            + " ORDER BY chunk_start";

    private record Sum(long chunk, LocalDate day, double volume) {}

    private DayVolumes() {}

    /** Contracts traded on each trading day that has bars. */
    public static NavigableMap<LocalDate, Double> of(Connection connection, Series series, TradingCalendar calendar)
            throws SQLException {
        boolean current = isCurrent(connection, series, calendar);
        NavigableMap<LocalDate, Double> volumes = new TreeMap<>();
        if (current) {
            kept(connection, series).forEach(sum -> volumes.merge(sum.day(), sum.volume(), Double::sum));
        }
        missing(connection, series, calendar, current)
                .forEach(sum -> volumes.merge(sum.day(), sum.volume(), Double::sum));
        return volumes;
    }

    /** Keeps what was not kept; the caller holds a transaction that writes. */
    public static void keep(Connection connection, Series series, TradingCalendar calendar) throws SQLException {
        boolean current = isCurrent(connection, series, calendar);
        if (!current) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM chunk_day WHERE series_id = ?");
                    PreparedStatement update =
                            connection.prepareStatement("UPDATE series SET day_calendar = ? WHERE id = ?")) {
                delete.setLong(1, series.id());
                delete.executeUpdate();
                update.setString(1, RULES + calendar);
                update.setLong(2, series.id());
                update.executeUpdate();
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO chunk_day (series_id, chunk_start, day, volume) VALUES (?, ?, ?, ?)")) {
            for (Sum sum : missing(connection, series, calendar, true)) {
                insert.setLong(1, series.id());
                insert.setLong(2, sum.chunk());
                insert.setString(3, sum.day().toString());
                insert.setDouble(4, sum.volume());
                insert.executeUpdate();
            }
        }
    }

    private static boolean isCurrent(Connection connection, Series series, TradingCalendar calendar)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT day_calendar FROM series WHERE id = ?")) {
            select.setLong(1, series.id());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && (RULES + calendar).equals(row.getString(1));
            }
        }
    }

    private static List<Sum> kept(Connection connection, Series series) throws SQLException {
        List<Sum> sums = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT chunk_start, day, volume FROM chunk_day WHERE series_id = ? ORDER BY chunk_start, day")) {
            select.setLong(1, series.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sums.add(new Sum(row.getLong(1), LocalDate.parse(row.getString(2)), row.getDouble(3)));
                }
            }
        }
        return sums;
    }

    private static List<Sum> missing(Connection connection, Series series, TradingCalendar calendar, boolean others)
            throws SQLException {
        List<Long> starts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(others ? WITHOUT_SUMS : ALL)) {
            select.setLong(1, series.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    starts.add(row.getLong(1));
                }
            }
        }
        List<Sum> sums = new ArrayList<>();
        try (ChunkTable chunks = new ChunkTable(connection)) {
            for (long start : starts) {
                sum(chunks.load(series.id(), start), start, calendar, sums);
            }
        }
        return sums;
    }

    private static void sum(Chunk chunk, long start, TradingCalendar calendar, List<Sum> sums) {
        double[] volumes = new double[chunk.size()];
        chunk.doubles(ChunkRows.VOLUME, 0, chunk.size(), volumes, 0);
        int i = 0;
        while (i < chunk.size()) {
            LocalDate day = calendar.tradingDay(chunk.time()[i]);
            int end = Math.max(i + 1, chunk.firstAtOrAfter(calendar.endOf(day)));
            double sum = 0;
            for (; i < end; i++) {
                sum += volumes[i];
            }
            sums.add(new Sum(start, day, sum));
        }
    }
}
