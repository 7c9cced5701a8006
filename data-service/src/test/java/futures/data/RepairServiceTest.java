package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.data.quality.StoredBarsForTests;
import futures.kit.Calls;
import futures.kit.RunningService;
import futures.kit.sql.Database;
import futures.model.BarSeries;
import futures.model.Timeframe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repairs over HTTP, on a trading day with one or two faults of every kind at known places. */
class RepairServiceTest {
    private static final String REPAIRS = "/api/data/ES/repairs";
    private static final String ALL =
            "{\"kinds\":[\"broken_bars\",\"prices_not_above_zero\",\"spikes\",\"off_tick_prices\",\"closed_bars\",\"stale_bars\"]}";

    @TempDir
    Path home;

    private RunningService service;
    private Calls calls;

    /** By open time: open, high, low, close, volume. */
    private final Map<Instant, double[]> rows = new TreeMap<>();

    private void fill(String from, String to) {
        for (Instant time = Instant.parse(from); time.isBefore(Instant.parse(to)); time = time.plusSeconds(60)) {
            boolean even = time.getEpochSecond() % 120 == 0;
            rows.put(
                    time,
                    even ? new double[] {4800, 4801, 4799.5, 4800.5, 9} : new double[] {4800.5, 4801, 4800, 4800, 7});
        }
    }

    private void put(String time, double... bar) {
        rows.put(Instant.parse("2024-01-16T" + time + ":00Z"), bar);
    }

    @BeforeEach
    void start() throws Exception {
        fill("2024-01-15T23:00:00Z", "2024-01-16T22:00:00Z");
        put("01:00", 4800, 4799.5, 4801, 4800.5, 9); // high and low the wrong way round
        put("02:00", 4802, 4801, 4799.5, 4800.5, 9); // open above the high
        put("03:00", 4800, 4801, 0, 4800.5, 9); // a low of nothing
        put("04:00", 0, 0, 0, 0, 9); // a bar of nothing
        put("05:00", 4800, 4840, 4799.5, 4800.5, 9); // a high that left and came back
        put("06:01", 4760, 4760, 4760, 4760, 7); // a whole bar that did
        put("07:00", 4800, 4801.1, 4799.5, 4800.5, 9); // between ticks
        fill("2024-01-16T22:10:00Z", "2024-01-16T22:15:00Z"); // while the market was closed
        for (int minute = 10; minute < 22; minute++) {
            put("08:" + minute, 4800, 4800, 4800, 4800, 0); // said again and again
        }
        BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.MINUTE);
        rows.forEach((time, bar) -> bars.add(time.toEpochMilli(), bar[0], bar[1], bar[2], bar[3], bar[4]));
        Path file = Files.createDirectories(home.resolve("data")).resolve("futures.db");
        try (Database database = Database.open(file, "db/data")) {
            StoredBarsForTests.write(database, bars.build(), "ES");
        }
        service = DataServices.start(home);
        calls = new Calls(service.uri());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private String csv() {
        return calls.get("/api/data/ES?format=csv").text();
    }

    private JsonNode post(String path, String body) {
        Calls.Reply reply = calls.post(path, body);
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    private static JsonNode proposal(JsonNode list, String time) {
        for (JsonNode proposal : list.get("proposals")) {
            if (proposal.at("/changes/0/time").asText().equals("2024-01-16T" + time + ":00Z")) {
                return proposal;
            }
        }
        throw new AssertionError("nothing at " + time + " in " + list);
    }

    @Test
    void everyFaultIsProposedOnceWithItsBars() {
        JsonNode list = calls.get(REPAIRS).json();
        assertEquals(
                "{\"broken_bars\":2,\"closed_bars\":1,\"off_tick_prices\":1,\"prices_not_above_zero\":2,\"spikes\":2,\"stale_bars\":1}",
                list.get("kinds").toString());
        assertEquals(9, list.get("total").asInt());
        assertTrue(list.get("next").isNull());
        assertEquals(0, list.get("remedies").size());
        for (String[] expected : new String[][] {
            {"01:00", "broken_bars", "4800.0 4801.0 4799.5 4800.5"},
            {"02:00", "broken_bars", "4802.0 4802.0 4799.5 4800.5"},
            {"03:00", "prices_not_above_zero", "4800.0 4801.0 4800.0 4800.5"},
            {"05:00", "spikes", "4800.0 4801.0 4799.5 4800.5"},
            {"06:01", "spikes", "4799.5 4799.5 4799.5 4799.5"},
            {"07:00", "off_tick_prices", "4800.0 4801.0 4799.5 4800.5"},
        }) {
            JsonNode proposal = proposal(list, expected[0]);
            assertEquals("[\"" + expected[1] + "\"]", proposal.get("kinds").toString());
            JsonNode after = proposal.at("/changes/0/after");
            assertEquals(
                    expected[2],
                    after.get("open").asText() + " " + after.get("high").asText() + " "
                            + after.get("low").asText() + " "
                            + after.get("close").asText(),
                    expected[0]);
            assertEquals(
                    rows.get(Instant.parse("2024-01-16T" + expected[0] + ":00Z"))[1],
                    proposal.at("/changes/0/before/high").asDouble());
        }
        assertTrue(proposal(list, "04:00").at("/changes/0/after").isNull());
        JsonNode closed = proposal(list, "22:10");
        assertEquals(5, closed.get("bars").asInt());
        assertTrue(closed.at("/changes/4/after").isNull());
        assertEquals(12, proposal(list, "08:10").get("bars").asInt());
    }

    @Test
    void whatIsAppliedIsRecordedAndCanBeUndone() {
        String before = csv();
        JsonNode list = calls.get(REPAIRS).json();
        JsonNode answer = post(REPAIRS, ALL);
        assertEquals(9, answer.get("repairs").asInt());
        assertEquals(24, answer.get("bars").asInt());
        assertNotEquals(list.get("revision"), answer.get("revision"));
        assertEquals(0, calls.get(REPAIRS).json().get("total").asInt());
        JsonNode report = calls.get("/api/data/ES/quality").json();
        for (JsonNode check : report.get("checks")) {
            if (!check.get("name").asText().equals("missing_bars")) {
                assertEquals(0, check.get("count").asInt(), check::toString);
            }
        }
        assertEquals(13, report.at("/coverage/missing").asInt(), "what was deleted is missing, and is not made up");
        assertEquals(rows.size() - 18, report.get("bars").asInt());

        JsonNode applied = calls.get(REPAIRS + "/applied").json().get("repairs");
        assertEquals(9, applied.size());
        assertEquals(1, applied.at("/0/rules").asInt());
        assertTrue(applied.at("/0/undone_at").isNull());
        JsonNode page = calls.get(REPAIRS + "/applied?limit=4").json();
        assertEquals(4, page.get("repairs").size());
        JsonNode second = calls.get(REPAIRS + "/applied?limit=9&cursor=" + page.get("next"))
                .json();
        assertEquals(5, second.get("repairs").size());
        assertTrue(second.get("next").isNull());

        JsonNode undone = post(REPAIRS + "/undo", "{\"all\":true}");
        assertEquals(24, undone.get("bars").asInt());
        assertEquals(before, csv());
        assertEquals(list.get("proposals"), calls.get(REPAIRS).json().get("proposals"));
        assertTrue(calls.get(REPAIRS + "/applied")
                .json()
                .at("/repairs/0/undone_at")
                .isTextual());
        assertEquals(409, calls.post(REPAIRS + "/undo", "{\"ids\":[1]}").status(), "undone already");
    }

    @Test
    void onlyWhatIsAskedForIsChanged() {
        JsonNode list = calls.get(REPAIRS).json();
        String id = proposal(list, "05:00").get("id").asText();
        JsonNode answer = post(REPAIRS, "{\"apply\":[\"" + id + "\"]}");
        assertEquals(1, answer.get("bars").asInt());
        assertEquals(8, calls.get(REPAIRS).json().get("total").asInt());
        String after = csv();
        assertTrue(after.contains("2024-01-16T05:00:00Z,4800,4801,4799.5,4800.5,9\n"), after);

        Calls.Reply again = calls.post(
                REPAIRS, "{\"apply\":[\"" + proposal(list, "07:00").get("id").asText() + "\",\"" + id + "\"]}");
        assertEquals(409, again.status(), again.text());
        assertEquals(id, again.json().at("/errors/0/value").asText());
        assertEquals(after, csv(), "all or nothing");
    }

    @Test
    void anImportOverARepairedBarIsAConflictAndEndsTheUndo() {
        post(REPAIRS, "{\"kinds\":[\"spikes\"]}");
        String head = "time,open,high,low,close,volume\n";
        String path = "/api/data/import/csv?symbol=ES&wait=true&time_zone=UTC&stamps=open&timeframe=1m";
        Map<String, String> type = Map.of("Content-Type", "text/csv");
        String original = head + "2024-01-16T05:00:00Z,4800,4840,4799.5,4800.5,9\n";
        assertEquals(422, calls.send("POST", path, original, type).status());
        String other = head + "2024-01-16T05:00:00Z,4800,4802,4799.5,4800.5,9\n";
        assertEquals(
                200,
                calls.send("POST", path + "&on_conflict=replace", other, type).status());
        String before = csv();
        Calls.Reply undo = calls.post(REPAIRS + "/undo", "{\"all\":true}");
        assertEquals(409, undo.status(), undo.text());
        assertTrue(undo.json().get("detail").asText().contains("2024-01-16T05:00:00Z"), undo.text());
        assertEquals(before, csv());
        // The original, brought back by hand, is as good as undone.
        assertEquals(
                200,
                calls.send("POST", path + "&on_conflict=replace", original, type)
                        .status());
        assertEquals(2, post(REPAIRS + "/undo", "{\"all\":true}").get("repairs").asInt());
    }

    @Test
    void pagesGoThroughAll() {
        JsonNode whole = calls.get(REPAIRS).json();
        JsonNode first = calls.get(REPAIRS + "?limit=4").json();
        assertEquals(4, first.get("proposals").size());
        assertEquals(9, first.get("total").asInt());
        JsonNode rest =
                calls.get(REPAIRS + "?limit=5&cursor=" + first.get("next")).json();
        assertEquals(whole.at("/proposals/4"), rest.at("/proposals/0"));
        assertEquals(whole.at("/proposals/8"), rest.at("/proposals/4"));
        assertTrue(rest.get("next").isNull());
        assertEquals(
                2, calls.get(REPAIRS + "?kind=spikes").json().get("proposals").size());
    }

    /** A week of minutes in US Central that was imported as if it were US Eastern: all of it lies an hour too early. */
    @Test
    void aFileInAnotherTimeZoneIsNamedAndNotRepaired() {
        rows.clear();
        for (int day = 4; day < 9; day++) {
            fill("2024-03-0" + (day - 1) + "T22:00:00Z", "2024-03-0" + day + "T21:00:00Z");
        }
        StringBuilder csv = new StringBuilder("time,open,high,low,close,volume\n");
        rows.forEach((time, bar) ->
                csv.append(time).append(",%s,%s,%s,%s,%s%n".formatted(bar[0], bar[1], bar[2], bar[3], bar[4])));
        Calls.Reply imported = calls.send(
                "POST",
                "/api/data/import/csv?symbol=NQ&wait=true&time_zone=UTC&stamps=open&timeframe=1m",
                csv.toString(),
                Map.of("Content-Type", "text/csv"));
        assertEquals(200, imported.status(), imported.text());
        JsonNode list = calls.get("/api/data/NQ/repairs").json();
        assertEquals(0, list.get("total").asInt(), list::toString);
        assertEquals(1, list.get("remedies").size());
        JsonNode remedy = list.at("/remedies/0");
        assertEquals("shifted_hours", remedy.get("kind").asText());
        assertEquals(1, remedy.get("hours").asInt());
        assertEquals(6900, remedy.get("bars").asInt());
        assertEquals(300, remedy.get("closed_bars").asInt());
        assertEquals("2024-03-03T22:00:00Z", remedy.get("from").asText());
        assertEquals("F", calls.get("/api/data/NQ/quality").json().get("grade").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/data/ES/repairs | {} | 400 | apply",
                "/api/data/ES/repairs | {\"apply\":[],\"kinds\":[]} | 400 | apply",
                "/api/data/ES/repairs | {\"kinds\":[\"gaps\"]} | 400 | kinds",
                "/api/data/ES/repairs | {\"apply\":[\"0123456789abcdef\"]} | 409 | apply",
                "/api/data/ES/repairs | {\"kinds\":[null]} | 400 | kinds",
                "/api/data/ES/repairs | {\"apply\":[null]} | 409 | apply",
                "/api/data/ES/repairs/undo | {\"ids\":[null]} | 400 | ids",
                "/api/data/ES/repairs/undo | {} | 400 | ids",
                "/api/data/ES/repairs/undo | {\"ids\":[77]} | 404 | ids",
                "/api/data/ES/repairs?timeframe=x | {\"kinds\":[]} | 400 | timeframe",
            })
    void whatCannotBeDoneIsRefused(String path, String body, int status, String field) {
        String before = csv();
        Calls.Reply reply = calls.post(path, body);
        assertEquals(status, reply.status(), reply.text());
        assertEquals(field, reply.json().at("/errors/0/field").asText(), reply.text());
        assertEquals(before, csv());
    }
}
