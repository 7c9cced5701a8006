package futures.backtest.run;

import futures.engine.Market;
import futures.engine.RollTotals;
import futures.engine.RollTrade;
import futures.model.Roll;
import futures.wire.backtest.RollRow;
import futures.wire.backtest.Rolls;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Rolls in the words of the wire. */
final class RollAnswers {
    private RollAnswers() {}

    /** Null when none of the markets is rolled. */
    static Rolls of(RollTotals totals, List<Market> markets) {
        List<Rolls.Calendar> calendars = markets.stream()
                .filter(market -> !market.rolls().rolls().isEmpty())
                .map(RollAnswers::calendar)
                .toList();
        return calendars.isEmpty()
                ? null
                : new Rolls(
                        totals.rolls(),
                        totals.contracts(),
                        Figures.money(totals.costs()),
                        Figures.money(totals.slippage()),
                        Figures.money(totals.profit()),
                        Figures.money(totals.gap()),
                        calendars);
    }

    private static Rolls.Calendar calendar(Market market) {
        return new Rolls.Calendar(
                market.bars().symbol(),
                market.adjustment().name().toLowerCase(Locale.ROOT),
                market.rolls().provenance(),
                market.rollsWithin().stream().map(RollAnswers::change).toList());
    }

    private static Rolls.Change change(Roll roll) {
        return new Rolls.Change(
                Instant.ofEpochMilli(roll.time()), roll.from(), roll.to(), roll.oldPrice(), roll.newPrice());
    }

    static RollRow row(RollTrade roll, String strategy) {
        return new RollRow(
                roll.symbol(),
                Instant.ofEpochMilli(roll.time()),
                roll.from(),
                roll.to(),
                roll.contracts(),
                Figures.price(roll.oldPrice()),
                Figures.price(roll.newPrice()),
                Figures.price(roll.closedAt()),
                Figures.price(roll.reopenedAt()),
                Figures.price(roll.spread()),
                Figures.money(roll.costs()),
                Figures.money(roll.slippage()),
                Figures.money(roll.profit()),
                Figures.money(roll.gap()),
                strategy);
    }
}
