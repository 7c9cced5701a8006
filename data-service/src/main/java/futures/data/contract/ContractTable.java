package futures.data.contract;

import futures.wire.data.ContractMessage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code contract_spec}, in the transaction of the connection that is given. */
final class ContractTable {
    private static final String COLUMNS =
            "symbol, name, exchange, currency, tick_size, point_value, contract_size, quote,"
                    + " initial_margin, maintenance_margin, margin_date, margin_source, months, active_months, time_zone, opens,"
                    + " closes, notes";

    private ContractTable() {}

    static List<ContractMessage> all(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM contract_spec ORDER BY symbol")) {
            return read(select);
        }
    }

    static Optional<ContractMessage> find(Connection connection, String symbol) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM contract_spec WHERE symbol = ?")) {
            select.setString(1, symbol);
            return read(select).stream().findFirst();
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
            contract.marginDate() == null ? null : contract.marginDate().toString(),
            contract.marginSource(),
            contract.months(),
            contract.activeMonths(),
            contract.timeZone(),
            contract.opens().toString(),
            contract.closes().toString(),
            contract.notes(),
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
    }

    private static String text(BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static List<ContractMessage> read(PreparedStatement select) throws SQLException {
        List<ContractMessage> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                BigDecimal tick = new BigDecimal(row.getString("tick_size"));
                BigDecimal point = new BigDecimal(row.getString("point_value"));
                BigDecimal margin = number(row.getString("initial_margin"));
                String marginDate = row.getString("margin_date");
                found.add(new ContractMessage(
                        row.getString("symbol"),
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
                        marginDate == null ? null : LocalDate.parse(marginDate),
                        row.getString("margin_source"),
                        row.getString("months"),
                        row.getString("active_months"),
                        row.getString("time_zone"),
                        LocalTime.parse(row.getString("opens")),
                        LocalTime.parse(row.getString("closes")),
                        row.getString("notes")));
            }
        }
        return found;
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
