package futures.data.contract;

import futures.wire.data.ContractMessage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code contract_spec} and the margins of its rows, in the transaction of the connection that is given. */
final class ContractTable {
    private static final String COLUMNS =
            "symbol, name, exchange, currency, tick_size, point_value, contract_size, quote,"
                    + " initial_margin, maintenance_margin, margin_date, margin_source, months, active_months, time_zone, opens,"
                    + " closes, notes, commission, exchange_fees, fees_date, fees_source, regular_opens, regular_closes,"
                    + " calendar, last_trade, first_notice";

    private ContractTable() {}

    static List<ContractMessage> all(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM contract_spec ORDER BY symbol")) {
            return read(connection, select);
        }
    }

    static Optional<ContractMessage> find(Connection connection, String symbol) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM contract_spec WHERE symbol = ?")) {
            select.setString(1, symbol);
            return read(connection, select).stream().findFirst();
        }
    }

    static void put(Connection connection, ContractMessage contract, long now) throws SQLException {
        Object[] values = {
            contract.symbol(),
            contract.name(),
            contract.exchange(),
            contract.currency(),
            text(contract.tickSize()),
            text(contract.pointValue()),
            text(contract.contractSize()),
            contract.quote(),
            text(contract.initialMargin()),
            text(contract.maintenanceMargin()),
            text(contract.marginDate()),
            contract.marginSource(),
            contract.months(),
            contract.activeMonths(),
            contract.timeZone(),
            contract.opens().toString(),
            contract.closes().toString(),
            contract.notes(),
            text(contract.commission()),
            text(contract.exchangeFees()),
            text(contract.feesDate()),
            contract.feesSource(),
            text(contract.regularOpens()),
            text(contract.regularCloses()),
            contract.calendar(),
            contract.lastTrade(),
            contract.firstNotice(),
            now
        };
        String places = "?, ".repeat(values.length - 1) + "?";
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT OR REPLACE INTO contract_spec (" + COLUMNS + ", updated_at) VALUES (" + places + ")")) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
        MarginRows.put(connection, contract.symbol(), contract.margins());
    }

    private static String text(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static String text(Temporal time) {
        return time == null ? null : time.toString();
    }

    private static List<ContractMessage> read(Connection connection, PreparedStatement select) throws SQLException {
        List<ContractMessage> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                BigDecimal tick = new BigDecimal(row.getString("tick_size"));
                BigDecimal point = new BigDecimal(row.getString("point_value"));
                BigDecimal margin = number(row.getString("initial_margin"));
                String symbol = row.getString("symbol");
                found.add(new ContractMessage(
                        symbol,
                        row.getString("name"),
                        row.getString("exchange"),
                        row.getString("currency"),
                        tick,
                        point,
                        tick.multiply(point).stripTrailingZeros(),
                        number(row.getString("contract_size")),
                        margin,
                        row.getString("quote"),
                        margin,
                        number(row.getString("maintenance_margin")),
                        date(row.getString("margin_date")),
                        row.getString("margin_source"),
                        MarginRows.of(connection, symbol),
                        number(row.getString("commission")),
                        number(row.getString("exchange_fees")),
                        date(row.getString("fees_date")),
                        row.getString("fees_source"),
                        row.getString("months"),
                        row.getString("active_months"),
                        row.getString("time_zone"),
                        row.getString("last_trade"),
                        row.getString("first_notice"),
                        row.getString("calendar"),
                        time(row.getString("opens")),
                        time(row.getString("closes")),
                        time(row.getString("regular_opens")),
                        time(row.getString("regular_closes")),
                        row.getString("notes")));
            }
        }
        return found;
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static LocalDate date(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static LocalTime time(String text) {
        return text == null ? null : LocalTime.parse(text);
    }
}
