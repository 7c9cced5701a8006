package futures.portfolio.ledger;

import futures.wire.portfolio.BatchRecorded;
import futures.wire.portfolio.RecordedTrade;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records round trips that belong together. */
public final class Batches {
    private Batches() {}

    /** Within the caller's transaction, which takes everything back when one of them fails. */
    static BatchRecorded record(Connection connection, String portfolioId, String key, List<RecordedTrade> trades)
            throws SQLException {
        return record(connection, portfolioId, key, trades, List.of());
    }

    /** @param numbers that a broker gave them, in their order; empty for none */
    public static BatchRecorded record(
            Connection connection, String portfolioId, String key, List<RecordedTrade> trades, List<String> numbers)
            throws SQLException {
        long portfolio = Portfolios.require(connection, portfolioId).id();
        List<RoundTrips.Row> rows = new ArrayList<>(trades.size());
        for (int i = 0; i < trades.size(); i++) {
            rows.add(new RoundTrips.Row(null, null, trades.get(i), numbers.isEmpty() ? null : numbers.get(i)));
        }
        RoundTrips.addAll(connection, portfolio, rows);
        book(connection, portfolio, trades);
        long net = 0;
        for (RecordedTrade trade : trades) {
            net += Cents.exact(trade.net());
        }
        return new BatchRecorded(
                portfolio,
                key,
                trades.size(),
                Cents.money(net),
                Portfolios.require(connection, portfolioId).cash());
    }

    /** Adds round trips that left nothing open to the totals. */
    static void book(Connection connection, long portfolio, List<RecordedTrade> trades) throws SQLException {
        Map<String, long[]> sums = new TreeMap<>();
        for (RecordedTrade trade : trades) {
            long[] sum = sums.computeIfAbsent(trade.symbol(), symbol -> new long[3]);
            sum[0] += Cents.exact(trade.gross());
            sum[1] += Cents.exact(trade.costs());
            sum[2]++;
        }
        for (var sum : sums.entrySet()) {
            long[] of = sum.getValue();
            new Totals(of[0], of[1], (int) of[2], 0, 0).book(connection, portfolio, sum.getKey());
        }
    }
}
