package futures.portfolio.ledger;

import futures.kit.http.Problem;
import futures.wire.portfolio.OrdersRecorded;
import futures.wire.portfolio.Position;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Records orders that belong together: all of them, sorted in by their times, or none. */
public final class OrderBatches {
    private static final int MOST_CHANGED = 1000;

    private OrderBatches() {}

    /**
     * One order of a batch.
     *
     * @param costCents  commission of the whole order
     * @param externalId number that a broker gave it; null for none
     */
    public record Entry(
            String symbol,
            Action action,
            int quantity,
            BigDecimal price,
            BigDecimal pointValue,
            long timeMs,
            long costCents,
            String strategyName,
            String externalId) {}

    /**
     * Within the caller's transaction, which takes everything back when it is refused.
     *
     * @param entries in the order in which those of one time take effect
     * @throws Problem 422 when one of them, or one that was recorded before, could not have been filled so; 409 when a
     *     broker's number is taken
     */
    public static OrdersRecorded record(
            Connection connection, String portfolioId, String key, String source, List<Entry> entries)
            throws SQLException {
        long portfolio = Portfolios.require(connection, portfolioId).id();
        long next = Fills.nextId(connection);
        Map<Long, Integer> places = new HashMap<>();
        Map<String, List<Fills.New>> bySymbol = new TreeMap<>();
        refuseTaken(connection, portfolio, entries);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Fill fill = fill(next + i, entry);
            places.put(fill.id(), i);
            bySymbol.computeIfAbsent(entry.symbol(), symbol -> new ArrayList<>())
                    .add(new Fills.New(fill, 0, entry.externalId(), source));
        }
        long costs = 0;
        int trades = 0;
        List<Long> changed = new ArrayList<>();
        List<Position> positions = new ArrayList<>();
        for (var of : bySymbol.entrySet()) {
            Fills.add(connection, portfolio, of.getValue());
            Derivation.Change change = Derivation.run(connection, portfolio, of.getKey(), fill -> {
                Integer place = places.get(fill.id());
                return place == null ? "Order " + fill.id() + ", recorded before" : "orders[" + place + "]";
            });
            long ofSymbol = 0;
            long held = 0;
            for (Fills.New added : of.getValue()) {
                ofSymbol += added.fill().costCents();
                held += Orders.signed(added.fill());
            }
            new Totals(
                            change.grossCents(),
                            ofSymbol,
                            change.trades(),
                            of.getValue().size(),
                            held)
                    .book(connection, portfolio, of.getKey());
            costs += ofSymbol;
            trades += change.trades();
            change.changed().stream().filter(id -> !places.containsKey(id)).forEach(changed::add);
            positions.add(Lots.position(connection, portfolio, of.getKey()));
        }
        return new OrdersRecorded(
                portfolio,
                key,
                entries.size(),
                trades,
                Cents.money(costs),
                changed.subList(0, Math.min(changed.size(), MOST_CHANGED)),
                Portfolios.require(connection, portfolioId).cash(),
                positions);
    }

    private static Fill fill(long id, Entry entry) {
        return new Fill(
                id,
                id,
                entry.symbol(),
                entry.action(),
                entry.quantity(),
                entry.price(),
                entry.pointValue(),
                entry.timeMs(),
                entry.costCents(),
                entry.strategyName());
    }

    private static void refuseTaken(Connection connection, long portfolio, List<Entry> entries) throws SQLException {
        Set<String> ofBatch = new HashSet<>();
        try (PreparedStatement find =
                connection.prepareStatement("SELECT id FROM fill WHERE portfolio_id = ? AND external_id = ?")) {
            find.setLong(1, portfolio);
            for (int i = 0; i < entries.size(); i++) {
                String number = entries.get(i).externalId();
                if (number == null) {
                    continue;
                }
                find.setString(2, number);
                try (ResultSet row = find.executeQuery()) {
                    if (row.next()) {
                        throw taken(i, number, "order " + row.getLong(1) + " has");
                    }
                }
                if (!ofBatch.add(number)) {
                    throw taken(i, number, "another of the batch has");
                }
            }
        }
    }

    private static Problem taken(int index, String number, String who) {
        return Problem.conflict("orders[" + index + "] has the number '" + number + "', which " + who
                        + "; nothing was recorded.")
                .field("orders[" + index + "].external_id", number, "taken");
    }
}
