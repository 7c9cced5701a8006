package futures.data.roll;

import futures.data.contract.ContractDates;
import futures.data.store.Series;
import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.TickGrid;
import futures.model.roll.ContractHistory;
import futures.model.roll.ContractHistory.CommonClose;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What must hold for rolls that a user has set, and what deserves a second look. */
final class EditedRolls {
    private EditedRolls() {}

    /**
     * @return rolls whose prices are not those of the bars
     * @throws Problem 422 with each roll that cannot be: an unknown contract, an earlier month, a time after the contract's last day, a
     *     price off the tick grid
     */
    static List<String> check(Connection connection, RollPlan plan) throws SQLException {
        if (plan.edited().isEmpty()) {
            throw Problem.unprocessable("An edited calendar needs a roll; DELETE it to go back to the rule.")
                    .field("rolls", null, "empty");
        }
        StoredChain stored = StoredChain.read(connection, plan);
        ContractDates dates = ContractDates.of(stored.product());
        TickGrid grid = new TickGrid(stored.product().tickSize());
        Problem problem = Problem.unprocessable("The rolls cannot be as they are given; nothing was changed.");
        for (int i = 0; i < plan.edited().size(); i++) {
            Roll roll = plan.edited().get(i);
            String at = "rolls[" + i + "]";
            boolean known = true;
            for (String contract : List.of(roll.from(), roll.to())) {
                if (!stored.all().containsKey(contract)) {
                    known = false;
                    problem.field(
                            at,
                            contract,
                            "no contract of " + plan.root() + " in the store"
                                    + NearNames.hint(contract, stored.all().keySet()));
                }
            }
            for (BigDecimal price : List.of(roll.oldPrice(), roll.newPrice())) {
                if (price.remainder(grid.tickSize()).signum() != 0) {
                    problem.field(at, price.toPlainString(), "is no multiple of the tick size " + grid);
                }
            }
            if (known) {
                LocalDate last = lastDay(roll.from(), dates);
                if (!lastDay(roll.to(), dates).isAfter(last)) {
                    problem.field(at, roll.to(), "must be of a later month than " + roll.from());
                }
                if (roll.time()
                        > dates.calendar()
                                .sessions(dayAfter(last, dates))
                                .get(0)
                                .opens()) {
                    problem.field(
                            at,
                            Instant.ofEpochMilli(roll.time()),
                            "is after the last trading day of " + roll.from() + ", " + last);
                }
            }
        }
        try {
            new RollCalendar(plan.edited(), "edited");
        } catch (IllegalArgumentException e) {
            problem.field("rolls", null, e.getMessage());
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return priceWarnings(connection, plan, stored);
    }

    private static LocalDate lastDay(String symbol, ContractDates dates) {
        return dates.lastTrade(
                        DatedSymbol.parse(symbol).orElseThrow().contract().month())
                .orElseThrow(() -> Problem.unprocessable("It is not known when contracts of "
                        + dates.product().symbol() + " trade last; PUT /api/contracts/"
                        + dates.product().symbol() + " with last_trade."));
    }

    private static LocalDate dayAfter(LocalDate day, ContractDates dates) {
        return dates.calendar().tradingDay(dates.calendar().endOf(day));
    }

    private static List<String> priceWarnings(Connection connection, RollPlan plan, StoredChain stored) {
        List<String> warnings = new ArrayList<>();
        for (Roll roll : plan.edited()) {
            Series old = stored.series().get(roll.from());
            Series young = stored.series().get(roll.to());
            if (old == null || young == null) {
                continue; // it has no bars of the timeframe, which the chain says itself
            }
            Optional<CommonClose> common =
                    ContractHistory.lastCommon(history(connection, old), history(connection, young), roll.time());
            if (common.isEmpty()) {
                warnings.add(roll + " has prices of its own: there is no bar before it in which both traded");
            } else if (differs(common.get().old(), roll.oldPrice())
                    || differs(common.get().young(), roll.newPrice())) {
                warnings.add(roll + " has prices of its own: the last bar before it that both have, of "
                        + Instant.ofEpochMilli(common.get().time()) + ", closed at "
                        + plain(common.get().old()) + " and "
                        + plain(common.get().young()));
            }
        }
        return warnings;
    }

    private static ContractHistory history(Connection connection, Series series) {
        return new StoredHistory(connection, series, Collections.emptySortedMap(), Collections.emptySortedMap());
    }

    private static boolean differs(double close, BigDecimal price) {
        return BigDecimal.valueOf(close).compareTo(price) != 0;
    }

    private static String plain(double price) {
        return BigDecimal.valueOf(price).toPlainString();
    }
}
