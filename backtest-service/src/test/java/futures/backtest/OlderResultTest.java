package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the first version, with a result in it, is opened by this one. */
class OlderResultTest {
    private static final String EARLIER = "made by an earlier version, which did not keep this; run it again";
    private static final String REQUEST = """
            {"strategy_name":"SimpleMAStrategy","symbol":"ES","contract":null,"start_date":null,"end_date":null,
             "timeframe":"1m","initial_cash":100000,"commission":2.5,"fees":0,"slippage_ticks":1,"limit_fill":"through",
             "off_grid_prices":"refuse","parameters":{"fast_period":10},"seed":0,"record_to_portfolio":false,
             "portfolio_id":null}""";
    private static final String SUMMARY = """
            {"id":"old","strategy_name":"SimpleMAStrategy","symbol":"ES","result_hash":"00","manifest":{"engine_version":"1"}}""";

    @TempDir
    Path home;

    private void writeFirstVersion() throws Exception {
        Path file = Files.createDirectories(home.resolve("data")).resolve("backtests.db");
        String url = "jdbc:sqlite:" + file;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/backtest")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url)) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO backtest (number, id, state, attempts,"
                            + " strategy_name, symbol, request, created, ended, net_profit, total_trades, summary) VALUES"
                            + " (1, 'old', 'done', 1, 'SimpleMAStrategy', 'ES', ?, '2026-01-02T03:04:05Z',"
                            + " '2026-01-02T03:04:06Z', '12.5', 1, ?)")) {
                insert.setString(1, REQUEST);
                insert.setString(2, SUMMARY);
                insert.executeUpdate();
            }
            part(connection, "trades", "[{\"number\":1,\"symbol\":\"ES\",\"net\":12.5}]");
            part(connection, "orders", "[]");
            part(connection, "daily", "[]");
            part(connection, "equity", "[{\"time\":\"2024-01-02T23:00:00Z\",\"equity\":100000,\"drawdown\":0}]");
        }
    }

    private static void part(Connection connection, String part, String json) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO backtest_part (number, part, content) VALUES (1, ?, ?)")) {
            insert.setString(1, part);
            insert.setBytes(2, packed.toByteArray());
            insert.executeUpdate();
        }
    }

    @Test
    void whatItKeptIsGivenAndWhatItDidNotKeepIsSaid() throws Exception {
        writeFirstVersion();
        try (RunningBacktests backtests = new RunningBacktests(home)) {
            JsonNode old = backtests.calls.get("/api/backtests/old").json();
            assertEquals("done", old.get("state").asText());
            assertEquals("1", old.at("/result/manifest/engine_version").asText());
            assertEquals(2.5, old.at("/order/commission").asDouble());
            assertEquals(12.5, backtests.rows(old, "trades").at("/0/net").asDouble());
            assertProblem(409, EARLIER, backtests.calls.get("/api/backtests/old/fills"));
            assertProblem(409, EARLIER, backtests.calls.get("/api/backtests/old/equity"));
            assertProblem(409, EARLIER, backtests.calls.get("/api/backtests/old/equity?points=100&format=csv"));
            assertProblem(409, EARLIER, backtests.calls.get("/api/backtests/old/margin"));
            assertProblem(422, "0 trading days", backtests.calls.get("/api/backtests/old/bands"));
            // The order of then still means something: it can be run again, and is found to give something else.
            JsonNode verdict = backtests
                    .calls
                    .post("/api/backtests/old/verify?wait=true", "")
                    .json();
            assertEquals("changed", verdict.get("verdict").asText(), verdict::toString);
            assertEquals(
                    1,
                    backtests
                            .calls
                            .get("/api/backtests")
                            .json()
                            .get("backtests")
                            .size());
        }
    }
}
