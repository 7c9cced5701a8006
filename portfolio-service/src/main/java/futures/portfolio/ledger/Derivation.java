package futures.portfolio.ledger;

import futures.kit.http.Problem;
import futures.kit.sql.Sql;
import futures.wire.portfolio.RecordedTrade;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes lots and round trips of a symbol anew from the orders that count, in the order of their times: after a correction,
 * and after orders were sorted in between others. What comes out as it was keeps its rows. Within the caller's transaction.
 */
final class Derivation {
    private record Stored(long id, long fill, long entry, RecordedTrade trade) {}

    private final Connection connection;
    private final long portfolio;
    private final String symbol;
    private final Map<Long, List<Stored>> before = new HashMap<>();
    private final List<Object[]> dropped = new ArrayList<>();
    private final List<RoundTrips.Row> added = new ArrayList<>();
    private final List<Long> changed = new ArrayList<>();
    private long gross;
    private int trades;

    private Derivation(Connection connection, long portfolio, String symbol) {
        this.connection = connection;
        this.portfolio = portfolio;
        this.symbol = symbol;
    }

    /**
     * What became different.
     *
     * @param changed orders whose round trips are others now, in the order of their times
     */
    record Change(long grossCents, int trades, List<Long> changed) {}

    /**
     * @param name how a refusal calls the order that cannot be taken
     * @throws Problem 422 when an order could not have been taken, which is named; nothing is changed then
     */
    static Change run(Connection connection, long portfolio, String symbol, Function<Fill, String> name)
            throws SQLException {
        return new Derivation(connection, portfolio, symbol).run(name);
    }

    private Change run(Function<Fill, String> name) throws SQLException {
        List<Fill> fills = Fills.counting(connection, portfolio, symbol);
        readBefore();
        Book book = new Book(symbol, List.of());
        Map<Long, Long> grossOf = new HashMap<>();
        for (Fill fill : fills) {
            FifoMatch match;
            try {
                match = book.take(fill);
            } catch (Problem e) {
                throw Book.refused(e, fill, name.apply(fill));
            }
            grossOf.put(fill.id(), match.grossCents());
            compare(fill, match);
        }
        for (List<Stored> gone : before.values()) {
            drop(gone);
        }
        Sql.each(connection, "DELETE FROM round_trip WHERE id = ?", dropped);
        RoundTrips.addAll(connection, portfolio, added);
        Sql.each(
                connection,
                "UPDATE fill SET gross_cents = ? WHERE id = ?",
                () -> changed.stream()
                        .map(fill -> new Object[] {grossOf.get(fill), fill})
                        .iterator());
        Lots.replace(connection, portfolio, symbol, book.lots());
        return new Change(gross, trades, List.copyOf(changed));
    }

    private void readBefore() throws SQLException {
        Sql.each(
                connection,
                "SELECT * FROM round_trip WHERE portfolio_id = ? AND symbol = ? AND fill_id IS NOT NULL ORDER BY id",
                row -> before.computeIfAbsent(row.getLong("fill_id"), fill -> new ArrayList<>())
                        .add(new Stored(
                                row.getLong("id"),
                                row.getLong("fill_id"),
                                row.getLong("entry_fill_id"),
                                RoundTrips.row(row))),
                portfolio,
                symbol);
    }

    /** Takes what the order closes now in the place of what it closed before, unless that is the same. */
    private void compare(Fill fill, FifoMatch match) {
        List<RoundTrips.Row> now = new ArrayList<>();
        for (FifoMatch.Closed part : match.closed()) {
            now.add(new RoundTrips.Row(fill.id(), part.lot().order(), Orders.roundTrip(fill, part), null));
        }
        List<Stored> stored = before.remove(fill.id());
        List<Stored> old = stored == null ? List.of() : stored;
        if (keys(now, RoundTrips.Row::trade).equals(keys(old, Stored::trade)) && sameEntries(now, old)) {
            return;
        }
        drop(old);
        for (RoundTrips.Row row : now) {
            gross += Cents.exact(row.trade().gross());
            trades++;
        }
        added.addAll(now);
        changed.add(fill.id());
    }

    private static boolean sameEntries(List<RoundTrips.Row> now, List<Stored> old) {
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).entry() != old.get(i).entry()) {
                return false;
            }
        }
        return true;
    }

    private static <T> List<List<Object>> keys(Collection<T> rows, Function<T, RecordedTrade> of) {
        return rows.stream().map(of).map(Derivation::key).toList();
    }

    private static List<Object> key(RecordedTrade trade) {
        return List.of(
                trade.side(),
                trade.quantity(),
                trade.entryTime(),
                Decimals.text(trade.entryPrice()),
                trade.exitTime(),
                Decimals.text(trade.exitPrice()),
                trade.gross(),
                trade.costs(),
                String.valueOf(trade.strategyName()));
    }

    private void drop(List<Stored> old) {
        for (Stored row : old) {
            dropped.add(new Object[] {row.id()});
            gross -= Cents.exact(row.trade().gross());
            trades--;
        }
    }
}
