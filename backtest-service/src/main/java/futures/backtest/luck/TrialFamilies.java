package futures.backtest.luck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Under which name the tries of a strategy are counted. Versions of one name belong together, and so does a name that is first seen
 * with code that was run under another one: a copy or a renamed file does not begin anew.
 */
final class TrialFamilies {
    private TrialFamilies() {}

    /** The family of a subject, which it joins or founds when its name is new. */
    static String take(Connection connection, TrialSubject subject) throws SQLException {
        String known =
                text(connection, "SELECT family FROM trial_name WHERE strategy_name = ?", subject.strategyName());
        String hash = subject.file() ? subject.code().get(subject.strategyName()) : null;
        String family = known;
        if (known == null) {
            String other = hash == null
                    ? null
                    : text(connection, "SELECT family FROM trial_code WHERE content_hash = ?", hash);
            family = other == null ? subject.strategyName() : other;
            put(
                    connection,
                    "INSERT INTO trial_name (strategy_name, family) VALUES (?, ?)",
                    subject.strategyName(),
                    family);
        }
        if (hash != null) {
            put(connection, "INSERT OR IGNORE INTO trial_code (content_hash, family) VALUES (?, ?)", hash, family);
        }
        return family;
    }

    /** The name itself when it was never tried. */
    static String of(Connection connection, String strategyName) throws SQLException {
        String family = text(connection, "SELECT family FROM trial_name WHERE strategy_name = ?", strategyName);
        return family == null ? strategyName : family;
    }

    /** All names of a family, by the alphabet. */
    static List<String> names(Connection connection, String family) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT strategy_name FROM trial_name WHERE family = ? ORDER BY strategy_name")) {
            select.setString(1, family);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    private static String text(Connection connection, String sql, String of) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, of);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static void put(Connection connection, String sql, String first, String second) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, first);
            insert.setString(2, second);
            insert.executeUpdate();
        }
    }
}
