package futures.portfolio.broker;

import futures.kit.http.Problem;
import futures.kit.sql.Database;
import futures.portfolio.ledger.Batches;
import futures.portfolio.ledger.OrderBatches;
import futures.portfolio.ledger.Portfolios;
import futures.portfolio.ledger.TermsOf;
import futures.wire.portfolio.BatchRecorded;
import futures.wire.portfolio.BrokerBadRow;
import futures.wire.portfolio.OrdersRecorded;
import futures.wire.portfolio.Position;
import futures.wire.portfolio.RecordedTrade;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Records what an export says: all rows that are new, or nothing. */
final class Importer {
    private final Database database;

    Importer(Database database) {
        this.database = database;
    }

    /**
     * What recording did, or would do.
     *
     * @param refusal why it cannot be recorded; null when it can
     */
    record Outcome(
            int known,
            int recorded,
            List<BrokerBadRow> bad,
            String refusal,
            Integer trades,
            BigDecimal commission,
            BigDecimal cash,
            List<Position> positions) {
        boolean refused() {
            return !bad.isEmpty() || refusal != null;
        }
    }

    /** Takes the transaction back and carries out what it came to. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Outcome outcome;

        TakenBack(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    /** A dry run does all that a real one does, and takes it back. */
    Outcome run(String portfolioId, Understood file, TermsOf terms, String strategy, boolean dryRun) {
        try {
            return database.write(connection -> {
                Outcome outcome = record(connection, portfolioId, file, terms, strategy);
                if (dryRun || outcome.refused()) {
                    throw new TakenBack(outcome);
                }
                return outcome;
            });
        } catch (TakenBack e) {
            return e.outcome;
        }
    }

    private static Outcome record(
            Connection connection, String portfolioId, Understood file, TermsOf terms, String strategy)
            throws SQLException {
        String source = file.dialect().text();
        long portfolio = Portfolios.require(connection, portfolioId).id();
        List<BrokerBadRow> bad = new ArrayList<>(file.bad());
        try {
            Entries entries = Entries.of(connection, portfolio, file, terms, strategy, source);
            bad.addAll(entries.bad());
            OrdersRecorded orders = OrderBatches.record(connection, portfolioId, null, source, entries.orders());
            BatchRecorded trips = Batches.record(connection, portfolioId, null, entries.trips(), entries.numbers());
            BigDecimal costs =
                    entries.trips().stream().map(RecordedTrade::costs).reduce(orders.commission(), BigDecimal::add);
            return new Outcome(
                    entries.known(),
                    entries.orders().size() + entries.trips().size(),
                    bad,
                    null,
                    orders.trades() + trips.tradesRecorded(),
                    costs,
                    Portfolios.require(connection, portfolioId).cash(),
                    orders.positions());
        } catch (Problem e) {
            return new Outcome(0, 0, bad, e.getMessage(), null, null, null, List.of());
        }
    }
}
