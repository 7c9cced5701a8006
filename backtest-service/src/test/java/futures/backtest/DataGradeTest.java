package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results name the grade of their data, and data that is graded F is refused unless it is accepted. */
class DataGradeTest {
    private static final String RUN = "/api/backtest?strategy_name=SimpleMAStrategy&symbol=ES";
    private static final String JOINT = """
            {"strategies": [
               {"name": "a", "strategy_name": "SimpleMAStrategy", "symbol": "ES"},
               {"name": "b", "strategy_name": "SimpleMAStrategy", "symbol": "CL"}]%s}""";

    @TempDir
    Path home;

    private RunningBacktests running;

    @BeforeEach
    void start() throws Exception {
        running = new RunningBacktests(home);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private static List<String> gradeFindings(JsonNode answer) {
        List<String> found = new ArrayList<>();
        answer.path("findings").forEach(finding -> {
            if (finding.path("key").asText().equals("data_grade")) {
                found.add(finding.path("severity").asText() + " "
                        + finding.path("text").asText());
            }
        });
        return found;
    }

    @Test
    void theAnswerTheStoreAndTheListNameIt() {
        Calls.Reply reply = running.calls.post(RUN + "&start_date=2024-01-02", "{}");
        assertEquals(200, reply.status(), reply.text());
        assertEquals("A", reply.json().get("data_grade").asText());
        assertEquals(
                "[{\"symbol\":\"ES\",\"timeframe\":\"1m\",\"grade\":\"A\",\"reason\":\"missing_bars: 7 of ES\",\"revision\":\"7.1\","
                        + "\"href\":\"/report?summary=true&timeframe=1m&start_date=2024-01-02\"}]",
                reply.json().get("data").toString());
        assertEquals(List.of(), gradeFindings(reply.json()));
        String id = reply.json().get("id").asText();
        JsonNode stored = running.calls.get("/api/backtests/" + id).json();
        assertEquals(reply.json().get("data"), stored.at("/result/data"));
        assertEquals(
                "A",
                running.calls
                        .get("/api/backtests")
                        .json()
                        .at("/backtests/0/data_grade")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource({"B, ''", "C, note", "D, warning"})
    void fromCOnItIsAFinding(String grade, String severity) {
        running.data.grade("ES", "1m", grade);
        JsonNode answer = running.calls.post(RUN, "{}").json();
        assertEquals(grade, answer.get("data_grade").asText());
        assertEquals(
                severity.isEmpty()
                        ? List.of()
                        : List.of(severity + " The 1m bars of ES are graded " + grade + ": missing_bars: 7 of ES."),
                gradeFindings(answer));
    }

    @Test
    void anFIsRefusedUnlessItIsAccepted() {
        running.data.grade("ES", "1m", "F");
        Calls.Reply refused = running.calls.post(RUN, "{}");
        assertEquals(422, refused.status(), refused.text());
        String detail = refused.json().get("detail").asText();
        for (String part : new String[] {"graded F", "missing_bars: 7 of ES", "/report?", "accept_grade_f=true"}) {
            assertTrue(detail.contains(part), detail);
        }
        assertEquals("accept_grade_f", refused.json().at("/errors/0/field").asText());
        assertEquals(0, running.data.served(), "no bars were fetched for it");

        JsonNode byQuery =
                running.calls.post(RUN + "&accept_grade_f=true", "{}").json();
        assertEquals("F", byQuery.get("data_grade").asText(), byQuery::toString);
        assertEquals(List.of("serious The 1m bars of ES are graded F: missing_bars: 7 of ES."), gradeFindings(byQuery));
        JsonNode byBody = running.calls
                .post(RUN, "{\"parameters\": {}, \"accept_grade_f\": true}")
                .json();
        assertEquals(byQuery.get("result_hash"), byBody.get("result_hash"), byBody::toString);
        String id = byBody.get("id").asText();
        assertTrue(running.calls
                .get("/api/backtests/" + id)
                .json()
                .at("/order/accept_grade_f")
                .asBoolean());
    }

    @Test
    void aJointRunIsAsGoodAsItsWorstMarket() {
        running.data.grade("CL", "1m", "D");
        JsonNode done = running.done(JOINT.formatted("")).get("result");
        assertEquals("D", done.get("data_grade").asText());
        assertEquals("CL", done.at("/data/0/symbol").asText());
        assertEquals("D", done.at("/data/0/grade").asText());
        assertEquals("A", done.at("/data/1/grade").asText());
        assertEquals(1, gradeFindings(done).size());

        running.data.grade("CL", "1m", "F");
        JsonNode failed = running.run(JOINT.formatted(""));
        assertEquals("failed", failed.get("state").asText());
        assertTrue(failed.get("message").asText().contains("accept_grade_f=true"), failed::toString);
        assertEquals(
                "F",
                running.done(JOINT.formatted(", \"accept_grade_f\": true"))
                        .at("/result/data_grade")
                        .asText());
    }

    @Test
    void theFinerBarsOfAMagnifierCount() {
        running.data.grade("ES", "1m", "F");
        String magnified = RUN + "&timeframe=5m&fill_mode=magnifier";
        assertEquals(422, running.calls.post(magnified, "{}").status());
        JsonNode answer =
                running.calls.post(magnified + "&accept_grade_f=true", "{}").json();
        assertEquals("5m", answer.at("/data/0/timeframe").asText());
        assertEquals("1m", answer.at("/data/1/timeframe").asText());
        assertEquals("F", answer.get("data_grade").asText());
    }

    @Test
    void withoutAGradeTheRunGoesOnAndSaysSo() {
        running.data.grade("ES", "1m", null);
        JsonNode answer = running.calls.post(RUN, "{}").json();
        assertTrue(answer.get("data_grade").isNull(), answer::toString);
        assertTrue(answer.get("warnings").toString().contains("can be trusted is not known"), answer::toString);
    }

    /** A verification is about the result, not about the data: it runs whatever the grade has become. */
    @Test
    void whatHasBecomeAnFIsVerified() {
        JsonNode answer = running.calls.post(RUN, "{}").json();
        running.data.grade("ES", "1m", "F");
        JsonNode found = running.calls
                .post("/api/backtests/" + answer.get("id").asText() + "/verify?wait=true", "")
                .json();
        assertEquals("verified", found.get("verdict").asText(), found::toString);
    }
}
