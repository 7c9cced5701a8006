package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.Eventually;
import futures.kit.bus.Notice;
import futures.wire.Channels;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roll calendars over HTTP: kept, edited, brought up to date, refused. */
class RollServiceTest extends DataServiceOnRedis {
    private static final String HEADER = "timestamp,open,high,low,close,volume,open_interest\n";

    private void upload(String symbol, String csv) {
        Calls.Reply reply = calls.send(
                "POST",
                "/api/data/import/csv?wait=true&timeframe=1h&symbol=" + symbol,
                HEADER + csv,
                Map.of("Content-Type", "text/csv"));
        assertEquals(200, reply.status(), reply.text());
    }

    /** Two contracts of which the second trades more from Friday, 2024-03-08 on. */
    private void two(String product) {
        upload(product + "H24", """
                2024-03-07T15:00:00Z,5150,5150,5150,5150,900,2000
                2024-03-08T15:00:00Z,5152,5152,5152,5152,800,1900
                2024-03-10T22:00:00Z,5160,5160,5160,5160,100,1000
                2024-03-11T15:00:00Z,5161,5161,5161,5161,100,900
                """);
        upload(product + "M24", """
                2024-03-07T15:00:00Z,5210,5210,5210,5210,100,500
                2024-03-08T15:00:00Z,5212.25,5212.25,5212.25,5212.25,801,1000
                2024-03-10T22:00:00Z,5220.5,5220.5,5220.5,5220.5,700,1001
                2024-03-11T15:00:00Z,5221.25,5221.25,5221.25,5221.25,700,1500
                2024-03-12T15:00:00Z,5222,5222,5222,5222,700,1600
                """);
    }

    private JsonNode rolls(String root, String series) {
        Calls.Reply reply = calls.get("/api/rolls/" + root + "?series=" + series);
        assertEquals(200, reply.status(), reply.text());
        return reply.json().at("/calendars/0");
    }

    private String csv(String symbol) {
        Calls.Reply reply = calls.get("/api/data/" + symbol + "?format=csv");
        assertEquals(200, reply.status(), reply.text());
        return reply.text();
    }

    private String header(String path, String name) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(service.uri().resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue(name)
                .orElseThrow();
    }

    private Calls.Reply put(String parameters, String type, String body) {
        return calls.send("PUT", "/api/rolls/ES?" + parameters, body, Map.of("Content-Type", type));
    }

    @Test
    void seriesByOpenInterestAreNamedWhereThereIsSome() {
        two("ES");
        assertEquals(
                "[\"ES.v.0\",\"ES.n.0\",\"ES.c.0\"]",
                calls.get("/api/data").json().at("/continuous/0/symbols").toString());
    }

    @Test
    void askingForASeriesBuildsItsCalendarAndKeepsIt() {
        two("ES");
        assertEquals(0, calls.get("/api/rolls").json().get("calendars").size());
        assertEquals("""
                timestamp,open,high,low,close,volume
                2024-03-07T15:00:00Z,5210.25,5210.25,5210.25,5210.25,900
                2024-03-08T15:00:00Z,5212.25,5212.25,5212.25,5212.25,800
                2024-03-10T22:00:00Z,5220.5,5220.5,5220.5,5220.5,700
                2024-03-11T15:00:00Z,5221.25,5221.25,5221.25,5221.25,700
                2024-03-12T15:00:00Z,5222,5222,5222,5222,700
                """, csv("ES.v.0@diff"));
        JsonNode kept = calls.get("/api/rolls").json().at("/calendars/0");
        assertEquals("ES", kept.get("root").asText());
        assertEquals("volume", kept.get("rule").asText());
        assertTrue(kept.get("days").isNull());
        assertEquals("by rule: volume crossover", kept.get("provenance").asText());
        assertEquals(
                "{\"time\":\"2024-03-10T22:00:00Z\",\"trading_day\":\"2024-03-11\",\"from\":\"ESH24\",\"to\":\"ESM24\","
                        + "\"old_price\":5152.00,\"new_price\":5212.25,\"spread\":60.25}",
                kept.at("/rolls/0").toString());
        assertFalse(kept.get("built_at").isNull());
        assertEquals(kept, rolls("ES", "v"));
        assertEquals(
                "2024-03-11T22:00:00Z",
                rolls("ES", "n").at("/rolls/0/time").asText(),
                "more of the next contract was open at the end of Monday only");
        assertEquals(2, calls.get("/api/rolls/ES").json().get("calendars").size());
    }

    @Test
    void theRevisionTellsWhichRollsBarsWereJoinedAt() throws Exception {
        two("ES");
        String revision = rolls("ES", "v").get("revision").asText();
        for (String symbol : List.of("ES.v.0", "ES.v.0@diff", "ES.v.0@ratio")) {
            assertEquals(revision, header("/api/data/" + symbol + "?format=csv", "X-Rolls-Revision"));
        }
        assertEquals(revision, header("/api/rolls/ES?series=v", "X-Rolls-Revision"));
        String tag = header("/api/data/ES.v.0@diff", "ETag");
        assertNotEquals(tag, header("/api/data/ES.v.0", "ETag"));
        assertEquals(
                304,
                calls.send("GET", "/api/data/ES.v.0@diff", null, Map.of("If-None-Match", tag))
                        .status());
        upload("ESM24", "2024-03-13T15:00:00Z,5223,5223,5223,5223,700,1700\n");
        assertNotEquals(tag, header("/api/data/ES.v.0@diff", "ETag"));
        assertEquals(revision, header("/api/data/ES.v.0@diff", "X-Rolls-Revision"), "a bar changes no roll");
        assertEquals(
                200,
                calls.post("/api/rolls/ES/build?rule=fixed_day&days=12", "").status());
        assertEquals(revision, rolls("ES", "v").get("revision").asText());
        assertEquals(
                "2024-03-11T22:00:00Z", rolls("ES", "c").at("/rolls/0/time").asText());
    }

    @Test
    void rulesAreBuiltAsAskedAndADryRunKeepsNothing() {
        two("ES");
        JsonNode dry = calls.post("/api/rolls/ES/build?rule=days_before_expiry&days=4&dry_run=true", "")
                .json();
        assertEquals("2024-03-10T22:00:00Z", dry.at("/rolls/0/time").asText());
        assertTrue(dry.get("built_at").isNull());
        assertEquals(0, calls.get("/api/rolls").json().get("calendars").size());
        JsonNode built = calls.post("/api/rolls/ES/build?rule=days_before_expiry&days=4", "")
                .json();
        assertEquals(4, built.get("days").asInt());
        assertEquals(built, rolls("ES", "c"));
        Calls.Reply notice = calls.post("/api/rolls/ES/build?rule=first_notice", "");
        assertEquals(422, notice.status());
        assertTrue(notice.text().contains("ESH24 has no first notice day: it is settled in cash"), notice.text());
        assertEquals(built, rolls("ES", "c"), "a refused build changes nothing");
    }

    @Test
    void anEditedCalendarStaysUntilTheRuleIsAskedToGoOnOrTheCalendarIsForgotten() {
        two("ES");
        String exported = calls.get("/api/rolls/ES?series=v&format=csv").text();
        assertEquals("time,from,to,old_price,new_price\n2024-03-10T22:00:00Z,ESH24,ESM24,5152.00,5212.25\n", exported);
        String edited = exported.replace("2024-03-10T22:00", "2024-03-07T23:00").replace("5152.00", "5150.25");
        Calls.Reply reply = put("series=v", "text/csv", edited);
        assertEquals(200, reply.status(), reply.text());
        assertEquals("edited", reply.json().get("provenance").asText());
        assertEquals(1, reply.json().get("edited_rolls").asInt());
        assertEquals(
                "the roll from ESH24 to ESM24 has prices of its own: the last bar before it that both have, of"
                        + " 2024-03-07T15:00:00Z, closed at 5150.0 and 5210.0",
                reply.json().at("/warnings/0").asText());
        assertTrue(csv("ES.v.0@diff")
                .contains("2024-03-07T15:00:00Z,5212,5212,5212,5212,900\n2024-03-08T15:00:00Z,5212.25"));
        upload(
                "ESM24",
                "2024-06-14T15:00:00Z,5400,5400,5400,5400,10,1\n2024-06-18T15:00:00Z,5410,5410,5410,5410,10,1\n");
        upload(
                "ESU24",
                "2024-06-14T15:00:00Z,5460,5460,5460,5460,20,1\n2024-06-18T15:00:00Z,5470,5470,5470,5470,20,1\n");
        assertEquals(1, rolls("ES", "v").get("rolls").size());
        String json = "{\"rolls\":" + rolls("ES", "v").get("rolls") + "}";
        JsonNode goesOn = put("series=v&go_on=true", "application/json", json).json();
        assertEquals(2, goesOn.get("rolls").size());
        assertEquals(
                "edited, then by rule: volume crossover",
                goesOn.get("provenance").asText());
        assertEquals("2024-06-16T22:00:00Z", goesOn.at("/rolls/1/time").asText());
        assertEquals(200, calls.delete("/api/rolls/ES?series=v").status());
        assertEquals(404, calls.delete("/api/rolls/ES?series=v").status());
        assertEquals(
                "2024-03-10T22:00:00Z", rolls("ES", "v").at("/rolls/0/time").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-10T22:00:00Z,ESH24,ESM24,5152.1,5212.25 | 422 | is no multiple of the tick size 0.25",
                "2024-03-10T22:00:00Z,ESM24,ESH24,5152,5212.25 | 422 | must be of a later month than ESM24",
                "2024-03-10T22:00:00Z,ESH24,ESM25,5152,5212.25 | 422 | no contract of ES in the store; did you mean 'ESM24'",
                "2024-03-20T22:00:00Z,ESH24,ESM24,5152,5212.25 | 422 | is after the last trading day of ESH24, 2024-03-15",
                "2024-03-10,ESH24,ESM24,5152,5212.25 | 400 | no roll",
                "2024-03-10T22:00:00Z,ESH24,ESM24,five,5212.25 | 400 | no roll",
                "2024-03-10T22:00:00Z,ESH24,ESM24,1e999999,5212.25 | 400 | no price",
                "2024-03-10T22:00:00Z,ESH24,ESH24,5152,5212.25 | 400 | from one contract to another",
                "2024-03-10T22:00:00Z,ESH24,ESM24 | 400 | no roll",
                "time,from,to,old_price,new_price | 422 | needs a roll",
            })
    void whatCannotBeARollIsRefusedAndNothingChanges(String line, int status, String says) {
        two("ES");
        String before = rolls("ES", "v").toString();
        Calls.Reply reply = put("series=v", "text/csv", line);
        assertEquals(status, reply.status(), reply.text());
        assertTrue(reply.text().contains(says), reply.text());
        assertEquals(before, rolls("ES", "v").toString());
    }

    @Test
    void badJsonIsRefused() {
        two("ES");
        for (String body :
                List.of("", "[]", "{}", "{\"rolls\":[{}]}", "{\"rolls\":[null]}", "{\"rolls\":1}", "{\"x\":1}")) {
            int status = put("series=v", "application/json", body).status();
            assertTrue(status == 400 || status == 422, body + ": " + status);
        }
    }

    @Test
    void whatIsMissingIsSaid() {
        assertSays(404, "ES has no dated contracts; import some, for example ESH25 and ESM25", "/api/data/ES.v.0");
        assertSays(404, "There is no contract spec for 'EX'", "/api/data/EX.v.0");
        assertSays(404, "names no continuous series", "/api/data/ES.v.0@back");
        assertSays(404, "names no continuous series", "/api/data/ES.x.0");
        assertSays(404, "ES has no dated contracts", "/api/rolls/ES?series=v");
        assertSays(404, "There is no contract spec for 'EX'", "/api/rolls/EX");
        assertSays(400, "Add series=", "/api/rolls/ES?format=csv");
        upload("ESH24", "2024-03-07T15:00:00Z,5150,5150,5150,5150,900,\n");
        upload("ESG24", "2024-02-07T15:00:00Z,5150,5150,5150,5150,900,\n");
        assertSays(422, "No contract of ES has open interest", "/api/data/ES.n.0");
        assertSays(422, "No stored contract of ES is 1 behind the front contract", "/api/data/ES.v.1");
        assertSays(422, "is stored as [1h], and 5m cannot be made", "/api/data/ES.v.0?timeframe=5m");
        assertEquals(200, calls.get("/api/data/ES.v.0@diff?timeframe=1d").status());
        assertTrue(
                rolls("ES", "v").get("warnings").toString().contains("ESG24 is left out: its month is none of HMUZ"));
        upload("BZH24", "2024-01-07T15:00:00Z,80,80,80,80,900,\n");
        assertSays(422, "PUT /api/contracts/BZ with last_trade", "/api/data/BZ.v.0");
        JsonNode continuous = calls.get("/api/data").json().get("continuous");
        assertEquals(
                "[{\"root\":\"BZ\",\"contracts\":[\"BZH24\"],\"symbols\":[]},"
                        + "{\"root\":\"ES\",\"contracts\":[\"ESG24\",\"ESH24\"],\"symbols\":[\"ES.v.0\",\"ES.c.0\"]}]",
                continuous.toString());
        Calls.Reply reserved = calls.send(
                "POST",
                "/api/data/import/csv?wait=true&symbol=ES.v.0@diff",
                HEADER,
                Map.of("Content-Type", "text/csv"));
        assertEquals(422, reserved.status());
        assertTrue(reserved.text().contains("made of dated contracts when it is asked for"), reserved.text());
    }

    private void assertSays(int status, String says, String path) {
        Calls.Reply reply = calls.get(path);
        assertEquals(status, reply.status(), reply.text());
        assertTrue(reply.text().contains(says), reply.text());
    }

    /** Quarterly contracts of hourly bars by month of their time; volumes cross and come back. */
    private static Map<YearMonth, Map<String, StringBuilder>> months(String product, long seed) {
        Random random = new Random(seed);
        Map<YearMonth, Map<String, StringBuilder>> months = new TreeMap<>();
        String[] codes = {"H24", "M24", "U24"};
        int[] offsets = {0, random.nextInt(300), random.nextInt(300)};
        LocalDate[] crosses = {
            LocalDate.of(2024, 3, 1 + random.nextInt(14)), LocalDate.of(2024, 6, 1 + random.nextInt(20))
        };
        long ticks = 20_000;
        for (LocalDate day = LocalDate.of(2024, 1, 15); day.isBefore(LocalDate.of(2024, 8, 1)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() > 5) {
                continue;
            }
            int front = day.isBefore(crosses[0]) ? 0 : day.isBefore(crosses[1]) ? 1 : 2;
            for (int hour = 14; hour < 20; hour++) {
                ticks += random.nextInt(21) - 10;
                for (int c = 0; c < 3; c++) {
                    if (random.nextInt(10) == 0
                            || (c == 0 && day.isAfter(LocalDate.of(2024, 3, 15)))
                            || (c == 1 && day.isAfter(LocalDate.of(2024, 6, 21)))) {
                        continue;
                    }
                    String price =
                            BigDecimal.valueOf((ticks + offsets[c]) * 25, 2).toPlainString();
                    int volume = (c == front ? 5000 : 500) + random.nextInt(300);
                    int open = (c == front ? 90_000 : 9_000) + random.nextInt(300);
                    months.computeIfAbsent(YearMonth.from(day), none -> new TreeMap<>())
                            .computeIfAbsent(product + codes[c], none -> new StringBuilder())
                            .append(day + "T" + hour + ":00:00Z," + price + "," + price + "," + price + "," + price
                                    + "," + volume + "," + open + "\n");
                }
            }
        }
        return months;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void monthByMonthItBecomesWhatItIsBuiltAtOnce(long seed) {
        List<String> series = Stream.of("v", "n", "c")
                .flatMap(kind -> Stream.of("0", "1")
                        .flatMap(depth -> Stream.of("", "@diff", "@ratio")
                                .map(adjustment -> "." + kind + "." + depth + adjustment)))
                .toList();
        List<JsonNode> before = new ArrayList<>();
        months("ES", seed).forEach((month, contracts) -> {
            contracts.forEach((symbol, rows) -> upload(symbol, rows.toString()));
            JsonNode rolls = rolls("ES", "v").get("rolls");
            for (int i = 0; i < before.size(); i++) {
                assertEquals(before.get(i), rolls.get(i), month + ": what was built stays");
            }
            before.clear();
            rolls.forEach(before::add);
            calls.get("/api/data/ES.n.0");
            calls.get("/api/data/ES.c.1");
        });
        assertEquals(2, before.size());
        Map<String, StringBuilder> whole = new TreeMap<>();
        months("NQ", seed)
                .values()
                .forEach(contracts ->
                        contracts.forEach((symbol, rows) -> whole.computeIfAbsent(symbol, none -> new StringBuilder())
                                .append(rows)));
        List<String> latestFirst = new ArrayList<>(whole.keySet());
        Collections.reverse(latestFirst);
        latestFirst.forEach(symbol -> upload(symbol, whole.get(symbol).toString()));
        for (String one : series) {
            assertEquals(csv("NQ" + one), csv("ES" + one), one);
        }
        assertEquals(
                calls.get("/api/rolls/NQ?series=n&format=csv").text().replace("NQ", "ES"),
                calls.get("/api/rolls/ES?series=n&format=csv").text());
    }

    @Test
    void othersHearWhenRollsChange() {
        List<Notice> notices = new CopyOnWriteArrayList<>();
        Eventually.within(
                Duration.ofSeconds(60),
                "the bus is connected",
                () -> service.bus().connected());
        service.bus().subscribe(Channels.DATA_UPDATES, (channel, notice) -> {
            if (notice.type().equals("rolls_changed")) {
                notices.add(notice);
            }
        });
        two("ES");
        Eventually.within(Duration.ofSeconds(60), "a notice arrives", () -> {
            rolls("ES", "v");
            calls.delete("/api/rolls/ES?series=v");
            return !notices.isEmpty();
        });
        assertEquals("ES", notices.get(0).data().get("symbol").asText());
        assertEquals("/api/rolls/ES?series=v", notices.get(0).href());
    }
}
