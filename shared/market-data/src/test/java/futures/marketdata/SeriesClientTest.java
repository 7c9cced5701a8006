package futures.marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.kit.NeighbourInWords;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.bars.BarForm;
import futures.model.bars.Hours;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SeriesClientTest {
    private static final String ALL = "?format=arrow&order=asc&limit=1000000000&timeframe=";
    private static final SeriesKey MES = key("MES");
    private static final SeriesKey CONTINUOUS = key("MES.v.0@diff");
    private static final String CALENDAR = """
            {"calendars": [{"revision": "r7", "provenance": "by volume", "rolls": [
              {"time": "2024-03-15T00:00:00Z", "from": "MESH24", "to": "MESM24", "old_price": 5100.25, "new_price": 5160.50}]}]}""";

    @TempDir
    Path home;

    private NeighbourInWords service;
    private SeriesClient client;

    @BeforeEach
    void start() throws IOException {
        service = new NeighbourInWords();
        Settings settings = Settings.load(home, Map.of(), List.of("ports.data=" + service.port()));
        client = new SeriesClient(new ServiceClient("data", settings), new Advice("; import some", "contract=ES"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static SeriesKey key(String symbol) {
        return new SeriesKey(symbol, BarForm.parse("1m"), null, null, null);
    }

    private static byte[] bars(int count, String product) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BarStream(BarStreamTest.minutes(count), product).write(out);
        return out.toByteArray();
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Problem refused(int status, String words, Executable call) {
        Problem problem = assertThrows(Problem.class, call);
        assertEquals(status, problem.status());
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
        return problem;
    }

    @Test
    void barsComeWithTheirTagAndTheirProduct() throws IOException {
        service.say("/api/data/MES", bars(3, "MES"), "ETag", "\"1\"");
        FetchedBars fetched = client.bars(MES, null).orElseThrow();
        assertEquals(3, fetched.bars().size());
        assertEquals("MES", fetched.bars().symbol());
        assertEquals("\"1\"", fetched.tag());
        assertEquals("MES", fetched.product());
        assertEquals("", fetched.rollsRevision());
        assertEquals(List.of("/api/data/MES" + ALL + "1m"), service.asked());
    }

    @Test
    void whatTheKeySaysOfTheProductGoesBeforeWhatTheSeriesSays() throws IOException {
        service.say("/api/data/MES", bars(3, "MES"));
        SeriesKey asOther = new SeriesKey("MES", BarForm.parse("1m"), null, null, "ES");
        FetchedBars fetched = client.bars(asOther, null).orElseThrow();
        assertEquals("ES", fetched.product());
        assertNull(fetched.tag());
    }

    @Test
    void barsThatAreStillCurrentAreNotSentAgain() throws IOException {
        service.say("/api/data/MES", bars(3, "MES"), "ETag", "\"1\"");
        assertTrue(client.bars(MES, "\"1\"").isEmpty());
        service.say("/api/data/MES", bars(4, "MES"), "ETag", "\"2\"");
        FetchedBars other = client.bars(MES, "\"1\"").orElseThrow();
        assertEquals(4, other.bars().size());
        assertEquals("\"2\"", other.tag());
    }

    @Test
    void aRangeWithoutBarsIsRefusedWithTheReadersAdvice() throws IOException {
        service.say("/api/data/MES", bars(0, "MES"));
        SeriesKey early = MES.between("1999-01-01", "1999-12-31");
        Problem problem = refused(
                422, "There are no bars of MES in 1m in that range; import some.", () -> client.bars(early, null));
        assertEquals("start_date", problem.errors().get(0).field());
        assertEquals("1999-01-01", problem.errors().get(0).value());
    }

    @Test
    void barsThatBreakOffAreNoBars() throws IOException {
        byte[] whole = bars(3, "MES");
        service.say("/api/data/MES", Arrays.copyOf(whole, whole.length - 8));
        refused(503, "The bars of MES broke off on the way", () -> client.bars(MES, null));
    }

    @Test
    void whatTheDataServiceSaysPassesThrough() {
        refused(404, "data service: There is no such thing.", () -> client.bars(key("NONE"), null));
    }

    @Test
    void aRequestSaysFormAndRange() throws IOException {
        service.say("/api/data/A+B", bars(1, "MES"));
        service.say("/api/data/MES.c.1", bars(1, "MES"));
        SeriesKey regular = new SeriesKey(
                "A+B", BarForm.parse("5m").with(Hours.REGULAR), "2024-01-02", "2024-01-03T15:00:00Z", null);
        // not joined, so that nothing rolls
        client.bars(regular.rolledBy(new RollChoice("days_before_expiry", 5)), null);
        client.bars(key("MES.c.1@ratio").rolledBy(new RollChoice("days_before_expiry", 5)), null);
        client.bars(key("MES.c.1").rolledBy(new RollChoice("volume", null)), null);
        assertEquals(
                List.of(
                        "/api/data/A%2BB" + ALL
                                + "5m&hours=regular&start_date=2024-01-02&end_date=2024-01-03T15%3A00%3A00Z",
                        "/api/data/MES.c.1" + ALL + "1m&roll_rule=days_before_expiry&roll_days=5",
                        "/api/data/MES.c.1" + ALL + "1m&roll_rule=volume"),
                service.asked());
    }

    @Test
    void gradesAreAskedForOfTheSameBars() {
        service.say("/api/data/MES.v.0/quality", text("{\"grade\": \"B\"}"));
        SeriesKey year = CONTINUOUS.between("2024-01-02", null);
        assertEquals("B", client.quality(year).get("grade").asText());
        assertEquals(
                List.of("/api/data/MES.v.0/quality?summary=true&timeframe=1m&start_date=2024-01-02"), service.asked());
    }

    @Test
    void aContractIsThatOfTheProduct() {
        service.say("/api/contracts/MES", text("{\"symbol\": \"MES\"}"));
        assertEquals("MES", client.contract(CONTINUOUS, "MES").get("symbol").asText());
        assertEquals(List.of("/api/contracts/MES"), service.asked());
    }

    @Test
    void aSeriesWhoseProductIsNotKnownIsRefusedWithTheReadersAdvice() {
        for (String product : Arrays.asList(null, "")) {
            Problem problem = refused(
                    422,
                    "It is not known which contract MES is a price of; say so with 'contract', e.g. contract=ES.",
                    () -> client.contract(MES, product));
            assertEquals("contract", problem.errors().get(0).field());
        }
        assertTrue(service.asked().isEmpty());
    }

    @Test
    void joinedBarsNameTheRollsByWhichTheyWere() throws IOException {
        service.say("/api/data/MES.v.0", bars(3, "MES"), "X-Rolls-Revision", "r7");
        service.say("/api/rolls/MES", text(CALENDAR));
        FetchedBars fetched = client.bars(CONTINUOUS, null).orElseThrow();
        assertEquals("MES.v.0@diff", fetched.bars().symbol());
        RollCalendar calendar = client.rolls(CONTINUOUS, fetched.rollsRevision());
        assertEquals("by volume", calendar.provenance());
        assertEquals(
                List.of(new Roll(
                        Instant.parse("2024-03-15T00:00:00Z").toEpochMilli(),
                        "MESH24",
                        "MESM24",
                        new BigDecimal("5100.25"),
                        new BigDecimal("5160.50"))),
                calendar.rolls());
        assertEquals("/api/rolls/MES?series=v&position=0", service.asked().get(1));
    }

    @Test
    void rollsOfAnotherRevisionThanTheBarsAreRefused() {
        service.say("/api/rolls/MES", text(CALENDAR));
        refused(
                503,
                "The rolls of MES.v.0@diff changed while its bars were fetched; try again.",
                () -> client.rolls(CONTINUOUS, "r6"));
        service.say("/api/rolls/MES", text("{\"calendars\": []}"));
        refused(503, "try again", () -> client.rolls(CONTINUOUS, "r7"));
    }

    @Test
    void aRuleOfTheReadersTakesThePlaceOfTheKeptCalendar() {
        service.say("/api/rolls/MES", text(CALENDAR));
        SeriesKey second = key("MES.c.1");
        assertFalse(client.rolls(second.rolledBy(new RollChoice("days_before_expiry", 5)), "r7")
                .rolls()
                .isEmpty());
        client.rolls(second.rolledBy(new RollChoice("volume", null)), "r7");
        assertEquals(
                List.of(
                        "/api/rolls/MES?rule=days_before_expiry&days=5&position=1",
                        "/api/rolls/MES?rule=volume&position=1"),
                service.asked());
    }
}
