package futures.backtest.luck;

import futures.analytics.performance.Measure;
import futures.kit.sql.Database;
import futures.wire.backtest.TrialSet;
import futures.wire.backtest.TrialSets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts every try of a strategy on a data set that was ever made, and keeps what the statistics of luck need of it. Nothing
 * takes a try back: neither removing the run nor the strategy, for what was looked at was looked at.
 */
public final class TrialLedger {
    private final Database database;
    private final Clock clock;

    public TrialLedger(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts tries, in one transaction; those that were made before, with the same code and parameters on the same data, are
     * passed over.
     *
     * @return how many were new
     */
    public int record(TrialSubject subject, List<Trial> trials) {
        if (trials.isEmpty()) {
            return 0;
        }
        String now = clock.instant().toString();
        return database.write(connection -> {
            String family = TrialFamilies.take(connection, subject);
            TrialRow row = TrialRow.take(connection, family, subject.symbol(), subject.timeframe(), now);
            TrialSample sample = new TrialSample(row.number(), TrialKeys.range(subject));
            TrialKeys keys = new TrialKeys(subject);
            RatioSums sums = row.sums();
            Double best = row.best();
            int fresh = 0;
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT OR IGNORE INTO trial (set_number, key, sharpe, days, made) VALUES (?, ?, ?, ?, ?)")) {
                for (Trial trial : trials) {
                    byte[] key = keys.of(trial);
                    Measure sharpe = trial.sharpe();
                    insert.setLong(1, row.number());
                    insert.setBytes(2, key);
                    insert.setObject(3, sharpe.value());
                    insert.setInt(4, trial.profits().length);
                    insert.setString(5, now);
                    if (insert.executeUpdate() == 1) {
                        fresh++;
                        if (sharpe.defined()) {
                            sums.add(sharpe.value());
                            best = best == null ? sharpe.value() : Math.max(best, sharpe.value());
                            sample.offer(key, trial.profits());
                        }
                    }
                }
            }
            sample.keep(connection);
            row.put(connection, row.trials() + fresh, sums, best, now);
            return fresh;
        });
    }

    /**
     * What is known of all tries of a strategy on a data set, for a verdict. Costs a look at the sample of daily profits.
     *
     * @return of a single try without spread when none with a Sharpe ratio was counted
     */
    public TrialFacts facts(TrialSubject subject) {
        return database.read(connection -> {
            TrialRow row = TrialRow.find(
                    connection,
                    TrialFamilies.of(connection, subject.strategyName()),
                    subject.symbol(),
                    subject.timeframe());
            return row == null
                    ? new TrialFacts(1, 0, Measure.undefined("no try was counted"))
                    : row.facts(TrialSample.meanCorrelation(connection, row.number()));
        });
    }

    /** The same without the correlation, for one row is all that it costs. */
    public TrialFacts count(TrialSubject subject) {
        return database.read(connection -> {
            TrialRow row = TrialRow.find(
                    connection,
                    TrialFamilies.of(connection, subject.strategyName()),
                    subject.symbol(),
                    subject.timeframe());
            Measure unknown = Measure.undefined("not asked for");
            return row == null ? new TrialFacts(1, 0, unknown) : row.facts(unknown);
        });
    }

    /**
     * A page of the data sets with tries, in the order in which they were first tried.
     *
     * @param strategyName any name of the family; null for all
     * @param symbol       series or product; null for all
     * @param timeframe    null for all
     * @param cursor       from the page before; null for the first
     */
    public TrialSets sets(String strategyName, String symbol, String timeframe, int limit, Long cursor) {
        return database.read(connection -> {
            String family = strategyName == null ? null : TrialFamilies.of(connection, strategyName);
            String product = symbol == null ? null : TrialSubject.product(symbol);
            List<TrialRow> rows = rows(connection, family, product, timeframe, cursor == null ? 0 : cursor, limit + 1);
            List<TrialSet> items = new ArrayList<>();
            for (TrialRow row : rows.subList(0, Math.min(limit, rows.size()))) {
                items.add(TrialWords.of(
                        row,
                        TrialFamilies.names(connection, row.family()),
                        row.facts(TrialSample.meanCorrelation(connection, row.number()))));
            }
            String next =
                    rows.size() > limit ? Long.toString(rows.get(limit - 1).number()) : null;
            return new TrialSets(items, next);
        });
    }

    private static List<TrialRow> rows(
            Connection connection, String family, String product, String timeframe, long after, int limit)
            throws SQLException {
        // with a name the index of families leads to the few sets, without one the numbers to the page
        String which = family == null ? "" : " AND family = ?";
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM trial_set WHERE number > ?" + which
                + " AND (? IS NULL OR symbol = ?) AND (? IS NULL OR timeframe = ?) ORDER BY number LIMIT ?")) {
            int at = 1;
            select.setLong(at++, after);
            if (family != null) {
                select.setString(at++, family);
            }
            select.setString(at++, product);
            select.setString(at++, product);
            select.setString(at++, timeframe);
            select.setString(at++, timeframe);
            select.setInt(at, limit);
            List<TrialRow> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(TrialRow.read(found));
                }
            }
            return rows;
        }
    }
}
