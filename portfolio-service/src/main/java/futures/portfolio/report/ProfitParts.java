package futures.portfolio.report;

import futures.kit.sql.Sql;
import futures.portfolio.ledger.Cents;
import futures.wire.portfolio.Attribution;
import futures.wire.portfolio.Portfolio;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Splits what moved a portfolio's cash into groups: what an order realised by the round trips that it closed, commissions by the
 * order that paid them, round trips of batches whole. Within one state of the store.
 */
final class ProfitParts {
    private static final String PARTS = """
            SELECT exit_ms AS time_ms, CASE WHEN fill_id IS NULL THEN 1 ELSE 0 END AS kind,
                   coalesce(fill_id, id) AS entry, gross_cents, CASE WHEN fill_id IS NULL THEN cost_cents ELSE 0 END AS paid,
                   gross_cents - cost_cents AS net_cents, 1 AS trade, symbol, strategy_name, entry_ms
            FROM round_trip WHERE portfolio_id = ?1 AND reversal_id IS NULL
            UNION ALL
            SELECT time_ms, 0, id, 0, cost_cents, 0, 0, symbol, strategy_name, time_ms
            FROM fill WHERE portfolio_id = ?1 AND reversal_id IS NULL
            ORDER BY 1, 2, 3
            """;

    private final GroupKey key;
    private final Map<String, ProfitSums> groups = new TreeMap<>();
    private final Fall fall;
    private long at;

    private ProfitParts(GroupKey key, long initialCents) {
        this.key = key;
        this.fall = new Fall(initialCents);
    }

    /** The deepest fall of cash, by the numbers of the entries that made its peak and its bottom; 0 is the start. */
    private static final class Fall {
        private long cash;
        private long peak;
        private long number;
        private long peakAt;
        private long candidate;
        private long bottomAt;
        private long deepest;
        private Instant candidateTime;
        private Instant peakTime;
        private Instant bottomTime;

        Fall(long initialCents) {
            cash = initialCents;
            peak = initialCents;
        }

        void entry(long cents, long timeMs) {
            number++;
            cash += cents;
            if (cash > peak) {
                peak = cash;
                candidate = number;
                candidateTime = Instant.ofEpochMilli(timeMs);
            } else if (peak - cash > deepest) {
                deepest = peak - cash;
                peakAt = candidate;
                peakTime = candidateTime;
                bottomAt = number;
                bottomTime = Instant.ofEpochMilli(timeMs);
            }
        }
    }

    static Attribution of(Connection connection, Portfolio portfolio, String by, GroupKey key, List<String> notes)
            throws SQLException {
        ProfitParts parts = new ProfitParts(key, Cents.exact(portfolio.initialCash()));
        parts.findFall(connection, portfolio.id());
        long[] entry = {Long.MIN_VALUE, 0, 0};
        Sql.each(connection, PARTS, row -> parts.add(row, entry), portfolio.id());
        long net = parts.groups.values().stream().mapToLong(ProfitSums::net).sum();
        List<Map.Entry<String, ProfitSums>> ordered = new ArrayList<>(parts.groups.entrySet());
        if (!by.equals("day") && !by.equals("month")) {
            ordered.sort(Comparator.comparingLong(group -> -group.getValue().net()));
        }
        return new Attribution(
                by,
                Cents.money(net),
                Cents.money(-parts.fall.deepest),
                parts.fall.peakTime,
                parts.fall.bottomTime,
                ordered.stream()
                        .map(group -> group.getValue().told(group.getKey(), net))
                        .toList(),
                notes);
    }

    /** An order that closes several lots moves cash once: its parts are summed before the curve is looked at. */
    private void findFall(Connection connection, long portfolio) throws SQLException {
        Sql.each(
                connection,
                "SELECT cents, time_ms FROM cash_movement WHERE portfolio_id = ? ORDER BY time_ms, kind, id",
                row -> fall.entry(row.getLong(1), row.getLong(2)),
                portfolio);
    }

    private void add(ResultSet row, long[] entry) throws SQLException {
        long timeMs = row.getLong("time_ms");
        if (timeMs != entry[0] || row.getLong("kind") != entry[1] || row.getLong("entry") != entry[2]) {
            entry[0] = timeMs;
            entry[1] = row.getLong("kind");
            entry[2] = row.getLong("entry");
            at++;
        }
        boolean falling = at > fall.peakAt && at <= fall.bottomAt;
        groups.computeIfAbsent(
                        key.of(
                                row.getString("symbol"),
                                row.getString("strategy_name"),
                                timeMs,
                                row.getLong("entry_ms")),
                        of -> new ProfitSums())
                .add(
                        row.getLong("gross_cents"),
                        row.getLong("paid"),
                        row.getInt("trade") == 1,
                        row.getLong("net_cents"),
                        falling);
    }
}
