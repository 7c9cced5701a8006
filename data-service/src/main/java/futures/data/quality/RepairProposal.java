package futures.data.quality;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A repair that could be made.
 *
 * @param id      hash of what it changes
 * @param changes in the order of time
 */
public record RepairProposal(String id, Set<RepairKind> kinds, String reason, List<Change> changes) {
    private static final int ID_BYTES = 8;

    /**
     * One bar: open, high, low, close, volume.
     *
     * @param time  of its open, epoch milliseconds
     * @param after null: it is deleted
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as values
    public record Change(long time, double[] before, double[] after) {
        private String text() {
            return time + ":" + join(before) + ">" + (after == null ? "" : join(after));
        }

        private static String join(double[] values) {
            StringBuilder text = new StringBuilder();
            for (double value : values) {
                text.append(value).append(',');
            }
            return text.toString();
        }
    }

    static RepairProposal of(
            String symbol, String timeframe, Set<RepairKind> kinds, String reason, List<Change> changes) {
        String what = RepairSearch.RULES + "|" + symbol + "|" + timeframe + "|" + EnumSet.copyOf(kinds) + "|"
                + changes.stream().map(Change::text).collect(Collectors.joining(";"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return new RepairProposal(HexFormat.of().formatHex(hash, 0, ID_BYTES), kinds, reason, List.copyOf(changes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    long time() {
        return changes.get(0).time();
    }

    List<String> kindNames() {
        return kinds.stream().map(RepairKind::text).toList();
    }
}
