package futures.data.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.data.fuzz.StoreUnderTest.Answer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Good files, made wrong by seeded chance, over HTTP. Whatever comes out: an answer that says what is wrong and a store that is
 * as it was, or bars that are bars and that the file really holds.
 */
class FuzzedFilesTest {
    private static final int ROUNDS = 80;
    private static final int ROWS = 60;

    @TempDir
    static Path home;

    private static StoreUnderTest store;

    @BeforeAll
    static void start() throws Exception {
        store = new StoreUnderTest(home);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    /** The same bars as different programs write them. */
    private enum Form {
        ISO("a.csv"),
        SEMICOLONS("a.csv"),
        NINJATRADER("a.txt"),
        TIME_COLUMN("a.csv"),
        DATABENTO("a.csv"),
        GZIP("a.csv.gz"),
        ZIP("a.zip");

        final String name;

        Form(String name) {
            this.name = name;
        }

        byte[] file(Random random) {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < ROWS; i++) {
                int low = 480_000 + random.nextInt(1000);
                int open = low + random.nextInt(100);
                rows.append(row(i, open, low + 100, low, open, random.nextInt(1000)));
            }
            byte[] text = (header() + rows).getBytes(UTF_8);
            return this == GZIP ? Packed.gzip(text) : this == ZIP ? Packed.zip("in.csv", text) : text;
        }

        private String header() {
            return switch (this) {
                case NINJATRADER -> "";
                case SEMICOLONS -> "Datum;Zeit;x\nDate;Open;High;Low;Close;Volume\n";
                case TIME_COLUMN -> "Date,Time,Open,High,Low,Close,Volume\n";
                case DATABENTO -> "ts_event,symbol,open,high,low,close,volume\n";
                default -> "timestamp,open,high,low,close,volume\n";
            };
        }

        private String row(int i, int open, int high, int low, int close, int volume) {
            String shape = switch (this) {
                case NINJATRADER -> "20240117 14%1$02d00;%2$.2f;%3$.2f;%4$.2f;%5$.2f;%6$d%n";
                case SEMICOLONS -> "2024-01-17 14:%1$02d;%2$.2f;%3$.2f;%4$.2f;%5$.2f;%6$d%n";
                case TIME_COLUMN -> "01/17/2024,2:%1$02d PM,%2$.2f,%3$.2f,%4$.2f,%5$.2f,%6$d%n";
                case DATABENTO -> "2024-01-17T14:%1$02d:00.000000000Z,ESH4,%2$.9f,%3$.9f,%4$.9f,%5$.9f,%6$d%n";
                default -> "2024-01-17T14:%1$02d:00Z,%2$.2f,%3$.2f,%4$.2f,%5$.2f,%6$d%n";
            };
            String row = String.format(
                    Locale.ROOT, shape, i, open / 100.0, high / 100.0, low / 100.0, close / 100.0, volume);
            return (this == SEMICOLONS ? row.replace('.', ',') : row).replace("\r", "");
        }
    }

    @ParameterizedTest
    @EnumSource(Mutation.class)
    void isRefusedWithItsReasonOrImportedAsItStands(Mutation mutation) {
        String before = store.fingerprint();
        Map<Integer, Integer> answers = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(mutation.name().hashCode() * 1_000L + round);
            Form form = Form.values()[round % Form.values().length];
            byte[] file = mutation.of(form.file(random), random);
            String which = mutation + " round " + round + " " + form;
            Answer answer = store.send("NQ", form.name, file, "&timeframe=1m");
            answers.merge(answer.status(), 1, Integer::sum);
            if (answer.status() == 200) {
                assertBars(which, answer.json(), store.csv("NQ"), form == Form.ISO ? new String(file, UTF_8) : null);
                store.calls.delete("/api/data/NQ?confirm=NQ");
            } else {
                assertReason(which, answer, form.name);
            }
            assertEquals(before, store.fingerprint(), which);
        }
        assertTrue(answers.getOrDefault(422, 0) > 0, answers.toString());
        assertEquals(List.of(), store.strangers());
    }

    private static void assertReason(String which, Answer answer, String name) {
        assertTrue(answer.status() == 422 || answer.status() == 400, which + " " + answer.text());
        assertEquals("application/problem+json", answer.type(), which);
        String detail = answer.detail();
        assertTrue(detail.contains(name.replaceAll("\\..*", "")) || detail.contains("columns="), which + " " + detail);
        assertFalse(detail.contains("Exception") || detail.contains(": null."), which + " " + detail);
        if (detail.contains("bad rows")) {
            assertTrue(detail.matches("(?s).*the first is line \\d+ of \\S+: .*"), which + " " + detail);
        }
    }

    /**
     * What was taken are bars, as many as the report says; and where a plain reading of the file understands a row, that row
     * is among them to the last digit.
     */
    private static void assertBars(String which, JsonNode report, String csv, String iso) {
        String[] lines = csv.split("\n");
        assertEquals(report.get("rows_added").asInt(), lines.length - 1, which);
        Map<Instant, List<BigDecimal>> stored = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] fields = lines[i].split(",");
            List<BigDecimal> values =
                    List.of(fields).subList(1, 6).stream().map(BigDecimal::new).toList();
            BigDecimal high = values.get(1);
            BigDecimal low = values.get(2);
            for (BigDecimal price : values.subList(0, 4)) {
                assertTrue(price.compareTo(low) >= 0 && price.compareTo(high) <= 0, which + " " + lines[i]);
            }
            assertTrue(values.get(4).signum() >= 0, which + " " + lines[i]);
            Instant time = Instant.parse(fields[0]);
            assertTrue(time.isAfter(Instant.parse("1899-12-31T23:59:59Z")), which + " " + lines[i]);
            stored.put(time, values);
        }
        if (iso != null) {
            iso.lines()
                    .filter(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00Z(,\\d{1,6}(\\.\\d{1,4})?){5}"))
                    .forEach(line -> {
                        String[] fields = line.split(",");
                        List<BigDecimal> read = stored.get(Instant.parse(fields[0]));
                        for (int i = 1; i < 6; i++) {
                            assertEquals(0, new BigDecimal(fields[i]).compareTo(read.get(i - 1)), which + " " + line);
                        }
                    });
        }
    }
}
