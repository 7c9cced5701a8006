package futures.portfolio.broker;

import futures.model.Side;
import futures.portfolio.ledger.Action;
import futures.portfolio.ledger.Cents;
import futures.portfolio.ledger.Decimals;
import futures.portfolio.ledger.Given;
import futures.portfolio.ledger.Numbered;
import futures.portfolio.ledger.OrderBatches;
import futures.portfolio.ledger.Terms;
import futures.portfolio.ledger.TermsOf;
import futures.wire.portfolio.BrokerBadRow;
import futures.wire.portfolio.RecordedTrade;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of an export as entries of the ledger: those that are new, and those that cannot be. */
final class Entries {
    private final List<OrderBatches.Entry> orders = new ArrayList<>();
    private final List<RecordedTrade> trips = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<BrokerBadRow> bad = new ArrayList<>();
    private int known;

    /** Within one state of the store. */
    static Entries of(
            Connection connection, long portfolio, Understood file, TermsOf terms, String strategy, String source)
            throws SQLException {
        Entries entries = new Entries();
        for (BrokerRow row : file.rows()) {
            String fault = fault(row);
            if (fault != null) {
                entries.bad(row, fault);
            } else if (row instanceof BrokerRow.Fill fill) {
                entries.fill(connection, portfolio, fill, terms, strategy);
            } else {
                entries.trip(connection, portfolio, (BrokerRow.Trip) row, strategy, source);
            }
        }
        return entries;
    }

    private static String fault(BrokerRow row) {
        if (row instanceof BrokerRow.Fill fill) {
            return first(Given.symbol(fill.symbol()), Given.price(fill.price()), Given.time(fill.time()));
        }
        BrokerRow.Trip trip = (BrokerRow.Trip) row;
        return first(
                Given.symbol(trip.symbol()),
                first(Given.price(trip.entryPrice()), Given.price(trip.exitPrice()), Given.money(trip.gross())),
                first(Given.time(trip.entryTime()), Given.time(trip.exitTime()), Given.money(trip.costs())));
    }

    private static String first(String a, String b, String c) {
        return a != null ? a : b != null ? b : c;
    }

    private void bad(BrokerRow row, String why) {
        bad.add(new BrokerBadRow(row.line(), row.number(), why));
    }

    private void fill(Connection connection, long portfolio, BrokerRow.Fill fill, TermsOf terms, String strategy)
            throws SQLException {
        Side side = fill.buy() ? Side.LONG : Side.SHORT;
        Optional<List<Object>> before = Numbered.fill(connection, portfolio, fill.number());
        if (before.isPresent()) {
            List<Object> now = List.of(
                    fill.symbol(),
                    side,
                    fill.quantity(),
                    Decimals.text(fill.price()),
                    fill.time().toEpochMilli());
            again(fill, before.get().equals(now));
            return;
        }
        Terms of = terms.of(fill.symbol(), null, fill.costs() == null ? null : BigDecimal.ZERO);
        long costs = fill.costs() == null
                ? Cents.rounded(of.commission().multiply(BigDecimal.valueOf(fill.quantity())))
                : Cents.exact(fill.costs());
        orders.add(new OrderBatches.Entry(
                fill.symbol(),
                fill.buy() ? Action.BUY : Action.SELL,
                fill.quantity(),
                fill.price(),
                of.pointValue(),
                fill.time().toEpochMilli(),
                costs,
                strategy,
                fill.number()));
    }

    private void trip(Connection connection, long portfolio, BrokerRow.Trip trip, String strategy, String source)
            throws SQLException {
        RecordedTrade trade = new RecordedTrade(
                0,
                trip.symbol(),
                trip.isLong() ? "LONG" : "SHORT",
                trip.quantity(),
                Instant.ofEpochMilli(trip.entryTime().toEpochMilli()),
                trip.entryPrice(),
                Instant.ofEpochMilli(trip.exitTime().toEpochMilli()),
                trip.exitPrice(),
                trip.gross(),
                trip.costs(),
                trip.gross().subtract(trip.costs()),
                null,
                strategy,
                source);
        Optional<List<Object>> before = Numbered.trip(connection, portfolio, trip.number());
        if (before.isPresent()) {
            again(trip, before.get().equals(Numbered.trip(trade)));
            return;
        }
        trips.add(trade);
        numbers.add(trip.number());
    }

    private void again(BrokerRow row, boolean same) {
        if (same) {
            known++;
        } else {
            bad(row, "its number is recorded with other content");
        }
    }

    List<OrderBatches.Entry> orders() {
        return orders;
    }

    List<RecordedTrade> trips() {
        return trips;
    }

    /** Of the round trips. */
    List<String> numbers() {
        return numbers;
    }

    List<BrokerBadRow> bad() {
        return bad;
    }

    /** Rows that are recorded already. */
    int known() {
        return known;
    }
}
