package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of dated contracts is imported at once, each file under the contract that it names. */
class ContractImportTest {
    @TempDir
    private Path home;

    private RunningService service;
    private Calls calls;

    @BeforeEach
    void start() throws Exception {
        service = DataServices.start(home);
        calls = new Calls(service.uri());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** Hours of a few days around a roll, at a price, with a volume that the next contract overtakes on the third day. */
    private void file(String name, double price, int firstVolume, int perDay) throws IOException {
        StringBuilder lines = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int day = 0; day < 4; day++) {
            for (int hour = 0; hour < 5; hour++) {
                Instant time = Instant.parse("2024-12-09T15:00:00Z").plusSeconds(86_400L * day + 3600L * hour);
                lines.append(time)
                        .append(',')
                        .append(price)
                        .append(',')
                        .append(price + 1)
                        .append(',');
                lines.append(price - 1).append(',').append(price).append(',');
                lines.append(firstVolume + perDay * day).append('\n');
            }
        }
        write(name, lines.toString());
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve("data/imports/ES").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Calls.Reply imported(String more) {
        return calls.post("/api/data/import/contracts?root=ES&path=ES&wait=true" + more, "");
    }

    @Test
    void filesGoToTheContractsThatTheyName() throws Exception {
        file("ES 12-24.Last.txt", 6000, 900, -300);
        file("esh25_60min.csv", 6060, 100, 300);
        file("ES_2025_06/part.csv", 6120, 1, 0);

        Calls.Reply reply = imported("");

        assertEquals(200, reply.status(), reply.text());
        JsonNode found = reply.json();
        assertEquals(60, found.get("rows_added").asInt());
        assertEquals(List.of("ESZ24", "ESH25", "ESM25"), found.get("contracts").findValuesAsText("symbol"));
        assertEquals(0, imported("").json().get("rows_added").asInt(), "the same again");
        JsonNode rolls = calls.get("/api/rolls/ES?series=v").json().at("/calendars/0/rolls");
        assertEquals("ESH25", rolls.at("/0/to").asText(), rolls::toString);
        assertEquals(60, rolls.at("/0/spread").asInt());
        assertEquals(200, calls.get("/api/data/ES.v.0@diff").status());
    }

    @Test
    void aFileThatNamesNoContractOrNoYearStopsAllBeforeAnythingIsStored() throws Exception {
        file("ESZ24.csv", 6000, 9, 0);
        file("ESZ4.csv", 6000, 9, 0);
        file("NQZ24.csv", 6000, 9, 0);
        file("notes.csv", 6000, 9, 0);

        Calls.Reply reply = imported("");

        assertEquals(422, reply.status(), reply.text());
        assertEquals(3, reply.json().get("errors").size(), reply.text());
        assertTrue(reply.text().contains("ESZ4.csv"), reply.text());
        assertEquals(0, calls.get("/api/stats").json().get("records").asInt());
    }

    @Test
    void aContractThatIsRefusedIsNamedAndThoseBeforeItStay() throws Exception {
        file("ESZ24.csv", 6000, 9, 0);
        file("ESH25.csv", 6060, 9, 0);
        write(
                "ESH25.csv",
                Files.readString(home.resolve("data/imports/ES/ESH25.csv")).replaceFirst("6061\\.0", "1"));

        Calls.Reply reply = imported("");

        assertEquals(422, reply.status(), reply.text());
        String detail = reply.json().get("detail").asText();
        assertTrue(detail.startsWith("ESH25: "), detail);
        assertTrue(detail.endsWith("The 1 contracts before it are imported."), detail);
        assertTrue(reply.json().at("/errors/0/field").asText().contains("ESH25.csv:"), reply.text());
        assertEquals(20, calls.get("/api/stats").json().get("records").asInt());
    }

    @Test
    void nothingIsStoredOfATrial() throws Exception {
        file("ESZ24.csv", 6000, 9, 0);
        JsonNode trial = imported("&dry_run=true").json();
        assertEquals(20, trial.at("/contracts/0/rows_read").asInt(), trial::toString);
        assertEquals(0, calls.get("/api/stats").json().get("records").asInt());
    }

    @Test
    void anUnknownProductAndAPathOutsideAreRefused() {
        assertEquals(
                404,
                calls.post("/api/data/import/contracts?root=XX&path=ES&wait=true", "")
                        .status());
        assertEquals(
                404,
                calls.post("/api/data/import/contracts?root=ES&path=none&wait=true", "")
                        .status());
        assertEquals(
                400,
                calls.post("/api/data/import/contracts?root=ES&path=../..&wait=true", "")
                        .status());
    }
}
