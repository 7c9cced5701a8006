package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One strategy that uses all of the API, dropped as a source and as a jar, through the service. */
class WholeStrategyTest {
    private static final Instant FIRST = Instant.parse("2024-01-01T23:00:00Z");

    @TempDir
    static Path home;

    private static RunningBacktests backtests;
    private static JsonNode whole;

    @BeforeAll
    static void start() throws Exception {
        Files.writeString(Files.createDirectories(home.resolve("strategies")).resolve("Whole.java"), source());
        backtests = new RunningBacktests(home);
        whole = backtests.done(order(1, null));
    }

    @AfterAll
    static void stop() {
        backtests.close();
    }

    private static String source() throws IOException {
        try (InputStream in = WholeStrategyTest.class.getResourceAsStream("Whole.java.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String order(int seed, Instant end) {
        return """
                {"strategies":[{"strategy_name":"Whole","symbol":"ES"}],"markets":{"CL":{"commission":1}},
                 "initial_cash":1000000,"seed":%d%s}""".formatted(seed, end == null ? "" : ",\"end_date\":\"" + end + "\"");
    }

    private static Set<String> words(JsonNode rows, String field) {
        Set<String> words = new TreeSet<>();
        rows.forEach(row -> words.add(row.get(field).asText()));
        return words;
    }

    private static String hash(JsonNode state) {
        return state.at("/result/result_hash").asText();
    }

    @Test
    void everyKindOfOrderIsThereAndComesToEveryEnd() {
        JsonNode orders = backtests.rows(whole, "orders");
        assertEquals(
                Set.of(
                        "market",
                        "limit",
                        "stop",
                        "stop_limit",
                        "trailing_stop",
                        "market_if_touched",
                        "market_on_open",
                        "market_on_close"),
                words(orders, "type"));
        assertTrue(words(orders, "status").containsAll(Set.of("filled", "cancelled", "rejected")));
        assertTrue(
                words(orders, "lasting").containsAll(Set.of("day", "gtc", "ioc", "fok")),
                () -> words(orders, "lasting").toString());
        assertTrue(words(orders, "tag").contains("whole"));
        JsonNode trades = backtests.rows(whole, "trades");
        assertEquals(Set.of("ES", "CL"), words(trades, "symbol"));
        assertEquals(Set.of("LONG", "SHORT"), words(trades, "side"));
        assertTrue(words(trades, "exit_reason").containsAll(Set.of("order", "stop_loss", "target")));
        String log = backtests.text(whole, "log");
        for (String word : new String[] {
            "starts with ES",
            "hour ",
            "session 1 of 2024-01-02 ends",
            "session 3 of",
            "moved true",
            "replaced ",
            "STOP_LOSS",
            "filled market",
            "filled limit",
            "filled stop limit",
            "filled touched",
            "filled trailing atr",
            "filled trailing points",
            "filled at",
            "filled on open",
            "filled on close",
            "filled one cancels other",
            "filled ioc",
            "filled fok",
            "filled crosses",
            "filled plain"
        }) {
            assertTrue(log.contains(word), () -> word + " is not in " + log);
        }
    }

    @Test
    void theSameAgainAndOtherwiseWithAnotherSeed() {
        assertEquals(hash(whole), hash(backtests.done(order(1, null))));
        assertNotEquals(hash(whole), hash(backtests.done(order(2, null))));
    }

    @Test
    void aFreshProcessVerifiesIt() {
        assertEquals("verified", verdict(whole));
    }

    private static String verdict(JsonNode state) {
        return backtests
                .calls
                .post("/api/backtests/" + state.get("id").asText() + "/verify?wait=true", "")
                .json()
                .path("verdict")
                .asText();
    }

    /** As a jar it is another file with the same classes: another strategy hash, the same result. */
    @Test
    void aJarDoesTheSame() throws Exception {
        Path other = Files.createDirectories(home.resolve("other"));
        Files.createDirectories(other.resolve("strategies"));
        DroppedCode.jar(other.resolve("strategies/mine.jar"), Map.of("mine.Whole", source()));
        try (RunningBacktests service = new RunningBacktests(other)) {
            JsonNode done = service.done(order(1, null));
            assertEquals(hash(whole), hash(done));
            assertNotEquals(
                    whole.at("/result/manifest/strategies/0/strategy_hash"),
                    done.at("/result/manifest/strategies/0/strategy_hash"));
            assertEquals(
                    "verified",
                    service.calls
                            .post("/api/backtests/" + done.get("id").asText() + "/verify?wait=true", "")
                            .json()
                            .path("verdict")
                            .asText());
        }
    }

    /** On the first bars alone it does what it does on them when more follow. */
    @Test
    void nothingThatComesLaterHasAPartInIt() {
        List<String> all = story(whole, Instant.parse("2100-01-01T00:00:00Z"));
        assertTrue(all.size() > 5_000, () -> all.size() + " lines");
        for (int minutes : new int[] {61, 700, 1_381, 2_237, 3_640, 4_999}) {
            Instant end = FIRST.plusSeconds(60L * minutes);
            JsonNode first = backtests.done(order(1, end));
            assertEquals(minutes, first.at("/result/backtest_period/total_bars").asInt(), first::toString);
            assertEquals(story(whole, end), story(first, end), () -> minutes + " minutes");
        }
    }

    /** What happened before a time: fills, round trips, equity at each close, orders as they were sent, and what was logged. */
    private static List<String> story(JsonNode state, Instant before) {
        List<String> story = new ArrayList<>();
        for (JsonNode fill : backtests.rows(state, "fills")) {
            add(story, before, fill, "time", fill.toString());
        }
        for (JsonNode trade : backtests.rows(state, "trades")) {
            add(story, before, trade, "exit_time", trade.toString());
        }
        for (JsonNode order : backtests.rows(state, "orders")) {
            add(
                    story,
                    before,
                    order,
                    "sent_time",
                    "%s %s %s %s %s %s"
                            .formatted(
                                    order.get("id"),
                                    order.get("symbol"),
                                    order.get("side"),
                                    order.get("type"),
                                    order.get("contracts"),
                                    order.get("sent_time")));
        }
        for (JsonNode line : backtests.rows(state, "log")) {
            add(story, before, line, "time", line.toString());
        }
        for (JsonNode point : backtests.rows(state, "equity").get("points")) {
            add(story, before.plusMillis(1), point, "time", point.toString()); // the last close is the end
        }
        return story;
    }

    private static void add(List<String> story, Instant before, JsonNode row, String time, String text) {
        if (row.get(time).isNull() || Instant.parse(row.get(time).asText()).isBefore(before)) {
            story.add(text);
        }
    }
}
