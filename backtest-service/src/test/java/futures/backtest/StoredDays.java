package futures.backtest;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;

/** Results with daily profits that a test says, in a file that the service then opens. */
final class StoredDays {
    static final BigDecimal CASH = new BigDecimal("100000");

    private StoredDays() {}

    /** @param profits by id of a result, one for each weekday from 2 January 2024 on */
    static void write(Path home, Map<String, List<BigDecimal>> profits) throws Exception {
        Path file = Files.createDirectories(home.resolve("data")).resolve("backtests.db");
        String url = "jdbc:sqlite:" + file;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/backtest")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url)) {
            int number = 0;
            for (Map.Entry<String, List<BigDecimal>> one : profits.entrySet()) {
                result(connection, ++number, one.getKey(), rows(one.getValue()));
            }
        }
    }

    private static void result(Connection connection, int number, String id, String daily) throws Exception {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO backtest (number, id, state, attempts,"
                + " strategy_name, symbol, request, created, ended, net_profit, total_trades, summary) VALUES"
                + " (?, ?, 'done', 1, 'SimpleMAStrategy', 'ES', '{\"strategy_name\":\"SimpleMAStrategy\",\"symbol\":\"ES\"}',"
                + " '2026-01-02T03:04:05Z', '2026-01-02T03:04:06Z', '0', 1, '{}')")) {
            insert.setInt(1, number);
            insert.setString(2, id);
            insert.executeUpdate();
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(daily.getBytes(StandardCharsets.UTF_8));
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO backtest_part (number, part, content) VALUES (?, 'daily', ?)")) {
            insert.setInt(1, number);
            insert.setBytes(2, packed.toByteArray());
            insert.executeUpdate();
        }
    }

    private static String rows(List<BigDecimal> profits) {
        List<String> rows = new ArrayList<>();
        BigDecimal equity = CASH;
        LocalDate day = LocalDate.parse("2024-01-02");
        for (BigDecimal profit : profits) {
            equity = equity.add(profit);
            rows.add("{\"day\":\"" + day + "\",\"profit\":" + profit.toPlainString() + ",\"equity\":"
                    + equity.toPlainString() + "}");
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        // of a joint run: rows of a strategy come after those of the account, and are not the account's
        rows.add("{\"day\":\"2024-01-02\",\"profit\":77,\"equity\":100077,\"strategy\":\"a\"}");
        return "[" + String.join(",", rows) + "]";
    }
}
