package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.RunningService;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnReader;
import futures.model.TradingCalendar;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars made of stored minutes, over HTTP: three weeks of ES with Martin Luther King's Monday, the last session cut at 12:00. */
class TimeframeServiceTest {
    private static final String FIRST = "2024-01-03T23:00:00Z";
    private static final String LAST = "2024-01-24T18:00:00Z";

    @TempDir
    static Path home;

    private static RunningService service;
    private static Calls calls;

    @BeforeAll
    static void start() throws Exception {
        service = DataServices.start(home);
        calls = new Calls(service.uri());
        assertEquals(200, store("ES", "1m", minutes()).status());
        assertEquals(
                200,
                store("DAILY", "1d", "2024-01-02T23:00:00Z,1,2,0.5,1.5,9\n").status());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Calls.Reply store(String symbol, String timeframe, String rows) {
        return calls.send(
                "POST",
                "/api/data/import/csv?wait=true&time_zone=UTC&stamps=open&symbol=" + symbol + "&timeframe=" + timeframe,
                "time,open,high,low,close,volume\n" + rows,
                Map.of("Content-Type", "text/csv"));
    }

    /** One contract in every open minute; prices go up and down by ticks. */
    private static String minutes() {
        StringBuilder csv = new StringBuilder();
        int n = 0;
        for (Instant time = Instant.parse(FIRST); time.isBefore(Instant.parse(LAST)); time = time.plusSeconds(60)) {
            if (TradingCalendar.CME_EQUITY.isOpen(time.toEpochMilli())) {
                double price = 4800 + 0.25 * Math.round(40 * Math.sin(n / 50.0));
                n++;
                csv.append(time).append(',').append(price).append(',').append(price + 0.75);
                csv.append(',')
                        .append(price - 0.5)
                        .append(',')
                        .append(price + 0.25)
                        .append(",1\n");
            }
        }
        return csv.toString();
    }

    private static JsonNode get(String query) {
        Calls.Reply reply = calls.get("/api/data/ES?" + query);
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    private static List<String> bars(String query) {
        List<String> bars = new ArrayList<>();
        get(query).get("data").forEach(bar -> bars.add(bar.toString()));
        return bars;
    }

    @Test
    void fourHoursBySession() {
        JsonNode answer = get("timeframe=4h&start_date=2024-01-16&end_date=2024-01-16");
        assertEquals("1m", answer.get("made_from").asText());
        assertEquals("all", answer.get("hours").asText());
        assertFalse(answer.get("approximate").asBoolean());
        List<String> times = new ArrayList<>();
        answer.get("data")
                .forEach(bar -> times.add(bar.get("timestamp").asText().substring(8, 16) + " "
                        + bar.get("close_time").asText().substring(8, 16) + " "
                        + bar.get("volume").asInt()));
        assertEquals(
                List.of(
                        "14T23:00 15T03:00 240",
                        "15T03:00 15T07:00 240",
                        "15T07:00 15T11:00 240",
                        "15T11:00 15T15:00 240",
                        "15T15:00 15T18:00 180",
                        "15T23:00 16T03:00 240",
                        "16T03:00 16T07:00 240",
                        "16T07:00 16T11:00 240",
                        "16T11:00 16T15:00 240",
                        "16T15:00 16T19:00 240",
                        "16T19:00 16T22:00 180"),
                times);
    }

    /** The last session is cut in its middle: neither its day nor the bar of 11:00 to 15:00 local time is whole. */
    @Test
    void whatIsNotFinishedIsLeftOut() {
        JsonNode days = get("timeframe=1d").get("data");
        assertEquals(
                "2024-01-22T23:00:00Z",
                days.get(days.size() - 1).get("timestamp").asText());
        JsonNode weeks = get("timeframe=1w").get("data");
        assertEquals(
                "2024-01-14T23:00:00Z",
                weeks.get(weeks.size() - 1).get("timestamp").asText());
        assertEquals(
                "2024-01-19T22:00:00Z",
                weeks.get(weeks.size() - 1).get("close_time").asText());
        assertEquals(
                5 * 1380 - 1380 + 1140,
                weeks.get(weeks.size() - 1).get("volume").asInt());
        JsonNode hours = get("timeframe=4h").get("data");
        assertEquals(
                "2024-01-24T11:00:00Z",
                hours.get(hours.size() - 1).get("timestamp").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeframe=7m",
                "timeframe=4h",
                "timeframe=4h&hours=overnight",
                "timeframe=1d&hours=regular",
                "timeframe=1m&hours=regular",
                "timeframe=1w",
                "timeframe=tick:100",
                "timeframe=volume:333",
                "timeframe=range:5",
                "timeframe=renko:4"
            })
    void limitOrderAndRangeCutTheSameBars(String form) {
        List<String> all = bars(form + "&limit=1000000");
        assertTrue(all.size() >= 2, form);
        for (int limit : List.of(1, 2, 17, 1000)) {
            int from = Math.max(0, all.size() - limit);
            List<String> newest = all.subList(from, all.size());
            assertEquals(newest, bars(form + "&limit=" + limit));
            List<String> turned = new ArrayList<>(newest);
            Collections.reverse(turned);
            assertEquals(turned, bars(form + "&order=desc&limit=" + limit));
        }
        String start = "2024-01-09T12:34:00Z";
        String end = "2024-01-18T03:21:00Z";
        List<String> between = all.stream()
                .filter(bar -> bar.substring(14, 34).compareTo(start) >= 0
                        && bar.substring(14, 34).compareTo(end) < 0)
                .toList();
        assertEquals(between, bars(form + "&limit=1000000&start_date=" + start + "&end_date=" + end));
        assertEquals(between.subList(between.size() - 1, between.size()), bars(form + "&limit=1&end_date=" + end));
    }

    @Test
    void regularHours() {
        JsonNode days = get("timeframe=1d&hours=regular&start_date=2024-01-12&end_date=2024-01-16")
                .get("data");
        assertEquals(2, days.size());
        assertEquals("2024-01-16T14:30:00Z", days.at("/1/timestamp").asText());
        assertEquals("2024-01-16T21:00:00Z", days.at("/1/close_time").asText());
        assertEquals(390, days.at("/1/volume").asInt());
    }

    @Test
    void aSettlementIsTheCloseOfTheDayAlone() {
        JsonNode plain = get("timeframe=1d&end_date=2024-01-05").get("data").get(1);
        JsonNode answer = get("timeframe=1d&settlement=15:00&end_date=2024-01-05");
        JsonNode settled = answer.get("data").get(1);
        assertEquals("15:00", answer.get("settlement").asText());
        JsonNode minute = get("timeframe=1m&end_date=2024-01-05T21:00:00Z&limit=1")
                .get("data")
                .get(0);
        assertEquals("2024-01-05T20:59:00Z", minute.get("timestamp").asText());
        assertEquals(minute.get("close"), settled.get("close"));
        assertNotEquals(plain.get("close"), settled.get("close"));
        for (String field : List.of("timestamp", "open", "high", "low", "volume", "close_time")) {
            assertEquals(plain.get(field), settled.get(field));
        }
    }

    @Test
    void approximationsAreStated() {
        for (String form : List.of("tick:100", "volume:500", "range:8", "renko:10")) {
            JsonNode answer = get("timeframe=" + form);
            assertEquals(form, answer.get("timeframe").asText());
            assertTrue(answer.get("approximate").asBoolean());
            assertTrue(answer.get("approximation").asText().contains("bars of 1m"), answer.toString());
        }
    }

    @Test
    void otherFormats() throws Exception {
        String text = calls.get("/api/data/ES?timeframe=1d&format=csv&limit=1").text();
        assertTrue(text.startsWith("timestamp,open,high,low,close,volume,close_time\n2024-01-22T23:00:00Z,"), text);
        assertTrue(text.endsWith(",1380,2024-01-23T22:00:00Z\n"), text);
        HttpRequest request = HttpRequest.newBuilder(
                        service.uri().resolve("/api/data/ES?timeframe=range:8&format=arrow&order=desc&limit=50"))
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            ColumnReader reader = new ColumnReader(in);
            ColumnBatch all = reader.readAll();
            assertEquals(50, all.rows());
            assertEquals("range:8", reader.metadata().get("timeframe"));
            assertEquals("1m", reader.metadata().get("made_from"));
            assertEquals("true", reader.metadata().get("approximate"));
            long[] closes = all.longs("close_time");
            long[] sorted = closes.clone();
            java.util.Arrays.sort(sorted);
            for (int i = 0; i < closes.length; i++) {
                assertEquals(sorted[closes.length - 1 - i], closes[i], "newest first");
                assertTrue(closes[i] > all.longs("timestamp")[i]);
                assertTrue(all.doubles("high")[i] - all.doubles("low")[i] <= 2);
            }
        }
    }

    @Test
    void aTagIsOfTheFormAndOfTheBarsBehindIt() throws Exception {
        String tag = tag("timeframe=4h");
        assertEquals(tag, tag("timeframe=4h"));
        assertNotEquals(tag, tag("timeframe=1h"));
        assertNotEquals(tag, tag("timeframe=4h&hours=regular"));
        assertEquals(
                304,
                calls.send("GET", "/api/data/ES?timeframe=4h", "", Map.of("If-None-Match", tag))
                        .status());
    }

    @Test
    void aFileIsNamedByItsBars() throws Exception {
        assertEquals(
                "attachment; filename=\"ES_1d-regular.csv\"",
                header("timeframe=1d&hours=regular&format=csv", "Content-Disposition"));
        assertEquals(
                "attachment; filename=\"ES_range-8.parquet\"",
                header("timeframe=range:8&format=parquet", "Content-Disposition"));
    }

    private static String tag(String query) throws Exception {
        return header(query, "ETag");
    }

    private static String header(String query, String name) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.uri().resolve("/api/data/ES?" + query))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue(name)
                .orElseThrow();
    }

    /** A series that is stored in the timeframe is not made of others; a week is made of days. */
    @Test
    void whatIsStoredIsServedAsItIs() {
        JsonNode stored = calls.get("/api/data/DAILY?timeframe=1d").json();
        assertFalse(stored.has("made_from"));
        assertFalse(stored.at("/data/0").has("close_time"));
        assertEquals(
                "1d",
                calls.get("/api/data/DAILY?timeframe=1w")
                        .json()
                        .get("made_from")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ES?timeframe=30s | 422 | timeframe",
                "ES?timeframe=2d | 422 | timeframe",
                "ES?timeframe=25h | 422 | timeframe",
                "ES?timeframe=9999w | 400 | timeframe",
                "ES?timeframe=kagi:4 | 400 | timeframe",
                "ES?timeframe=range:0 | 400 | timeframe",
                "ES?timeframe=4h&hours=lunch | 400 | hours",
                "ES?timeframe=1d&settlement=late | 400 | settlement",
                "ES?timeframe=4h&settlement=15:00 | 422 | settlement",
                "ES?timeframe=1d&hours=regular&settlement=15:00 | 422 | settlement",
                "DAILY?timeframe=4h | 422 | timeframe",
                "DAILY?timeframe=1d&hours=regular | 422 | timeframe",
                "ES/quality?timeframe=4h | 422 | timeframe",
            })
    void whatCannotBeMadeIsRefused(String path, int status, String field) {
        Calls.Reply reply = calls.get("/api/data/" + path);
        assertEquals(status, reply.status(), reply.text());
        assertEquals(field, reply.json().at("/errors/0/field").asText(), reply.text());
        assertTrue(reply.json().get("detail").asText().length() > 20, reply.text());
    }

    @Test
    void withoutAContractThereAreNoRegularHoursAndNoTicks() {
        assertEquals(
                200, store("XQX", "1m", "2024-01-03T23:00:00Z,1,2,0.5,1.5,9\n").status());
        Calls.Reply hours = calls.get("/api/data/XQX?timeframe=1h&hours=regular");
        assertEquals(422, hours.status());
        assertEquals("hours", hours.json().at("/errors/0/field").asText());
        assertEquals(422, calls.get("/api/data/XQX?timeframe=range:4").status());
        assertEquals(200, calls.get("/api/data/XQX?timeframe=1h").status());
    }
}
