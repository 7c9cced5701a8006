package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.RunningService;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The report on contracts joined at a roll, over the weekend on which the clocks go forward: ESM24 stands 241 ticks above ESH24. And of
 * minutes over days with hours of their own, which are written here by hand.
 */
class ContinuousQualityTest {
    private static final int GAP = 241;
    private static final String FRIDAY = "2024-03-07T23:00:00Z";
    private static final String FRIDAYS_END = "2024-03-08T22:00:00Z";
    private static final String MONDAY = "2024-03-10T22:00:00Z";
    private static final String MONDAYS_END = "2024-03-11T21:00:00Z";

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

    /** Minutes on a walk of a few ticks, as CSV. */
    private static final class Walk {
        private final StringBuilder csv = new StringBuilder("time,open,high,low,close,volume\n");
        private final Random random = new Random(11);
        private final int offset;
        private final int volume;
        private long tick = 20_000;

        Walk(int offset, int volume) {
            this.offset = offset;
            this.volume = volume;
        }

        Walk fill(String from, String to) {
            return fill(from, to, "", 0);
        }

        /** @param spike by how many ticks the high of the bar at {@code spikeAt} lies higher */
        Walk fill(String from, String to, String spikeAt, int spike) {
            for (Instant time = Instant.parse(from); time.isBefore(Instant.parse(to)); time = time.plusSeconds(60)) {
                long open = tick;
                tick += random.nextInt(7) - 3;
                long high = Math.max(open, tick) + (time.toString().equals(spikeAt) ? spike : 0);
                csv.append(time);
                for (long one : new long[] {open, high, Math.min(open, tick), tick}) {
                    csv.append(',').append((one + offset) * 0.25);
                }
                csv.append(',').append(volume).append('\n');
            }
            return this;
        }
    }

    private void upload(String symbol, Walk walk) {
        Calls.Reply reply = calls.send(
                "POST",
                "/api/data/import/csv?wait=true&timeframe=1m&symbol=" + symbol,
                walk.csv.toString(),
                Map.of("Content-Type", "text/csv"));
        assertEquals(200, reply.status(), reply.text());
    }

    private JsonNode get(String path) {
        Calls.Reply reply = calls.get(path);
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    /** Friday decides: the next contract has traded more, and counts from Sunday's opening. */
    private void twoContracts(String spikeAt, int spike) {
        upload(
                "ESH24",
                new Walk(0, 10).fill(FRIDAY, FRIDAYS_END, spikeAt, spike).fill(MONDAY, MONDAYS_END));
        upload("ESM24", new Walk(GAP, 20).fill(FRIDAY, FRIDAYS_END).fill(MONDAY, MONDAYS_END, spikeAt, spike));
    }

    private static JsonNode check(JsonNode report, String name) {
        for (JsonNode check : report.get(report.has("checks") ? "checks" : "worst")) {
            if (check.get("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError(report);
    }

    /** What a check that looks at changes alone would say: ten times the usual change of the 50 bars around, of which a spike is more. */
    private void assertNaivelyASpike(String opensAt) {
        JsonNode bars = get("/api/data/ES.v.0?limit=100000").get("data");
        int joint = 0;
        while (!bars.get(joint).get("timestamp").asText().equals(opensAt)) {
            joint++;
        }
        double[] changes = new double[50];
        for (int i = 0; i < 50; i++) {
            int k = joint - 25 + i;
            changes[i] = bars.get(k).get("close").asDouble()
                    - bars.get(k - 1).get("close").asDouble();
        }
        double jump = Math.abs(changes[25]);
        Arrays.sort(changes);
        double median = changes[25];
        double[] deviations = Arrays.stream(changes)
                .map(one -> Math.abs(one - median))
                .sorted()
                .toArray();
        assertTrue(jump > 10 * 1.4826 * deviations[25], jump + " beside " + deviations[25]);
        assertTrue(jump > 55, "the joint is where it is thought to be: " + jump);
    }

    @Test
    void theJointOfTwoContractsIsNoSpikeAndAGapOfAWeekendIsNone() {
        twoContracts("", 0);
        assertEquals(
                MONDAY,
                get("/api/rolls/ES?series=v").at("/calendars/0/rolls/0/time").asText());
        assertNaivelyASpike(MONDAY);
        for (String symbol : List.of("ES.v.0", "ES.v.0@diff", "ES.c.0")) {
            JsonNode report = get("/api/data/" + symbol + "/quality");
            assertEquals(0, check(report, "spikes").get("count").asInt(), report::toString);
            assertEquals("A", report.get("grade").asText(), report::toString);
            assertEquals(2 * 23 * 60, report.at("/coverage/expected").asInt());
            assertEquals(0, report.at("/coverage/missing").asInt());
            assertEquals(0, report.at("/coverage/closed_bars").asInt());
            JsonNode summary = get("/api/data/" + symbol + "/quality?summary=true");
            assertEquals("A", summary.get("grade").asText(), summary::toString);
        }
    }

    /** An edited calendar may roll in the middle of a day, where both neighbours of the joint's bars are judged. */
    @Test
    void theJointInTheMiddleOfADayIsNoSpikeEither() {
        twoContracts("", 0);
        String roll = "2024-03-11T15:00:00Z,ESH24,ESM24,5000,5060.25\n";
        Calls.Reply edited = calls.send("PUT", "/api/rolls/ES?series=v", roll, Map.of("Content-Type", "text/csv"));
        assertEquals(200, edited.status(), edited.text());
        assertNaivelyASpike("2024-03-11T15:00:00Z");
        JsonNode report = get("/api/data/ES.v.0/quality");
        assertEquals(0, check(report, "spikes").get("count").asInt(), report::toString);
        assertEquals("A", report.get("grade").asText(), report::toString);
    }

    /** 24 bars away from the joint, so that its gap is in the window of the spike. */
    @ParameterizedTest
    @ValueSource(strings = {"2024-03-08T21:36:00Z", "2024-03-10T22:24:00Z", "2024-03-11T14:00:00Z"})
    void aRealSpikeIsFoundBesideTheJoint(String spikeAt) {
        twoContracts(spikeAt, 60);
        assertNaivelyASpike(MONDAY);
        for (String symbol : List.of("ES.v.0", "ES.v.0@diff", "ES.v.0@ratio")) {
            JsonNode report = get("/api/data/" + symbol + "/quality");
            assertEquals(1, check(report, "spikes").get("count").asInt(), report::toString);
            assertEquals(spikeAt, report.at("/spikes/0/time").asText());
            JsonNode summary = get("/api/data/" + symbol + "/quality?summary=true");
            assertEquals(report.get("grade"), summary.get("grade"));
            assertEquals(
                    check(report, "spikes").get("grade"),
                    check(summary, "spikes").get("grade"));
        }
        assertEquals("C", get("/api/data/ES.v.0/quality").get("grade").asText(), "one bar of 2760");
    }

    /**
     * The hours of the exchange's notices: clocks forward and back, Thanksgiving with its early close, the year's last session. Two
     * sessions are pairs of opening and close, in UTC.
     */
    @ParameterizedTest
    @CsvSource({
        "2024-03-07T23:00:00Z, 2024-03-08T22:00:00Z, 2024-03-10T22:00:00Z, 2024-03-11T21:00:00Z",
        "2024-10-31T22:00:00Z, 2024-11-01T21:00:00Z, 2024-11-03T23:00:00Z, 2024-11-04T22:00:00Z",
        "2024-11-27T23:00:00Z, 2024-11-28T18:00:00Z, 2024-11-28T23:00:00Z, 2024-11-29T18:15:00Z",
        "2024-12-30T23:00:00Z, 2024-12-31T22:00:00Z, 2025-01-01T23:00:00Z, 2025-01-02T22:00:00Z",
        "2024-12-23T23:00:00Z, 2024-12-24T18:15:00Z, 2024-12-25T23:00:00Z, 2024-12-26T22:00:00Z",
    })
    void daysWithHoursOfTheirOwnHaveNoGaps(String opens, String closes, String again, String end) {
        upload("ES", new Walk(0, 10).fill(opens, closes).fill(again, end));
        JsonNode report = get("/api/data/ES/quality");
        assertEquals("A", report.get("grade").asText(), report::toString);
        assertEquals(report.get("bars").asInt(), report.at("/coverage/expected").asInt(), report::toString);
        assertEquals(0, report.at("/coverage/closed_bars").asInt(), report::toString);
        assertEquals(0, report.at("/coverage/missing_days").asInt(), report::toString);

        // Ten minutes beyond a close are outside.
        upload(
                "NQ",
                new Walk(0, 10)
                        .fill(opens, Instant.parse(closes).plusSeconds(600).toString())
                        .fill(again, end));
        assertEquals(10, get("/api/data/NQ/quality").at("/coverage/closed_bars").asInt());
    }
}
