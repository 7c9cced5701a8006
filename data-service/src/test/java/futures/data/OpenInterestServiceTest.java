package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.RunningService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Open interest from files, and what the chain says of each contract, over HTTP. */
class OpenInterestServiceTest {
    /** Wednesday's session, and of Thursday's the first bar on Wednesday evening. */
    private static final String ROWS = """
            2024-06-05T15:00:00Z,5350,5351,5349,5350.5,100,2000100
            2024-06-05T16:00:00Z,5350.5,5352,5350,5351,150,2000300
            2024-06-05T17:00:00Z,5351,5352,5350,5351,50,
            2024-06-05T22:00:00Z,5351,5353,5351,5352,25,0
            """;

    @TempDir
    Path home;

    private RunningService service;
    private Calls calls;

    @BeforeEach
    void start() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2024-06-10T00:00:00Z"), ZoneOffset.UTC);
        service = DataServices.start(home, clock);
        calls = new Calls(service.uri());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Calls.Reply upload(String parameters, String csv) {
        return calls.send(
                "POST", "/api/data/import/csv?wait=true&" + parameters, csv, Map.of("Content-Type", "text/csv"));
    }

    private JsonNode stored(String symbol) {
        JsonNode chain =
                calls.get("/api/contracts/ES/chain?from=2024-06&to=2024-09").json();
        for (JsonNode contract : chain.get("contracts")) {
            if (contract.get("symbol").asText().equals(symbol)) {
                return contract.get("stored");
            }
        }
        throw new AssertionError(chain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Open Int", "OpenInterest", "OI", "open_interest", "<OPENINT>", "Open Interest"})
    void theDaysLastFigureIsKeptAndBarsAreAsWithoutIt(String name) {
        Calls.Reply reply =
                upload("symbol=ESM24&timeframe=1h", "time,open,high,low,close,volume," + name + "\n" + ROWS);
        assertEquals(200, reply.status(), reply.text());
        assertEquals(1, reply.json().get("open_interest_days").asInt());
        assertEquals(4, reply.json().get("rows_added").asInt());
        assertTrue(calls.get("/api/data/ESM24?format=csv")
                .text()
                .endsWith("2024-06-05T22:00:00Z,5351,5353,5351,5352,25\n"));
        assertEquals(
                "{\"timeframe\":\"1h\",\"bars\":4,\"first\":\"2024-06-05T15:00:00Z\",\"last\":\"2024-06-05T22:00:00Z\","
                        + "\"volume\":325,\"last_day\":\"2024-06-06\",\"last_day_volume\":25,"
                        + "\"open_interest\":2000300,\"open_interest_day\":\"2024-06-05\"}",
                stored("ESM24").toString());
        assertTrue(stored("ESU24").isNull());
    }

    @Test
    void aColumnIsNamedByPositionToo() {
        Calls.Reply reply =
                upload("symbol=ESM24&timeframe=1h&columns=stamp,open,high,low,close,volume,open_interest", ROWS);
        assertEquals(200, reply.status(), reply.text());
        assertEquals(2000300, stored("ESM24").get("open_interest").asInt());
        Calls.Reply wrong = upload("symbol=ESM24&columns=stamp,open,high,low,close,openinterest", ROWS);
        assertEquals(400, wrong.status());
        assertTrue(wrong.text().contains("open_interest"), wrong.text());
    }

    @Test
    void aFigureOfAnotherFileForTheSameMomentIsAConflict() {
        String parameters = "symbol=ESM24&timeframe=1h&columns=stamp,open,high,low,close,volume,open_interest";
        assertEquals(200, upload(parameters, ROWS).status());
        assertEquals(
                0, upload(parameters, ROWS).json().get("open_interest_days").asInt());
        String other = ROWS.replace("2000300", "2000400");
        Calls.Reply refused = upload(parameters, other);
        assertEquals(422, refused.status(), refused.text());
        assertTrue(refused.text().contains("the open interest of 2024-06-05 is stored as 2000300"), refused.text());
        assertEquals(200, upload(parameters + "&on_conflict=keep", other).status());
        assertEquals(2000300, stored("ESM24").get("open_interest").asInt());
        assertEquals(
                1,
                upload(parameters + "&on_conflict=replace", other)
                        .json()
                        .get("open_interest_days")
                        .asInt());
        assertEquals(2000400, stored("ESM24").get("open_interest").asInt());
        assertEquals(
                0,
                upload(parameters + "&dry_run=true", "2024-06-05T14:00:00Z,5350,5351,5349,5350.5,100,2000100\n")
                        .json()
                        .get("open_interest_days")
                        .asInt(),
                "an earlier moment of the day changes nothing");
    }

    @Test
    void aDailyFilesFigureIsOfTheDaysEnd() {
        upload("symbol=ESM24&timeframe=1h&columns=stamp,open,high,low,close,volume,open_interest", ROWS);
        Calls.Reply daily = upload(
                "symbol=ESM24&timeframe=1d",
                "date,open,high,low,close,volume,oi\n2024-06-05,5350,5352,5349,5351,300,2000500\n");
        assertEquals(200, daily.status(), daily.text());
        assertEquals(2000500, stored("ESM24").get("open_interest").asInt());
    }

    @Test
    void itGoesWithTheBarsThatItCameWith() {
        upload("symbol=ESM24&timeframe=1h&columns=stamp,open,high,low,close,volume,open_interest", ROWS);
        calls.send(
                "DELETE",
                "/api/data/ESM24?confirm=ESM24&start_date=2024-06-05T16:00:00Z&end_date=2024-06-05T17:00:00Z",
                "",
                Map.of());
        assertTrue(stored("ESM24").get("open_interest").isNull());
        assertEquals(175, stored("ESM24").get("volume").asInt());
    }

    @Test
    void aNumberBelowZeroIsABadRow() {
        Calls.Reply refused = upload(
                "symbol=ESM24&timeframe=1h&columns=stamp,open,high,low,close,volume,open_interest",
                ROWS.replace("2000300", "-1"));
        assertEquals(422, refused.status());
        assertTrue(refused.text().contains("open interest -1 is below zero"), refused.text());
    }
}
