package futures.data.quality;

import futures.data.store.BarEdits;
import futures.data.store.Series;
import futures.kit.http.Problem;
import futures.wire.data.AppliedRepairs;
import futures.wire.data.RepairAnswer;
import futures.wire.data.RepairList.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Repairs that were made: listed, taken back. */
public final class MadeRepairs {
    private MadeRepairs() {}

    /** Repairs of the series, the newest first. */
    public static AppliedRepairs list(Connection connection, Series series, long below, int limit) throws SQLException {
        List<RepairTable.Row> rows = RepairTable.of(connection, series.id(), below, limit + 1);
        List<AppliedRepairs.Applied> shown = new ArrayList<>();
        for (RepairTable.Row row : rows.subList(0, Math.min(limit, rows.size()))) {
            List<Change> changes = RepairTable.bars(connection, row.id(), ShownBars.MOST).stream()
                    .map(bar -> ShownBars.change(bar.time(), bar.before(), bar.after()))
                    .toList();
            shown.add(new AppliedRepairs.Applied(
                    row.id(),
                    row.proposal(),
                    List.of(row.kinds().split(",")),
                    row.reason(),
                    row.rules(),
                    row.bars(),
                    changes,
                    Instant.ofEpochMilli(row.appliedAt()),
                    row.undoneAt() == null ? null : Instant.ofEpochMilli(row.undoneAt())));
        }
        return new AppliedRepairs(
                series.symbol(),
                series.timeframe().toString(),
                shown,
                rows.size() > limit ? shown.get(limit - 1).id() : null);
    }

    /**
     * Takes repairs back in the transaction of the connection, the newest first. A bar that is again what it was before counts as
     * taken back.
     *
     * @param ids null: all that are in force
     * @throws Problem 404 for a number that is none, 409 for a repair that was undone or whose bars changed since
     */
    public static RepairAnswer undo(Connection connection, Series series, List<Long> ids, long now)
            throws SQLException {
        List<RepairTable.Row> rows = new ArrayList<>();
        if (ids == null) {
            RepairTable.of(connection, series.id(), Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                    .filter(row -> row.undoneAt() == null)
                    .forEach(rows::add);
        } else {
            for (long id : new HashSet<>(ids)) {
                rows.add(row(connection, series, id));
            }
            rows.sort((one, other) -> Long.compare(other.id(), one.id()));
        }
        Map<Long, long[]> restored = new HashMap<>();
        SortedMap<Long, long[]> values = new TreeMap<>();
        for (RepairTable.Row row : rows) {
            SortedMap<Long, RepairTable.Bar> bars =
                    RepairTable.byTime(RepairTable.bars(connection, row.id(), Integer.MAX_VALUE));
            Map<Long, long[]> stored = BarEdits.read(connection, series, bars.keySet());
            bars.forEach((time, bar) -> {
                long[] there = restored.containsKey(time) ? restored.get(time) : stored.get(time);
                if (!Arrays.equals(there, bar.after()) && !Arrays.equals(there, bar.before())) {
                    throw Problem.conflict("The bar of " + Instant.ofEpochMilli(time) + " was changed after repair "
                                    + row.id() + "; nothing was undone. What was imported or repaired since stands.")
                            .field("ids", row.id(), "changed since");
                }
                restored.put(time, bar.before());
                values.put(time, bar.before());
            });
            RepairTable.undone(connection, row.id(), now);
        }
        return values.isEmpty()
                ? new RepairAnswer(
                        series.symbol(), series.timeframe().toString(), 0, 0, series.id() + "." + series.revision())
                : Repairs.answer(BarEdits.write(connection, series, values, now), rows.size(), values.size());
    }

    private static RepairTable.Row row(Connection connection, Series series, long id) throws SQLException {
        RepairTable.Row row = RepairTable.find(connection, series.id(), id)
                .orElseThrow(() -> Problem.notFound("There is no repair " + id + " of '" + series.symbol()
                                + "'; GET /api/data/" + series.symbol() + "/repairs/applied lists them.")
                        .field("ids", id, "unknown"));
        if (row.undoneAt() != null) {
            throw Problem.conflict("Repair " + id + " was undone already; nothing was changed.")
                    .field("ids", id, "undone already");
        }
        return row;
    }
}
