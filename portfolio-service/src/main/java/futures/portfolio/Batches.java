package futures.portfolio;

import futures.wire.portfolio.BatchRecorded;
import futures.wire.portfolio.RecordedTrade;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Records round trips that belong together. */
final class Batches {
    private Batches() {}

    /** Within the caller's transaction, which takes everything back when one of them fails. */
    static BatchRecorded record(Connection connection, String portfolioId, String key, List<RecordedTrade> trades)
            throws SQLException {
        long portfolio = Portfolios.require(connection, portfolioId).id();
        RoundTrips.addAll(connection, portfolio, trades);
        long gross = 0;
        long costs = 0;
        for (RecordedTrade trade : trades) {
            gross += Cents.exact(trade.gross());
            costs += Cents.exact(trade.costs());
        }
        Portfolios.book(connection, portfolio, gross, costs, trades.size());
        return new BatchRecorded(
                portfolio,
                key,
                trades.size(),
                Cents.money(gross - costs),
                Portfolios.require(connection, portfolioId).cash());
    }
}
