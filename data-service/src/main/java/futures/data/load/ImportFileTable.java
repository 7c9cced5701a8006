package futures.data.load;

import futures.wire.data.ImportedFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The files that each series was imported from. A file that was imported again is there once, as it came first. */
public final class ImportFileTable {
    private ImportFileTable() {}

    static void add(Connection connection, long seriesId, ImportedFile file, long now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR IGNORE INTO import_file (series_id, name, sha256, bytes, time_zone, stamps, dialect, rows_read,"
                        + " imported_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, seriesId);
            insert.setString(2, file.name());
            insert.setString(3, file.sha256());
            insert.setLong(4, file.bytes());
            insert.setString(5, file.timeZone());
            insert.setString(6, file.stamps());
            insert.setString(7, file.dialect());
            insert.setLong(8, file.rows());
            insert.setLong(9, now);
            insert.executeUpdate();
        }
    }

    /** Oldest import first. */
    public static List<ImportedFile> of(Connection connection, long seriesId) throws SQLException {
        List<ImportedFile> files = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT name, rows_read, bytes, sha256, dialect, time_zone, stamps FROM import_file WHERE series_id = ?"
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
                            row.getString(7)));
                }
            }
        }
        return files;
    }
}
