package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.Calls.Reply;
import futures.kit.Eventually;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories imported file by file: what was done of them is not done again, whatever ended the import. */
class ResumedImportTest {
    private static final String BY_FILE = "/api/data/import/csv?symbol=MES&timeframe=1m&path=months&commit=file";
    private static final String AT_ONCE = "/api/data/import/csv?symbol=MNQ&timeframe=1m&path=months&wait=true";

    @TempDir
    Path home;

    private Path months() throws IOException {
        return Files.createDirectories(home.resolve("data/imports/months"));
    }

    private void write(int month, int rows) throws IOException {
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        long start = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli() + month * 30L * 86_400_000L;
        for (int i = 0; i < rows; i++) {
            int low = 300_000 + (month * 131 + i * 7) % 1000;
            csv.append(Instant.ofEpochMilli(start + i * 60_000L))
                    .append(",%d,%d,%d,%d,%d\n".formatted(low + 1, low + 50, low, low + 2, i % 97));
        }
        Files.writeString(months().resolve("%02d.csv".formatted(month)), csv);
    }

    private RunningService start() throws Exception {
        return DataServices.start(home);
    }

    private static void assertSameBars(Calls calls) {
        assertEquals(200, calls.post(AT_ONCE, "").status());
        String whole = calls.get("/api/data/MNQ?format=csv").text();
        assertEquals(whole, calls.get("/api/data/MES?format=csv").text());
        assertTrue(whole.length() > 1000);
    }

    @Test
    void whatWasImportedBeforeAFaultStaysAndIsNotReadAgain() throws Exception {
        for (int month = 1; month <= 5; month++) {
            write(month, 500);
        }
        String third = Files.readString(months().resolve("03.csv"));
        Files.writeString(months().resolve("03.csv"), third.replaceFirst(",300", ",x"));
        try (RunningService service = start()) {
            Calls calls = new Calls(service.uri());
            Reply refused = calls.post(BY_FILE + "&wait=true", "");
            assertEquals(422, refused.status());
            String detail = refused.json().get("detail").asText();
            assertTrue(
                    detail.startsWith("2 of 5 files are imported and stay; the next is 'months/03.csv': 1 bad rows"),
                    detail);
            assertEquals(1000, calls.get("/api/stats").json().get("records").asInt());

            Files.writeString(months().resolve("03.csv"), third);
            JsonNode report = calls.post(BY_FILE + "&wait=true", "").json();
            assertEquals(
                    "[\"months/01.csv\",\"months/02.csv\"]",
                    report.get("skipped_files").toString());
            assertEquals(1500, report.get("rows_added").asInt());
            assertEquals(2500, report.get("series_bars").asInt());
            assertEquals(3, report.get("files").size());
            assertSameBars(calls);

            // All of it is known now, and a file that was given another name or place as well.
            Files.move(months().resolve("05.csv"), months().resolve("renamed.csv"));
            report = calls.post(BY_FILE + "&wait=true", "").json();
            assertEquals(5, report.get("skipped_files").size());
            assertEquals(0, report.get("rows_read").asInt());
            assertTrue(report.get("first").isNull());

            // Other options are another import; so is a content that changed.
            report = calls.post(BY_FILE + "&wait=true&on_conflict=keep", "").json();
            assertEquals(0, report.get("skipped_files").size());
            assertEquals(2500, report.get("rows_unchanged").asInt());
            write(1, 510);
            report = calls.post(BY_FILE + "&wait=true&on_conflict=keep", "").json();
            assertEquals(4, report.get("skipped_files").size());
            assertEquals(10, report.get("rows_added").asInt());

            // Bars that were deleted come back.
            calls.delete("/api/data/MES?confirm=MES&end_date=2020-02-15");
            report = calls.post(BY_FILE + "&wait=true&on_conflict=keep", "").json();
            assertEquals(0, report.get("skipped_files").size());
            assertEquals(510, report.get("rows_added").asInt());
        }
    }

    @Test
    void allOrNothingIsTheRuleWithoutIt() throws Exception {
        write(1, 100);
        write(2, 100);
        Files.writeString(months().resolve("02.csv"), "2020-03-01T00:00:00Z,1,2,3,4,5\n");
        try (RunningService service = start()) {
            Calls calls = new Calls(service.uri());
            assertEquals(
                    422,
                    calls.post(BY_FILE.replace("&commit=file", "") + "&wait=true", "")
                            .status());
            assertEquals(0, calls.get("/api/stats").json().get("records").asInt());
            assertEquals(
                    422, calls.post(BY_FILE + "&wait=true&dry_run=true", "").status());
            assertEquals(0, calls.get("/api/stats").json().get("records").asInt());
        }
    }

    @Test
    void aProcessThatIsKilledLeavesWholeFilesAndTheRequestThatGoesOn() throws Exception {
        for (int month = 1; month <= 60; month++) {
            write(month, 20_000);
        }
        int port = RedisForTests.freePort();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DataService.class.getName(),
                        "--home",
                        home.toString(),
                        "--set",
                        "ports.data=" + port,
                        "--set",
                        "ports.redis=" + RedisForTests.freePort())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile())
                .start();
        String id;
        try {
            Calls calls = new Calls(URI.create("http://127.0.0.1:" + port));
            Eventually.within(Duration.ofSeconds(60), "the service answers", () -> answers(calls));
            JsonNode job = calls.post(BY_FILE, "").json();
            id = job.get("id").asText();
            Eventually.within(
                    Duration.ofSeconds(60), "three files are stored", () -> files(calls.get("/api/data")) >= 3);
            JsonNode details = calls.get("/api/data/imports/" + id).json().get("details");
            assertEquals(60, details.get("files").asInt());
            assertTrue(details.get("file_number").asInt() >= 3, details.toString());
            assertTrue(details.get("rows").asInt() >= 60_000, details.toString());
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
        try (RunningService service = start()) {
            Calls calls = new Calls(service.uri());
            int done = files(calls.get("/api/data"));
            assertTrue(done >= 3 && done < 60, "files done: " + done);
            assertEquals(
                    done * 20_000, calls.get("/api/stats").json().get("records").asInt());
            JsonNode left = calls.get("/api/data/imports/" + id).json();
            assertEquals("failed", left.get("state").asText());
            assertTrue(
                    left.get("message").asText().startsWith("interrupted by the end of the service"), left.toString());
            assertEquals(
                    left, calls.get("/api/data/imports").json().get("imports").get(0));
            String resume = left.get("details").get("resume").asText();
            assertEquals("POST " + BY_FILE, resume);
            JsonNode report = calls.post(resume.substring("POST ".length()) + "&wait=true", "")
                    .json();
            assertEquals(done, report.get("skipped_files").size());
            assertEquals(1_200_000, report.get("series_bars").asInt());
            assertSameBars(calls);
            Eventually.within(
                    Duration.ofSeconds(60),
                    "the integrity check ends",
                    () -> !calls.get("/api/database/info")
                            .json()
                            .get("integrity")
                            .asText()
                            .equals("checking"));
            assertEquals(
                    "ok",
                    calls.get("/api/database/info").json().get("integrity").asText());
        }
    }

    @Test
    void anOrderlyEndIsRememberedTooAndACancelledJobIsNot() throws Exception {
        for (int month = 1; month <= 40; month++) {
            write(month, 40_000);
        }
        String id;
        String cancelled;
        try (RunningService service = start()) {
            Calls calls = new Calls(service.uri());
            cancelled = calls.post(BY_FILE, "").json().get("id").asText();
            Eventually.within(Duration.ofSeconds(60), "a file is stored", () -> files(calls.get("/api/data")) >= 1);
            assertEquals(202, calls.delete("/api/data/imports/" + cancelled).status());
            Eventually.within(
                    Duration.ofSeconds(60),
                    "the job ends",
                    () -> calls.get("/api/data/imports/" + cancelled)
                            .json()
                            .get("state")
                            .asText()
                            .equals("cancelled"));
            int done = files(calls.get("/api/data"));
            assertTrue(done < 40, "files done: " + done);
            id = calls.post(BY_FILE, "").json().get("id").asText();
            assertNotEquals(id, cancelled);
        }
        try (RunningService service = start()) {
            Calls calls = new Calls(service.uri());
            assertEquals(404, calls.get("/api/data/imports/" + cancelled).status());
            // On a quick machine it may have come to its end before the service did.
            boolean whole = files(calls.get("/api/data")) == 40;
            assertEquals(whole ? 404 : 200, calls.get("/api/data/imports/" + id).status());
            assertFalse(calls.post(BY_FILE + "&wait=true", "")
                    .json()
                    .get("skipped_files")
                    .isEmpty());
            assertSameBars(calls);
        }
    }

    private static boolean answers(Calls calls) {
        try {
            return calls.get("/health").status() == 200;
        } catch (java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static int files(Reply series) {
        JsonNode all = series.json().get("series");
        return all.isEmpty() ? 0 : all.get(0).get("files").size();
    }
}
