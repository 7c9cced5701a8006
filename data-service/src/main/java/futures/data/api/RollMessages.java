package futures.data.api;

import futures.data.roll.BuiltRolls;
import futures.data.roll.RollCalendars;
import futures.data.roll.RollPlan;
import futures.data.roll.RuleNames;
import futures.model.TradingCalendar;
import futures.model.roll.RollBuild;
import futures.wire.data.RollsAnswer.Calendar;
import futures.wire.data.RollsAnswer.RollRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Roll calendars as they are answered. */
final class RollMessages {
    private RollMessages() {}

    static List<Calendar> of(Connection connection, List<BuiltRolls> calendars) throws SQLException {
        List<Calendar> messages = new ArrayList<>();
        for (BuiltRolls built : calendars) {
            messages.add(of(connection, built));
        }
        return messages;
    }

    static Calendar of(Connection connection, BuiltRolls built) throws SQLException {
        return of(connection, built, 0);
    }

    /** @param position 0 the front contract's, 1 that of the one behind it, with its own contracts and prices */
    static Calendar of(Connection connection, BuiltRolls built, int position) throws SQLException {
        RollPlan plan = built.plan();
        RollBuild build = RollCalendars.series(connection, built, position);
        TradingCalendar calendar = RollCalendars.tradingDays(connection, plan.root());
        return new Calendar(
                plan.root(),
                plan.kind().letter(),
                RuleNames.name(plan.rule()),
                RuleNames.days(plan.rule()),
                plan.months(),
                plan.timeframe() == null ? null : plan.timeframe().toString(),
                build.first(),
                build.calendar().rolls().stream()
                        .map(roll -> new RollRow(
                                Instant.ofEpochMilli(roll.time()),
                                calendar.tradingDay(roll.time()),
                                roll.from(),
                                roll.to(),
                                roll.oldPrice(),
                                roll.newPrice(),
                                roll.spread()))
                        .toList(),
                built.warnings(),
                built.provenance(),
                plan.edited().size(),
                plan.goesOn(),
                built.builtAt() == 0 ? null : Instant.ofEpochMilli(built.builtAt()),
                built.revision());
    }
}
