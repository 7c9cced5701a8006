package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.RunningService;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trading days over HTTP, and what they mean for the range of an answer. */
class CalendarServiceTest {
    @TempDir
    Path home;

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

    @Test
    void theDaysOfAHolidayWeek() {
        JsonNode answer =
                calls.get("/api/calendar/ES?from=2024-07-01&to=2024-07-07").json();
        assertEquals("CME_EQUITY", answer.get("calendar").asText());
        assertEquals(4, answer.get("days").size());
        assertEquals("2024-07-03", answer.at("/days/2/date").asText());
        assertEquals(
                "2024-07-03T17:15:00Z", answer.at("/days/2/sessions/0/closes").asText());
        assertEquals("2024-07-05", answer.at("/days/3/date").asText());
        assertEquals(2, answer.at("/days/3/sessions").size());
        assertEquals(
                "2024-07-03T22:00:00Z", answer.at("/days/3/sessions/0/opens").asText());
        assertEquals(
                252,
                calls.get("/api/calendar/MES?from=2024-01-01")
                        .json()
                        .get("days")
                        .size());
    }

    /** In US Central time the hours are from 8:30 to 15:00; 2024-07-03 closes at 12:15, 2025-01-09, a day of mourning, at 8:30. */
    @ParameterizedTest
    @CsvSource({
        "ES, 2024-07-02, 2024-07-02T13:30:00Z, 2024-07-02T20:00:00Z",
        "ES, 2024-07-03, 2024-07-03T13:30:00Z, 2024-07-03T17:15:00Z",
        "ES, 2024-07-05, 2024-07-05T13:30:00Z, 2024-07-05T20:00:00Z",
        "ES, 2024-12-02, 2024-12-02T14:30:00Z, 2024-12-02T21:00:00Z",
        "ES, 2025-01-09, , ",
        "BTC, 2024-07-02, , ",
    })
    void regularHoursAreThoseOfTheDay(String product, String day, String opens, String closes) {
        JsonNode there = calls.get("/api/calendar/" + product + "?from=" + day + "&to=" + day)
                .json()
                .at("/days/0");
        assertEquals(day, there.get("date").asText());
        assertEquals(opens == null, there.get("regular").isNull(), there.toString());
        if (opens != null) {
            assertEquals(opens, there.at("/regular/opens").asText());
            assertEquals(closes, there.at("/regular/closes").asText());
        }
    }

    @Test
    void aProductWithoutACalendarTradesEveryWeekday() {
        JsonNode answer =
                calls.get("/api/calendar/BTC?from=2024-07-01&to=2024-07-07").json();
        assertTrue(answer.get("calendar").isNull());
        assertEquals(5, answer.get("days").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/calendar/ES | 400 | from",
                "/api/calendar/ES?from=yesterday | 400 | from",
                "/api/calendar/ES?from=2024-01-02&to=2024-01-01 | 400 | to",
                "/api/calendar/ES?from=2004-01-02&to=2024-01-01 | 400 | to",
            })
    void whatCannotBeAnsweredIsRefused(String path, int status, String field) {
        Calls.Reply reply = calls.get(path);
        assertEquals(status, reply.status(), reply.text());
        assertEquals(field, reply.json().at("/errors/0/field").asText());
    }

    @Test
    void unknownProductsHaveNone() {
        assertEquals(404, calls.get("/api/calendar/XX?from=2024-01-02").status());
    }

    private Calls.Reply upload(String symbol) {
        return calls.send(
                "POST",
                "/api/data/import/csv?wait=true&time_zone=UTC&timeframe=1m&symbol="
                        + java.net.URLEncoder.encode(symbol, java.nio.charset.StandardCharsets.UTF_8),
                "time,open,high,low,close,volume\n2024-12-10T15:00:00Z,1,1,1,1,1\n",
                Map.of("Content-Type", "text/csv"));
    }

    @Test
    void theChainHasListedMonthsLastTradingDaysAndWhatIsStored() {
        assertEquals(200, upload("ES 12-24").status());
        JsonNode chain =
                calls.get("/api/contracts/ES/chain?from=2024-10&to=2025-06").json();
        assertEquals(3, chain.get("contracts").size());
        assertEquals("ESZ24", chain.at("/contracts/0/symbol").asText());
        assertEquals("2024-12", chain.at("/contracts/0/month").asText());
        assertEquals("2024-12-20", chain.at("/contracts/0/last_trade").asText());
        assertEquals(1, chain.at("/contracts/0/series/0/bars").asInt());
        assertEquals("ESM25", chain.at("/contracts/2/symbol").asText());
        assertEquals(0, chain.at("/contracts/2/series").size());
        assertEquals(400, calls.get("/api/contracts/ES/chain?from=2024").status());
        assertEquals(404, calls.get("/api/contracts/XX/chain").status());
    }

    @Test
    void vendorsSpellingsAreStoredUnderOneName() {
        assertEquals("ESZ24", upload("ES_2024_12").json().get("symbol").asText());
        assertEquals("ESZ24", upload("ESZ2024").json().get("symbol").asText());
        assertEquals("ZZ_2024_12", upload("ZZ_2024_12").json().get("symbol").asText(), "no product of ours");
        Calls.Reply open = upload("ESZ4");
        assertEquals(422, open.status());
        assertTrue(open.json().get("detail").asText().contains("say ESZ24, ESZ14"), open.text());
    }

    /** Martin Luther King's Monday belongs to Tuesday's trading day. */
    @Test
    void aRangeOfDaysHasTheSessionsOfThoseDays() {
        String rows = """
                time,open,high,low,close,volume
                2024-01-12T15:00:00Z,1,1,1,1,1
                2024-01-15T15:00:00Z,2,2,2,2,1
                2024-01-16T15:00:00Z,3,3,3,3,1
                """;
        Calls.Reply imported = calls.send(
                "POST",
                "/api/data/import/csv?symbol=ES&wait=true&time_zone=UTC&stamps=open&timeframe=1m",
                rows,
                Map.of("Content-Type", "text/csv"));
        assertEquals(200, imported.status(), imported.text());
        assertEquals(1, bars("2024-01-12", "2024-01-15"));
        assertEquals(2, bars("2024-01-16", "2024-01-16"));
        assertEquals(2, bars("2024-01-15", "2024-01-16"));
    }

    private int bars(String from, String to) {
        return calls.get("/api/data/ES?start_date=" + from + "&end_date=" + to)
                .json()
                .get("data")
                .size();
    }
}
