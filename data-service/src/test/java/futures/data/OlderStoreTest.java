package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.RunningService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the first version, with a contract and a bar in it, is opened by this one. */
class OlderStoreTest {
    @TempDir
    Path home;

    private void writeFirstVersion() throws Exception {
        Path file = Files.createDirectories(home.resolve("data")).resolve("futures.db");
        String url = "jdbc:sqlite:" + file;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/data")
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "INSERT INTO contract_spec VALUES ('OLD', 'Old one', 'CME', 'USD', '0.25', '50', '50',"
                            + " 'index points', '12650', '11500', '2025-04-01', 'a broker', 'HMUZ', 'HMUZ', 'America/Chicago',"
                            + " '17:00', '16:00', 'kept', 1)");
            statement.executeUpdate("INSERT INTO series VALUES (7, 'OLD', '1m', 60000, 'OLD', 'a file', 0, 'none', 1,"
                    + " 1704150000000, 1704150000000, 3, 1, 1)");
            statement.executeUpdate("INSERT INTO bar_chunk VALUES (1, 7, 1704067200000, 1, 1, 60000, 2, 0,"
                    + " 1380, 1, X'00', 480025, 1, X'00', 480150, 1, X'00', 479900, 1, X'00', 480000, 1, X'00',"
                    + " 120, 1, X'00')");
        }
    }

    @Test
    void itsRowsAreKeptAndCanBeGivenWhatIsNew() throws Exception {
        writeFirstVersion();
        try (RunningService service = DataServices.start(home)) {
            Calls calls = new Calls(service.uri());
            assertEquals(
                    "timestamp,open,high,low,close,volume\n2024-01-01T23:00:00Z,4800.25,4801.5,4799,4800,120\n",
                    calls.get("/api/data/OLD?format=csv").text());
            assertEquals(1, calls.get("/api/contracts").json().get("contracts").size());
            JsonNode old = calls.get("/api/contracts/OLD").json();
            assertEquals(12650, old.get("initial_margin").asInt());
            assertEquals("kept", old.get("notes").asText());
            assertEquals(0, old.get("margins").size());
            assertTrue(old.get("commission").isNull());
            assertTrue(old.get("exchange_fees").isNull());
            assertTrue(old.get("regular_opens").isNull());
            assertTrue(old.get("calendar").isNull());
            String dated = old.toString()
                    .replace(
                            "\"margins\":[]",
                            "\"margins\":[{\"from\":\"2025-04-01\",\"initial\":12650,\"maintenance\":11500}]")
                    .replace("\"exchange_fees\":null", "\"exchange_fees\":1.4");
            Calls.Reply put = calls.put("/api/contracts/OLD", dated);
            assertEquals(200, put.status(), put.text());
            assertEquals(
                    1, calls.get("/api/contracts/OLD").json().get("margins").size());
        }
    }
}
