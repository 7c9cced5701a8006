package futures.backtest.luck;

import futures.analytics.performance.Measure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The row of a data set's totals.
 *
 * @param best highest Sharpe ratio per day; null when none has one
 */
record TrialRow(
        long number,
        String family,
        String symbol,
        String timeframe,
        long trials,
        long rated,
        double mean,
        double squares,
        Double best,
        String first,
        String last) {

    /** The one that is there, or a new one. */
    static TrialRow take(Connection connection, String family, String symbol, String timeframe, String now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT OR IGNORE INTO trial_set"
                + " (family, symbol, timeframe, first_trial, last_trial) VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, family);
            insert.setString(2, symbol);
            insert.setString(3, timeframe);
            insert.setString(4, now);
            insert.setString(5, now);
            insert.executeUpdate();
        }
        return find(connection, family, symbol, timeframe);
    }

    /** Null when there is none. */
    static TrialRow find(Connection connection, String family, String symbol, String timeframe) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT * FROM trial_set WHERE family = ? AND symbol = ? AND timeframe = ?")) {
            select.setString(1, family);
            select.setString(2, symbol);
            select.setString(3, timeframe);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? read(row) : null;
            }
        }
    }

    static TrialRow read(ResultSet row) throws SQLException {
        double best = row.getDouble("best");
        return new TrialRow(
                row.getLong("number"),
                row.getString("family"),
                row.getString("symbol"),
                row.getString("timeframe"),
                row.getLong("trials"),
                row.getLong("rated"),
                row.getDouble("mean"),
                row.getDouble("squares"),
                row.getObject("best") == null ? null : best,
                row.getString("first_trial"),
                row.getString("last_trial"));
    }

    RatioSums sums() {
        return new RatioSums(rated, mean, squares);
    }

    TrialFacts facts(Measure correlation) {
        return new TrialFacts(Math.max(1, rated), sums().variance(), correlation);
    }

    void put(Connection connection, long newTrials, RatioSums sums, Double newBest, String now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE trial_set SET trials = ?, rated = ?,"
                + " mean = ?, squares = ?, best = ?, last_trial = ? WHERE number = ?")) {
            update.setLong(1, newTrials);
            update.setLong(2, sums.count());
            update.setDouble(3, sums.mean());
            update.setDouble(4, sums.squares());
            update.setObject(5, newBest);
            update.setString(6, newTrials > trials ? now : last);
            update.setLong(7, number);
            update.executeUpdate();
        }
    }
}
