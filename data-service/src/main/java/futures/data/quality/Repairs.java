package futures.data.quality;

import futures.data.source.BarSource;
import futures.data.store.BarEdits;
import futures.data.store.BarRange;
import futures.data.store.ChunkRows;
import futures.data.store.Series;
import futures.kit.http.Problem;
import futures.model.TickGrid;
import futures.model.TradingCalendar;
import futures.wire.data.AppliedRepairs;
import futures.wire.data.RepairAnswer;
import futures.wire.data.RepairList;
import futures.wire.data.RepairList.Change;
import futures.wire.data.RepairList.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Repairs of a stored series: shown, made when they are asked for, recorded, taken back.
 *
 * @param source of the series' bars
 * @param grid   null when not known
 */
public record Repairs(Series series, BarSource source, BarRange range, TradingCalendar calendar, TickGrid grid) {
    private static final int SHOWN = 20;
    /** Bars that one request changes at most. */
    private static final int MOST_BARS = 100_000;

    private RepairSearch search(Connection connection, Consumer<RepairProposal> found) throws SQLException {
        RepairSearch search = new RepairSearch(source.header(), calendar, grid, found);
        Windows.of(connection, source, range, calendar, Windows.SIZE, search::add);
        return search;
    }

    /**
     * The proposals of the range from a bar on.
     *
     * @param kind   null: all kinds
     * @param cursor open time of the first bar, epoch milliseconds
     */
    public RepairList list(Connection connection, String kind, long cursor, int limit) throws SQLException {
        Map<String, Long> kinds = new TreeMap<>();
        List<RepairList.Proposal> shown = new ArrayList<>();
        long[] total = {0};
        Long[] next = {null};
        RepairSearch search = search(connection, proposal -> {
            if (kind != null && !proposal.kindNames().contains(kind)) {
                return;
            }
            total[0]++;
            proposal.kindNames().forEach(name -> kinds.merge(name, 1L, Long::sum));
            if (proposal.time() < cursor) {
                return;
            }
            if (shown.size() < limit) {
                shown.add(shown(proposal));
            } else if (next[0] == null) {
                next[0] = proposal.time();
            }
        });
        return new RepairList(
                series.symbol(),
                series.timeframe().toString(),
                source.header().tag(),
                RepairSearch.RULES,
                total[0],
                kinds,
                shown,
                next[0],
                search.remedies());
    }

    private static RepairList.Proposal shown(RepairProposal proposal) {
        return new RepairList.Proposal(
                proposal.id(),
                proposal.kindNames(),
                proposal.reason(),
                proposal.changes().size(),
                proposal.changes().stream()
                        .limit(SHOWN)
                        .map(change -> new Change(
                                Instant.ofEpochMilli(change.time()), values(change.before()), values(change.after())))
                        .toList());
    }

    private static Values values(double[] bar) {
        return bar == null ? null : new Values(bar[0], bar[1], bar[2], bar[3], bar[4]);
    }

    /**
     * Makes proposals in the transaction of the connection.
     *
     * @throws Problem 409 when one is no longer proposed, 422 when no bar or too many would be changed
     */
    public RepairAnswer apply(Connection connection, List<String> ids, List<String> kinds, long now)
            throws SQLException {
        Set<String> wanted = new HashSet<>(ids == null ? List.of() : ids);
        Predicate<RepairProposal> meant = ids == null
                ? proposal -> proposal.kindNames().stream().anyMatch(kinds::contains)
                : proposal -> wanted.contains(proposal.id());
        List<RepairProposal> chosen = new ArrayList<>();
        long[] bars = {0};
        search(connection, proposal -> {
            if (meant.test(proposal)) {
                bars[0] += proposal.changes().size();
                if (bars[0] > MOST_BARS) {
                    throw Problem.unprocessable("These repairs would change more than " + MOST_BARS
                                    + " bars. So many faults are those of the file: import it again in another way, or repair"
                                    + " a part with start_date and end_date.")
                            .field("kinds", kinds, "too many bars");
                }
                chosen.add(proposal);
            }
        });
        chosen.forEach(proposal -> wanted.remove(proposal.id()));
        if (!wanted.isEmpty()) {
            throw Problem.conflict(
                            wanted.size() + " of these repairs are not proposed, or no longer, because the bars, the"
                                    + " calendar or the tick size changed, or the range is another one. Nothing was changed; ask GET"
                                    + " /api/data/" + series.symbol() + "/repairs again.")
                    .field("apply", wanted.iterator().next(), "not proposed");
        }
        if (chosen.isEmpty()) {
            return new RepairAnswer(
                    series.symbol(),
                    series.timeframe().toString(),
                    0,
                    0,
                    source.header().tag());
        }
        return write(connection, chosen, now);
    }

    private RepairAnswer write(Connection connection, List<RepairProposal> chosen, long now) throws SQLException {
        SortedMap<Long, double[][]> changes = new TreeMap<>();
        chosen.forEach(proposal -> proposal.changes()
                .forEach(change -> changes.put(change.time(), new double[][] {change.before(), change.after()})));
        SortedMap<Long, long[]> before = BarEdits.read(connection, series, changes.keySet());
        SortedMap<Long, long[]> after = new TreeMap<>();
        changes.forEach((time, change) -> after.put(time, exact(before.get(time), change[0], change[1])));
        Series changed = edit(connection, after, now);
        for (RepairProposal proposal : chosen) {
            RepairTable.add(connection, series.id(), proposal, before, after, now);
        }
        return answer(changed, chosen.size(), after.size());
    }

    private Series edit(Connection connection, SortedMap<Long, long[]> values, long now) throws SQLException {
        if (values.values().stream().filter(bar -> bar == null).count() >= series.bars()) {
            throw Problem.unprocessable("No bar would be left; DELETE /api/data/" + series.symbol()
                            + " deletes a series, when that is meant.")
                    .field("apply", null, "deletes every bar");
        }
        return BarEdits.write(connection, series, values, now);
    }

    /** Prices that a repair leaves alone keep all their digits. */
    private static long[] exact(long[] stored, double[] before, double[] after) {
        if (after == null) {
            return null;
        }
        long[] exact = new long[after.length];
        for (int i = 0; i < after.length; i++) {
            exact[i] = after[i] == before[i]
                    ? stored[i]
                    : BigDecimal.valueOf(after[i])
                            .movePointRight(ChunkRows.DECIMALS)
                            .setScale(0, RoundingMode.HALF_EVEN)
                            .longValueExact();
        }
        return exact;
    }

    private static RepairAnswer answer(Series changed, long repairs, long bars) {
        return new RepairAnswer(
                changed.symbol(),
                changed.timeframe().toString(),
                repairs,
                bars,
                changed.id() + "." + changed.revision());
    }

    /** Repairs of the series, the newest first. */
    public static AppliedRepairs applied(Connection connection, Series series, long below, int limit)
            throws SQLException {
        List<RepairTable.Row> rows = RepairTable.of(connection, series.id(), below, limit + 1);
        List<AppliedRepairs.Applied> shown = new ArrayList<>();
        for (RepairTable.Row row : rows.subList(0, Math.min(limit, rows.size()))) {
            List<Change> changes = RepairTable.bars(connection, row.id(), SHOWN).stream()
                    .map(bar -> new Change(Instant.ofEpochMilli(bar.time()), values(bar.before()), values(bar.after())))
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

    private static Values values(long[] bar) {
        return bar == null
                ? null
                : values(Arrays.stream(bar)
                        .mapToDouble(value ->
                                BigDecimal.valueOf(value, ChunkRows.DECIMALS).doubleValue())
                        .toArray());
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
                : answer(BarEdits.write(connection, series, values, now), rows.size(), values.size());
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
