package futures.data.quality;

import futures.data.source.BarSource;
import futures.data.store.BarEdits;
import futures.data.store.BarRange;
import futures.data.store.ChunkRows;
import futures.data.store.Series;
import futures.kit.http.Problem;
import futures.model.TickGrid;
import futures.model.TradingCalendar;
import futures.wire.data.RepairAnswer;
import futures.wire.data.RepairList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Repairs of a stored series that could be made: shown, made when they are asked for, recorded.
 *
 * @param source of the series' bars
 * @param grid   null when not known
 */
public record Repairs(Series series, BarSource source, BarRange range, TradingCalendar calendar, TickGrid grid) {
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
                        .limit(ShownBars.MOST)
                        .map(change -> ShownBars.change(change.time(), change.before(), change.after()))
                        .toList());
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

    static RepairAnswer answer(Series changed, long repairs, long bars) {
        return new RepairAnswer(
                changed.symbol(),
                changed.timeframe().toString(),
                repairs,
                bars,
                changed.id() + "." + changed.revision());
    }
}
