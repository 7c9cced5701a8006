package futures.data.roll;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.kit.json.Json;
import futures.model.Roll;
import futures.model.Timeframe;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables {@code roll_calendar} and {@code roll}, in the transaction of the connection that is given. */
final class RollTable {
    private static final String COLUMNS =
            "root, series, rule, days, months, timeframe, first, edited, goes_on, warnings, inputs, built_at";

    private RollTable() {}

    static List<BuiltRolls> all(Connection connection) throws SQLException {
        return query(connection, "SELECT id, " + COLUMNS + " FROM roll_calendar ORDER BY root, series");
    }

    static List<BuiltRolls> of(Connection connection, String root) throws SQLException {
        return query(connection, "SELECT id, " + COLUMNS + " FROM roll_calendar WHERE root = ? ORDER BY series", root);
    }

    static Optional<BuiltRolls> find(Connection connection, String root, SeriesKind kind) throws SQLException {
        return query(
                        connection,
                        "SELECT id, " + COLUMNS + " FROM roll_calendar WHERE root = ? AND series = ?",
                        root,
                        kind.letter())
                .stream()
                .findFirst();
    }

    private static List<BuiltRolls> query(Connection connection, String sql, String... arguments) throws SQLException {
        List<BuiltRolls> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(calendar(row, rolls(connection, row.getLong("id"))));
                }
            }
        }
        return found;
    }

    private static BuiltRolls calendar(ResultSet row, List<Roll> rolls) throws SQLException {
        Object days = row.getObject("days");
        String timeframe = row.getString("timeframe");
        RollPlan plan = new RollPlan(
                row.getString("root"),
                SeriesKind.of(row.getString("series")).orElseThrow(),
                RuleNames.rule(row.getString("rule"), days == null ? null : ((Number) days).intValue()),
                row.getString("months"),
                timeframe == null ? null : Timeframe.parse(timeframe),
                rolls.subList(0, row.getInt("edited")),
                row.getBoolean("goes_on"));
        return new BuiltRolls(
                plan,
                row.getString("first"),
                rolls,
                warnings(row.getString("warnings")),
                row.getString("inputs"),
                row.getLong("built_at"));
    }

    private static List<String> warnings(String json) {
        try {
            return List.of(Json.mapper().readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("warnings of the store are no JSON", e);
        }
    }

    private static List<Roll> rolls(Connection connection, long calendar) throws SQLException {
        List<Roll> rolls = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT time, from_contract, to_contract, old_price, new_price FROM roll"
                        + " WHERE calendar_id = ? ORDER BY time")) {
            select.setLong(1, calendar);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rolls.add(new Roll(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            new BigDecimal(row.getString(4)),
                            new BigDecimal(row.getString(5))));
                }
            }
        }
        return rolls;
    }

    /** In place of the one that is there. */
    static void put(Connection connection, BuiltRolls built) throws SQLException {
        RollPlan plan = built.plan();
        delete(connection, plan.root(), plan.kind());
        long id;
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO roll_calendar (" + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")) {
            insert.setString(1, plan.root());
            insert.setString(2, plan.kind().letter());
            insert.setString(3, RuleNames.name(plan.rule()));
            insert.setObject(4, RuleNames.days(plan.rule()));
            insert.setString(5, plan.months());
            insert.setString(
                    6, plan.timeframe() == null ? null : plan.timeframe().toString());
            insert.setString(7, built.first());
            insert.setInt(8, plan.edited().size());
            insert.setBoolean(9, plan.goesOn());
            insert.setString(10, Json.mapper().valueToTree(built.warnings()).toString());
            insert.setString(11, built.inputs());
            insert.setLong(12, built.builtAt());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO roll (calendar_id, time, from_contract, to_contract, old_price, new_price)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")) {
            for (Roll roll : built.rolls()) {
                insert.setLong(1, id);
                insert.setLong(2, roll.time());
                insert.setString(3, roll.from());
                insert.setString(4, roll.to());
                insert.setString(5, roll.oldPrice().toPlainString());
                insert.setString(6, roll.newPrice().toPlainString());
                insert.executeUpdate();
            }
        }
    }

    static int delete(Connection connection, String root, SeriesKind kind) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM roll_calendar WHERE root = ? AND series = ?")) {
            delete.setString(1, root);
            delete.setString(2, kind.letter());
            return delete.executeUpdate();
        }
    }
}
