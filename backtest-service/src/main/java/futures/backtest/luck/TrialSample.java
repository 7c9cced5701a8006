package futures.backtest.luck;

import futures.analytics.inference.ReturnMatrix;
import futures.analytics.performance.Measure;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Daily profits of some tries. Keys are hashes, so those with the smallest are an even sample of all, whatever the order in which
 * they come and however many there will be.
 */
final class TrialSample {
    static final int MOST = 64;

    private final long set;
    private final byte[] range;
    private final TreeMap<byte[], double[]> offered = new TreeMap<>(Arrays::compareUnsigned);

    TrialSample(long set, byte[] range) {
        this.set = set;
        this.range = range;
    }

    void offer(byte[] key, double[] profits) {
        offered.put(key, profits);
        if (offered.size() > MOST) {
            offered.pollLastEntry();
        }
    }

    /** Puts in those that belong in, and takes out those that no longer do. */
    void keep(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT OR IGNORE INTO trial_sample (set_number, key, range, profits) VALUES (?, ?, ?, ?)");
                PreparedStatement remove = connection.prepareStatement(
                        "DELETE FROM trial_sample WHERE set_number = ? AND key > (SELECT key FROM trial_sample"
                                + " WHERE set_number = ? ORDER BY key LIMIT 1 OFFSET ?)")) {
            for (Map.Entry<byte[], double[]> one : offered.entrySet()) {
                insert.setLong(1, set);
                insert.setBytes(2, one.getKey());
                insert.setBytes(3, range);
                insert.setBytes(4, packed(one.getValue()));
                insert.executeUpdate();
            }
            remove.setLong(1, set);
            remove.setLong(2, set);
            remove.setInt(3, MOST - 1);
            remove.executeUpdate();
        }
    }

    /** Mean of Pearson's correlation over all pairs on the same days. */
    static Measure meanCorrelation(Connection connection, long set) throws SQLException {
        Map<String, List<double[]>> byDays = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT range, profits FROM trial_sample WHERE set_number = ? ORDER BY key")) {
            select.setLong(1, set);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    double[] profits = unpacked(rows.getBytes(2));
                    byDays.computeIfAbsent(
                                    Arrays.toString(rows.getBytes(1)) + profits.length, days -> new ArrayList<>())
                            .add(profits);
                }
            }
        }
        double sum = 0;
        double pairs = 0;
        for (List<double[]> together : byDays.values()) {
            if (together.size() > 1) {
                double own = together.size() * (together.size() - 1) / 2.0;
                sum += own * ReturnMatrix.of(together).meanCorrelation().value();
                pairs += own;
            }
        }
        return pairs == 0 ? Measure.undefined("no two tries on the same days were kept") : Measure.of(sum / pairs);
    }

    private static byte[] packed(double[] profits) {
        ByteBuffer buffer = ByteBuffer.allocate(profits.length * Float.BYTES);
        for (double profit : profits) {
            buffer.putFloat((float) profit);
        }
        return buffer.array();
    }

    private static double[] unpacked(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        double[] profits = new double[bytes.length / Float.BYTES];
        for (int i = 0; i < profits.length; i++) {
            profits[i] = buffer.getFloat();
        }
        return profits;
    }
}
