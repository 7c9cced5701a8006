package futures.data.load;

import futures.model.Timeframe;
import futures.wire.data.ImportedFile;
import futures.wire.data.ImportedFile.Seen;
import futures.wire.data.QualityReport.Imports;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that each series was imported from. A file that was imported again is there once, as it came first. */
public final class ImportFileTable {
    private ImportFileTable() {}

    /** @param options by which it was imported, as {@link ImportPlan#options} names them */
    static void add(Connection connection, long seriesId, ImportedFile file, String options, long now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO import_file (series_id, name, sha256, bytes, time_zone, stamps, dialect, rows_read,"
                        + " imported_at, duplicates, out_of_order, rounded, bad_rows, conflicts, options)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (series_id, sha256) DO UPDATE SET options = excluded.options")) {
            insert.setLong(1, seriesId);
            insert.setString(2, file.name());
            insert.setString(3, file.sha256());
            insert.setLong(4, file.bytes());
            insert.setString(5, file.timeZone());
            insert.setString(6, file.stamps());
            insert.setString(7, file.dialect());
            insert.setLong(8, file.rows());
            insert.setLong(9, now);
            insert.setLong(10, file.seen().duplicates());
            insert.setLong(11, file.seen().outOfOrder());
            insert.setLong(12, file.seen().rounded());
            insert.setLong(13, file.seen().badRows());
            insert.setLong(14, file.seen().conflicts());
            insert.setString(15, options);
            insert.executeUpdate();
        }
    }

    /** SHA-256 of the files that were imported into a series by these options. */
    static Set<String> known(Connection connection, String symbol, Timeframe timeframe, String options)
            throws SQLException {
        Set<String> known = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT f.sha256 FROM import_file f JOIN series s ON s.id = f.series_id"
                        + " WHERE s.symbol = ? AND s.timeframe = ? AND f.options = ?")) {
            select.setString(1, symbol);
            select.setString(2, timeframe.toString());
            select.setString(3, options);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getString(1));
                }
            }
        }
        return known;
    }

    /** Oldest import first. */
    public static List<ImportedFile> of(Connection connection, long seriesId) throws SQLException {
        List<ImportedFile> files = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT name, rows_read, bytes, sha256, dialect, time_zone, stamps, duplicates, out_of_order, rounded, bad_rows,"
                        + " conflicts FROM import_file WHERE series_id = ?"
                        + " ORDER BY id")) {
            select.setLong(1, seriesId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    files.add(new ImportedFile(
                            row.getString(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            seen(row)));
                }
            }
        }
        return files;
    }

    /** What imports saw in all files of a series; empty when there are none. */
    public static Optional<Imports> sums(Connection connection, long seriesId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT count(*), count(*) - count(duplicates), total(rows_read), total(duplicates), total(out_of_order),"
                        + " total(rounded), total(bad_rows), total(conflicts) FROM import_file WHERE series_id = ?")) {
            select.setLong(1, seriesId);
            try (ResultSet row = select.executeQuery()) {
                return row.getLong(1) == 0
                        ? Optional.empty()
                        : Optional.of(new Imports(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8)));
            }
        }
    }

    private static Seen seen(ResultSet row) throws SQLException {
        long duplicates = row.getLong(8);
        return row.wasNull()
                ? null
                : new Seen(duplicates, row.getLong(9), row.getLong(10), row.getLong(11), row.getLong(12));
    }
}
