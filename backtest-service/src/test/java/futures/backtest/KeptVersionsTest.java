package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of a strategy stay as long as a result that they made, and go with the last one. */
class KeptVersionsTest {
    private static final Instant BEGIN = Instant.parse("2024-03-01T12:00:00Z");

    @TempDir
    Path home;

    private RunningBacktests after(int days, String... settings) throws Exception {
        return new RunningBacktests(home, Clock.fixed(BEGIN.plus(Duration.ofDays(days)), ZoneOffset.UTC), settings);
    }

    private String run(RunningBacktests service, int stop, String order) throws Exception {
        Files.writeString(
                Files.createDirectories(home.resolve("strategies")).resolve("MyCross.java"),
                DroppedCode.cross("MyCross", stop));
        return service.done(order).get("id").asText();
    }

    private static String hash(RunningBacktests service, String id) {
        return service.calls
                .get("/api/backtests/" + id + "/code")
                .json()
                .at("/strategies/0/content_hash")
                .asText();
    }

    private static Set<String> versions(RunningBacktests service) {
        Set<String> hashes = new TreeSet<>();
        JsonNode kept = service.calls.get("/api/strategies/MyCross/versions").json();
        kept.get("versions").forEach(one -> hashes.add(one.get("content_hash").asText()));
        return hashes;
    }

    private static final String ALONE = "{\"strategy_name\":\"MyCross\",\"symbol\":\"ES\"}";
    private static final String JOINT =
            "{\"strategies\":[{\"name\":\"mine\",\"strategy_name\":\"MyCross\",\"symbol\":\"ES\"},"
                    + "{\"strategy_name\":\"BuyAndHold\",\"symbol\":\"ES\"}]}";

    @Test
    void aVersionGoesWithItsLastResult() throws Exception {
        String first;
        String second;
        String third;
        try (RunningBacktests service = after(0)) {
            first = hash(service, run(service, 11, ALONE));
            second = hash(service, run(service, 12, ALONE));
            third = hash(service, run(service, 13, ALONE));
            run(service, 14, ALONE);
            assertEquals(4, versions(service).size());
        }
        String alone;
        String joint;
        String current;
        try (RunningBacktests service = after(20)) {
            alone = run(service, 11, ALONE);
            joint = run(service, 13, JOINT);
            current = hash(service, run(service, 15, ALONE));
            assertEquals(first, hash(service, alone));
        }
        Files.writeString(home.resolve("strategies/MyCross.java"), DroppedCode.cross("MyCross", 14));
        try (RunningBacktests service = after(31)) {
            assertEquals(5, versions(service).size(), "nothing is removed without being told to");
        }
        try (RunningBacktests service = after(31, "retention.backtest_days=30")) {
            Set<String> left = versions(service);
            String ofTheFile = service.calls
                    .get("/api/strategies/MyCross")
                    .json()
                    .get("content_hash")
                    .asText();
            assertEquals(new TreeSet<>(List.of(first, third, current, ofTheFile)), left);
            assertEquals(DroppedCode.cross("MyCross", 11), text(service, alone, 0));
            String both = text(service, joint, 0) + text(service, joint, 1);
            assertEquals(true, both.contains("withStop(13)"), both);
            String again = run(service, 12, ALONE);
            assertEquals(second, hash(service, again));
            assertEquals(DroppedCode.cross("MyCross", 12), text(service, again, 0));
        }
    }

    private static String text(RunningBacktests service, String id, int strategy) {
        return service.calls
                .get("/api/backtests/" + id + "/code")
                .json()
                .at("/strategies/" + strategy + "/files/0/text")
                .asText();
    }
}
