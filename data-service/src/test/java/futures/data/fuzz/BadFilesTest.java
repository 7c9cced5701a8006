package futures.data.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.data.fuzz.StoreUnderTest.Answer;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are wrong in a known way, each with its answer; files that only look odd, each with its bars. */
class BadFilesTest {
    private static final String HEADER = "timestamp,open,high,low,close,volume\n";
    private static final String ROW = "2024-01-02T14:30:00Z,100,102,99,101,7\n";
    private static final String SECOND = "2024-01-02T14:31:00Z,101,103,100.5,102.25,9\n";
    private static final String TEN = IntStream.range(32, 42)
            .mapToObj(minute -> SECOND.replace(":31:", ":" + minute + ":"))
            .collect(Collectors.joining());
    private static final String GOOD = HEADER + ROW + SECOND;

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

    /** A file and a part of the one sentence that it deserves. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as values
    record Refused(String what, String name, byte[] content, String message) {
        static Refused row(String what, String row, String message) {
            return new Refused(
                    what, "a.csv", (HEADER + ROW + TEN + row + "\n").getBytes(UTF_8), "line 13 of a.csv: " + message);
        }

        static Refused text(String what, String text, String message) {
            return new Refused(what, "a.csv", text.getBytes(UTF_8), message);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static List<Refused> rows() {
        return List.of(
                Refused.row("text for a price", "2024-01-02T14:31:00Z,1,2,0,x,1", "close 'x' is no number"),
                Refused.row("NaN", "2024-01-02T14:31:00Z,NaN,102,99,101,7", "open 'NaN' is no number"),
                Refused.row("Infinity", "2024-01-02T14:31:00Z,100,Infinity,99,101,7", "high 'Infinity' is no number"),
                Refused.row("minus infinity", "2024-01-02T14:31:00Z,100,102,-inf,101,7", "low '-inf' is no number"),
                Refused.row("1e999", "2024-01-02T14:31:00Z,100,1e999,99,101,7", "high '1e999' is not between"),
                Refused.row(
                        "an exponent that overflows",
                        "2024-01-02T14:31:00Z,100,1e2147483647,99,101,7",
                        "high '1e2147483647' is not between"),
                Refused.row("1e-999", "2024-01-02T14:31:00Z,100,102,1e-999,101,7", "low '1e-999' is not between"),
                Refused.row("hexadecimal", "2024-01-02T14:31:00Z,100,0x66,99,101,7", "high '0x66' is no number"),
                Refused.row(
                        "a price of 5e9",
                        "2024-01-02T14:31:00Z,100,5000000000,99,101,7",
                        "high '5000000000' is not between"),
                Refused.row("an empty price", "2024-01-02T14:31:00Z,100,,99,101,7", "high is empty"),
                Refused.row("a negative volume", "2024-01-02T14:31:00Z,100,102,99,101,-7", "volume -7 is below zero"),
                Refused.row(
                        "a huge volume", "2024-01-02T14:31:00Z,100,102,99,101,99999999999999999999", "volume '9999"),
                Refused.row(
                        "text for a volume", "2024-01-02T14:31:00Z,100,102,99,101,many", "volume 'many' is no number"),
                Refused.row("low above high", "2024-01-02T14:31:00Z,100,99,102,101,7", "low 102 is above high 99"),
                Refused.row("an open outside", "2024-01-02T14:31:00Z,98,102,99,101,7", "open 98 is not between low 99"),
                Refused.row(
                        "a close outside", "2024-01-02T14:31:00Z,100,102,99,103,7", "close 103 is not between low 99"),
                Refused.row(
                        "the year 0", "0000-01-02T14:31:00Z,100,102,99,101,7", "its time 0000-01-02T14:31:00Z is no"),
                Refused.row(
                        "the year 9999",
                        "9999-01-02T14:31:00Z,100,102,99,101,7",
                        "its time 9999-01-02T14:31:00Z is no"),
                Refused.row("30 February", "2024-02-30T14:31:00Z,100,102,99,101,7", "date '2024-02-30' does not exist"),
                Refused.row("month 13", "2024-13-02T14:31:00Z,100,102,99,101,7", "date '2024-13-02' does not exist"),
                Refused.row("25 o'clock", "2024-01-02T25:31:00Z,100,102,99,101,7", "time '25:31:00Z' cannot be read"),
                Refused.row(
                        "a zone that is none",
                        "2024-01-02T14:31:00+99:00,100,102,99,101,7",
                        "time '14:31:00+99:00' cannot be read"),
                Refused.row(
                        "an hour that clocks skip",
                        "2024-03-10 02:30:00,100,102,99,101,7",
                        "local time 2024-03-10T02:30 does not exist in America/Chicago"),
                Refused.row(
                        "another separator in one row",
                        "2024-01-02T14:31:00Z;100;102;99;101;7",
                        "the row has 1 fields"),
                Refused.row(
                        "a quote that never ends", "\"2024-01-02T14:31:00Z,100,102,99,101,7", "the row has 1 fields"),
                Refused.row(
                        "a row cut off", "2024-01-02T14:31:00Z,100,102", "the row has 3 fields, at least 6 are needed"),
                Refused.row("a line of megabytes", "x".repeat(3_000_000), "the line is longer than 4096 bytes"),
                Refused.row(
                        "a second bar of the time",
                        ROW.replace("101", "101.5").strip(),
                        "a second bar for 2024-01-02T14:30:00Z"),
                Refused.row(
                        "a bar inside another",
                        "2024-01-02T14:30:20Z,100,102,99,101,7",
                        "its bar at 2024-01-02T14:30:20Z overlaps the one at"));
    }

    static List<Refused> files() {
        byte[] good = GOOD.getBytes(UTF_8);
        byte[] gzip = Packed.gzip(manyRows());
        byte[] zip = Packed.zip("in.csv", manyRows());
        return List.of(
                Refused.text("a zero byte", GOOD.replace("103", "10\0003"), "a.csv is no text: it holds zero bytes"),
                Refused.text(
                        "a zero byte far behind",
                        HEADER + "\n".repeat(9000) + ROW.replace("102", "\000102"),
                        "'\000102' is no number"),
                Refused.text("nothing but blanks", "\n\n  \n", "a.csv is empty"),
                Refused.text("a header alone", HEADER, "a.csv has no rows of numbers"),
                Refused.text("words", "Once upon a time\nthere was a price\n", "no separator among ; tab | ,"),
                Refused.text("a separator unknown", GOOD.replace(',', '#'), "no separator among ; tab | ,"),
                Refused.text("spaces between", GOOD.replace(',', ' '), "no separator among ; tab | ,"),
                Refused.text("a column twice", GOOD.replace(",close,", ",open,"), "the column 'open' comes twice"),
                Refused.text("a column missing", GOOD.replace(",low,", ",lo,"), "no column for [low]"),
                Refused.text(
                        "decimal commas between commas",
                        GOOD.replace("102,99", "102,5,99"),
                        "has 7 fields and the header names 6"),
                Refused.text("lines that end with CR", GOOD.replace('\n', '\r'), "ends its lines with CR alone"),
                Refused.text(
                        "long lines that end with CR",
                        GOOD.replace('\n', '\r').repeat(100),
                        "ends its lines with CR alone"),
                Refused.text(
                        "day or month",
                        GOOD.replace("2024-01-02T", "01/02/2024 ").replace("Z,", ","),
                        "date_format=dd/MM/yyyy or"),
                Refused.text(
                        "dates in words",
                        GOOD.replace("2024-01-02T", "2 January 2024 "),
                        "'2 January 2024 14:30:00Z' is no date"),
                new Refused(
                        "UTF-16 with a mark",
                        "a.csv",
                        join(bytes(0xFF, 0xFE), GOOD.getBytes(UTF_16LE)),
                        "a.csv is UTF-16 text; save it as UTF-8"),
                new Refused(
                        "UTF-16 the other way",
                        "a.csv",
                        join(bytes(0xFE, 0xFF), GOOD.getBytes(UTF_16BE)),
                        "a.csv is UTF-16 text"),
                new Refused(
                        "UTF-16 without a mark",
                        "a.csv",
                        GOOD.getBytes(UTF_16LE),
                        "a.csv is no text: it holds zero bytes"),
                new Refused(
                        "half a byte order mark",
                        "a.csv",
                        join(bytes(0xEF, 0xBB), (ROW + SECOND).getBytes(UTF_8)),
                        "is no date that is known"),
                new Refused(
                        "a gz cut off", "a.csv.gz", Arrays.copyOf(gzip, gzip.length / 2), "'a.csv.gz' cannot be read"),
                new Refused("a gz cut off early", "a.csv.gz", Arrays.copyOf(gzip, 15), "'a.csv.gz' cannot be read"),
                new Refused(
                        "a gz with a wrong sum",
                        "a.csv.gz",
                        flipped(gzip, gzip.length - 6),
                        "'a.csv.gz' cannot be read"),
                new Refused(
                        "a zip cut off",
                        "a.zip",
                        Arrays.copyOf(zip, zip.length / 2),
                        "'a.zip' is no readable zip file"),
                new Refused("a zip damaged inside", "a.zip", flipped(zip, 60), "'a.zip!in.csv' cannot be read"),
                new Refused(
                        "a zip without a price file",
                        "a.zip",
                        Packed.zip("photo.jpg", good),
                        "holds no files that end in .csv"),
                new Refused(
                        "a zip bomb",
                        "a.zip",
                        Packed.zip("in.csv", new byte[1_000_000], 60),
                        "is no text: it holds zero bytes"),
                new Refused(
                        "a zip bomb of one line",
                        "a.zip",
                        Packed.zip("in.csv", "1".repeat(1_000_000).getBytes(UTF_8), 60),
                        "more than limits.upload_mb (8 MB) when unpacked"),
                new Refused(
                        "a zip bomb of rows",
                        "a.zip",
                        Packed.zip("in.csv", ROW.repeat(20_000).getBytes(UTF_8), 40),
                        "more than limits.upload_mb (8 MB) when unpacked"));
    }

    private static byte[] manyRows() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 2000; i++) {
            rows.append(String.format(
                    "2024-01-%02dT%02d:%02d:00Z,%d,102,99,101,%d%n",
                    2 + i / 1440, i / 60 % 24, i % 60, 99 + i * 7 % 4, i * 31 % 977));
        }
        return rows.toString().replace("\r", "").getBytes(UTF_8);
    }

    private static byte[] bytes(int... values) {
        byte[] all = new byte[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) values[i];
        }
        return all;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] flipped(byte[] content, int at) {
        byte[] changed = content.clone();
        changed[at] ^= 0x55;
        return changed;
    }

    static Stream<Refused> refused() {
        return Stream.concat(rows().stream(), files().stream());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhatIsWrongAndChangesNothing(Refused file) {
        String before = store.fingerprint();
        Answer answer = store.send("NQ", file.name(), file.content(), "&timeframe=1m");
        assertEquals(422, answer.status(), answer.text());
        assertEquals("application/problem+json", answer.type());
        assertTrue(answer.detail().contains(file.message()), answer.detail());
        assertEquals(before, store.fingerprint());
    }

    /** A file that is right, however it looks, and its bars as the store gives them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as values
    record Taken(String what, String name, byte[] content, String parameters) {
        static Taken text(String what, String text) {
            return new Taken(what, "a.csv", text.getBytes(UTF_8), "");
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static List<Taken> taken() {
        byte[] good = GOOD.getBytes(UTF_8);
        return List.of(
                Taken.text("as it is", GOOD),
                Taken.text("a byte order mark", "\uFEFF" + GOOD),
                Taken.text("a byte order mark and no header", "\uFEFF" + ROW + SECOND),
                Taken.text("CRLF", GOOD.replace("\n", "\r\n")),
                Taken.text("no end of the last line", GOOD.strip()),
                Taken.text("blank lines", GOOD.replace("\n", "\n\n") + "\n \n"),
                Taken.text("blanks around fields", GOOD.replace(",", " , ")),
                Taken.text(
                        "quotes around all fields",
                        "\"" + GOOD.strip().replace(",", "\",\"").replace("\n", "\"\n\"") + "\""),
                Taken.text(
                        "a separator inside quotes",
                        GOOD.replace(",volume", ",volume,note")
                                .replace(",7\n", ",7,\"a, b\"\n")
                                .replace(",9\n", ",9,\"c,,d\"\n")),
                Taken.text("empty fields at the end", GOOD.replace(",7\n", ",7,,\n")),
                Taken.text("semicolons", GOOD.replace(',', ';')),
                Taken.text("tabs", GOOD.replace(',', '\t')),
                Taken.text("bars", GOOD.replace(',', '|')),
                Taken.text("decimal commas", GOOD.replace(',', ';').replace('.', ',')),
                Taken.text("exponents", GOOD.replace("103,", "1.03E2,")),
                Taken.text("a plus sign", GOOD.replace(",103,", ",+103,")),
                Taken.text("decimals without an end", GOOD.replace("102.25", "102.2500000000000000000000")),
                Taken.text("the same row twice", GOOD + ROW),
                Taken.text("newest first", HEADER + SECOND + ROW),
                new Taken(
                        "bytes of Latin-1 in the header",
                        "a.csv",
                        GOOD.replace("volume", "volume,\u00e9").getBytes(ISO_8859_1),
                        ""),
                new Taken("gz", "a.csv.gz", Packed.gzip(good), ""),
                new Taken("gz under another name", "a.csv", Packed.gzip(good), ""),
                new Taken("text named gz", "a.csv.gz", good, ""),
                new Taken("zip", "a.zip", Packed.zip("in.csv", good), ""),
                new Taken("zip under another name", "a.txt", Packed.zip("in.csv", good), ""),
                new Taken("zip with a name that climbs", "a.zip", Packed.zip("../../../evil.csv", good), ""),
                new Taken("conflicts refused by name", "a.csv", good, "&on_conflict=fail"));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void isImportedAsItIsMeant(Taken file) {
        String before = store.fingerprint();
        Answer answer = store.send("NQ", file.name(), file.content(), "&timeframe=1m" + file.parameters());
        assertEquals(200, answer.status(), answer.text());
        assertEquals(GOOD, store.csv("NQ"));
        assertEquals(200, store.calls.delete("/api/data/NQ?confirm=NQ").status());
        assertEquals(before, store.fingerprint());
        assertEquals(List.of(), store.strangers());
    }

    @Test
    void volumesKeepTheirFractions() {
        String rows = HEADER + ROW.replace(",7\n", ",0.125\n") + SECOND.replace(",9\n", ",NaN\n");
        Answer answer = store.send("BTC", "a.csv", rows.getBytes(UTF_8), "&timeframe=1m");
        assertEquals(200, answer.status(), answer.text());
        // A volume that is not known counts as none.
        assertEquals(rows.replace("NaN", "0"), store.csv("BTC"));
        store.calls.delete("/api/data/BTC?confirm=BTC");
    }

    @Test
    void aConflictIsRefusedByNameAndByDefault() {
        byte[] other = StoreUnderTest.KEPT.replace("120", "121").getBytes(UTF_8);
        String before = store.fingerprint();
        for (String rule : List.of("", "&on_conflict=fail")) {
            Answer answer = store.send("ES", "a.csv", other, "&timeframe=1m" + rule);
            assertEquals(422, answer.status(), answer.text());
            assertTrue(answer.detail().contains("say on_conflict=keep or on_conflict=replace"), answer.detail());
            assertEquals(before, store.fingerprint());
        }
        assertEquals(
                1,
                store.send("ES", "a.csv", other, "&timeframe=1m&on_conflict=keep")
                        .json()
                        .get("rows_kept")
                        .asInt());
        assertEquals(StoreUnderTest.KEPT, store.csv("ES"));
    }

    @Test
    void brokenFormsAndBodiesAreProblemsToo() {
        String before = store.fingerprint();
        String path = "/api/data/import/csv?wait=true&symbol=NQ";
        for (String type :
                List.of("multipart/form-data", "multipart/form-data; boundary=x", "text/csv", "", "nonsense")) {
            for (String body :
                    List.of("", "--x", "--x\r\n\r\n", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n")) {
                Answer answer = store.post(path, type, HttpRequest.BodyPublishers.ofString(body));
                assertTrue(answer.status() >= 400 && answer.status() < 500, type + " " + body + " " + answer.text());
                assertEquals("application/problem+json", answer.type());
            }
        }
        for (String json : List.of(
                "",
                "{}",
                "[",
                "[[]]",
                "[null]",
                "[1]",
                "null",
                "[{\"timestamp\":1}]",
                "[".repeat(5000),
                "[{\"timestamp\":\"2024-01-02T14:30:00Z\",\"open\":1e2147483647,\"high\":1,\"low\":1,\"close\":1}]",
                "[{\"timestamp\":\"2024-01-02T14:30:00Z\",\"open\":1e99999999999,\"high\":1,\"low\":1,\"close\":1}]",
                "[{\"timestamp\":\"2024-01-02T14:30:00Z\",\"open\":NaN,\"high\":1,\"low\":1,\"close\":1}]",
                "[{\"timestamp\":\"a\\u0000b\",\"open\":1,\"high\":1,\"low\":1,\"close\":1}]")) {
            Answer answer = store.post(
                    "/api/data/import?timeframe=1m&symbol=NQ",
                    "application/json",
                    HttpRequest.BodyPublishers.ofString(json));
            assertTrue(answer.status() >= 400 && answer.status() < 500, json + " " + answer.text());
        }
        assertEquals(before, store.fingerprint());
    }

    @Test
    void aDirectoryIsRefusedWholeForOneBadFile() throws Exception {
        Path directory = Files.createDirectories(store.imports().resolve("months"));
        Files.writeString(directory.resolve("1.csv"), GOOD);
        Files.writeString(directory.resolve("2.csv"), HEADER + "2024-02-02T14:30:00Z,100,102,99,nothing,7\n");
        String before = store.fingerprint();
        Answer answer = store.post(
                "/api/data/import/csv?wait=true&symbol=NQ&path=months&timeframe=1m",
                "text/plain",
                HttpRequest.BodyPublishers.noBody());
        assertEquals(422, answer.status());
        assertTrue(answer.detail().contains("line 2 of months/2.csv: close 'nothing' is no number"), answer.detail());
        assertEquals(before, store.fingerprint());
    }
}
