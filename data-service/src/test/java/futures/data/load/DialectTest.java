package futures.data.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.data.csv.Columns;
import futures.data.csv.DateForm;
import futures.data.csv.DialectException;
import futures.data.csv.DialectRequest;
import futures.data.csv.Stamps;
import futures.data.store.BarRange;
import futures.kit.http.Problem;
import futures.model.Bar;
import futures.model.SessionHours;
import futures.model.Timeframe;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as programs write them; each holds the same two minutes of 2 January 2024. */
@SuppressWarnings("StringConcatToTextBlock") // line ends and marks are part of what is tested
class DialectTest {
    @TempDir
    Path directory;

    private Imports imports;

    @BeforeEach
    void open() {
        imports = new Imports(directory);
    }

    @AfterEach
    void close() {
        imports.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Semicolons, day first, local times of the settings' zone.
                "Date (D);Time (T);Open (O);High (H);Low (L);Close (C);Volume (V)\n"
                        + "02/01/2024;08:30;4800.25;4801.5;4799;4800;120\n"
                        + "02/01/2024;08:31;4800;4802;4800;4801.75;80\n"
                        + "13/01/2024;08:31;4800;4802;4800;4801.75;80\n",
                // Month first, commas, blanks, quotes, Windows line ends.
                "\"Date\",\"Time\",\"Open\",\"High\",\"Low\",\"Last\",\"Volume\"\r\n"
                        + "01/02/2024, 8:30 AM, 4800.25, 4801.50, 4799.00, 4800.00, 120\r\n"
                        + "01/02/2024, 8:31 AM, 4800.00, 4802.00, 4800.00, 4801.75, 80\r\n"
                        + "01/13/2024, 8:31 AM, 4800.00, 4802.00, 4800.00, 4801.75, 80\r\n",
                // ISO with zone, without zone, with offset.
                "timestamp,open,high,low,close,volume\n2024-01-02T14:30:00Z,4800.25,4801.5,4799,4800,120\n"
                        + "2024-01-02T14:31:00Z,4800,4802,4800,4801.75,80\n",
                "timestamp,open,high,low,close,volume\n2024-01-02 08:30:00,4800.25,4801.5,4799,4800,120\n"
                        + "2024-01-02 08:31:00,4800,4802,4800,4801.75,80\n",
                "\uFEFFtimestamp,open,high,low,close,volume\n2024-01-02T15:30:00+01:00,4800.25,4801.5,4799,4800,120\n"
                        + "2024-01-02T15:31:00.000+01:00,4800,4802,4800,4801.75,80",
                // NinjaTrader.
                "20240102 083000;4800.25;4801.5;4799;4800;120\n20240102 083100;4800;4802;4800;4801.75;80\n",
                // TradingView, with columns of indicators.
                "time,open,high,low,close,EMA,Volume\n1704205800,4800.25,4801.5,4799,4800,NaN,120\n"
                        + "1704205860,4800,4802,4800,4801.75,4800.5,80\n",
                // Databento: nanoseconds and integers of 1e-9; and its pretty form.
                "ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol\n"
                        + "1704205800000000000,33,1,17077,4800250000000,4801500000000,4799000000000,4800000000000,120,ESH4\n"
                        + "1704205860000000000,33,1,17077,4800000000000,4802000000000,4800000000000,4801750000000,80,ESH4\n",
                "ts_event,rtype,publisher_id,instrument_id,open,high,low,close,volume,symbol\n"
                        + "2024-01-02T14:30:00.000000000Z,33,1,17077,4800.250000000,4801.5,4799.0,4800.0,120,ESH4\n"
                        + "2024-01-02T14:31:00.000000000Z,33,1,17077,4800.000000000,4802.0,4800.0,4801.75,80,ESH4\n",
                // Milliseconds; tabs; decimal commas; angle brackets and a compact date beside a compact time.
                "t|o|h|l|c|v\n1704205800000|4800.25|4801.5|4799|4800|120\n1704205860000|4800|4802|4800|4801.75|80\n",
                "Date\tOpen\tHigh\tLow\tClose\tVolume\n02.01.2024 08:30\t4800,25\t4801,5\t4799\t4800\t120\n"
                        + "02.01.2024 08:31\t4800\t4802\t4800\t4801,75\t80\n31.01.2024 08:31\t1\t1\t1\t1\t1\n",
                "<TICKER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>\n"
                        + "ES,20240102,083000,4800.25,4801.5,4799,4800,120\nES,20240102,083100,4800,4802,4800,4801.75,80\n"
            })
    void everyDialectSaysTheSame(String text) {
        DialectRequest request = text.startsWith("t|")
                ? new DialectRequest(
                        null,
                        columns("stamp,open,high,low,close,volume"),
                        null,
                        Imports.CHICAGO,
                        null,
                        null,
                        null,
                        SessionHours.CME_GLOBEX)
                : Imports.AS_FOUND;
        imports.run(imports.plan("ES", request, List.of(Imports.text("bars.csv", text))));
        long first = Instant.parse("2024-01-02T14:30:00Z").toEpochMilli();
        assertEquals(
                List.of(
                        new Bar(first, first + 60_000, 4800.25, 4801.5, 4799, 4800, 120),
                        new Bar(first + 60_000, first + 120_000, 4800, 4802, 4800, 4801.75, 80)),
                imports.bars("ES", BarRange.ALL).subList(0, 2));
        assertEquals(Timeframe.MINUTE, imports.series("ES").timeframe());
    }

    private static Columns columns(String text) {
        try {
            return Columns.parse(text);
        } catch (DialectException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void datesThatCouldBeBothAreAskedFor() {
        String text = "date,open,high,low,close\n03/04/2024 10:00,1,1,1,1\n03/04/2024 10:01,1,1,1,1\n";
        Problem problem = assertThrows(
                Problem.class, () -> imports.plan("ES", Imports.AS_FOUND, List.of(Imports.text("a.csv", text))));
        assertEquals(
                "a.csv: no date decides between day first and month first (the last is 03/04/2024 10:01); give"
                        + " date_format=dd/MM/yyyy or date_format=MM/dd/yyyy.",
                problem.getMessage());
        assertEquals("date_format", problem.errors().get(0).field());

        imports.run(
                imports.plan("ES", Imports.AS_FOUND.with(DateForm.MONTH_FIRST), List.of(Imports.text("a.csv", text))));
        assertEquals(
                Instant.parse("2024-03-04T16:00:00Z").toEpochMilli(),
                imports.series("ES").firstTime());
    }

    @Test
    void filesOfOneImportDecideForEachOther() {
        String open = "date,open,high,low,close\n03/04/2024 10:00,1,1,1,1\n03/04/2024 10:01,1,1,1,1\n";
        String decided = "date,open,high,low,close\n13/04/2024 10:00,1,1,1,1\n13/04/2024 10:01,1,1,1,1\n";
        imports.run(imports.plan(
                "ES", Imports.AS_FOUND, List.of(Imports.text("a.csv", open), Imports.text("b.csv", decided))));
        assertEquals(
                Instant.parse("2024-04-03T15:00:00Z").toEpochMilli(),
                imports.series("ES").firstTime());
    }

    @Test
    void aFileOfSeveralContractsIsAskedWhich() {
        String text = """
                ts_event,open,high,low,close,volume,symbol
                2024-01-02T14:30:00Z,4800.25,4801.5,4799.0,4800.0,120,ESH4
                2024-01-02T14:30:00Z,4850.25,4851.5,4849.0,4850.0,20,ESM4
                2024-01-02T14:31:00Z,4800.25,4801.5,4799.0,4800.0,120,ESH4
                """;
        Problem problem = assertThrows(
                Problem.class, () -> imports.plan("ES", Imports.AS_FOUND, List.of(Imports.text("a.csv", text))));
        assertEquals("a.csv holds several symbols, [ESH4, ESM4]; give only= the one to import.", problem.getMessage());
        DialectRequest june = new DialectRequest(
                null, null, null, Imports.CHICAGO, null, Timeframe.MINUTE, "ESM4", SessionHours.CME_GLOBEX);
        var report = imports.run(imports.plan("ESM24", june, List.of(Imports.text("a.csv", text))));
        assertEquals(1, report.rowsAdded());
        assertEquals(2, report.ignored());
        assertEquals(4850.0, imports.bars("ESM24", BarRange.ALL).get(0).close());
    }

    @Test
    void stampsOfClosesAreMovedToOpens() {
        DialectRequest closes = new DialectRequest(
                null, null, null, ZoneId.of("UTC"), Stamps.CLOSE, null, null, SessionHours.CME_GLOBEX);
        imports.run(imports.plan(
                "ES",
                closes,
                List.of(Imports.text("n.txt", "20240102 143100;1;1;1;1;1\n20240102 143200;1;1;1;1;1\n"))));
        assertEquals(
                Instant.parse("2024-01-02T14:30:00Z").toEpochMilli(),
                imports.series("ES").firstTime());
    }

    @Test
    void aDateWithoutTimeIsATradingDay() {
        imports.run(
                "ES",
                "date,open,high,low,close,volume\n2024-01-12,1,1,1,1,1\n2024-01-15,1,1,1,1,1\n2024-01-16,1,1,1,1,1\n");
        assertEquals(Timeframe.DAY, imports.series("ES").timeframe());
        assertEquals(
                List.of("2024-01-11T23:00:00Z", "2024-01-14T23:00:00Z", "2024-01-15T23:00:00Z"),
                imports.bars("ES", BarRange.ALL).stream()
                        .map(bar -> Instant.ofEpochMilli(bar.openTime()).toString())
                        .toList());
    }

    @Test
    void clocksThatGoBackAndForward() {
        // 3 November 2024: 01:30 comes twice. 10 March 2024: 02:30 does not come.
        imports.run("ES", """
                date,open,high,low,close
                2024-11-03 00:59,1,1,1,1
                2024-11-03 01:00,1,1,1,1
                2024-11-03 01:01,1,1,1,1
                2024-11-03 01:00,2,2,2,2
                2024-11-03 01:01,2,2,2,2
                2024-11-03 02:00,3,3,3,3
                """);
        List<Bar> bars = imports.bars("ES", BarRange.ALL);
        assertEquals(
                List.of("05:59", "06:00", "06:01", "07:00", "07:01", "08:00"),
                bars.stream()
                        .map(bar ->
                                Instant.ofEpochMilli(bar.openTime()).toString().substring(11, 16))
                        .toList());
        ImportRefused refused = assertThrows(
                ImportRefused.class,
                () -> imports.run(
                        "NQ",
                        "date,open,high,low,close\n2024-03-10 01:59,1,1,1,1\n2024-03-10 02:30,1,1,1,1\n2024-03-10 02:31,1,1,1,1\n2024-03-10 03:00,1,1,1,1\n"));
        assertEquals(2, refused.rows().size());
        assertEquals(3, refused.rows().get(0).line());
        assertEquals(
                "local time 2024-03-10T02:30 does not exist in America/Chicago: clocks go forward over it",
                refused.rows().get(0).reason());
    }

    @Test
    void newestFirstFilesAreReadBackwardsThroughTheDoubleHour() {
        var report = imports.run("ES", """
                date,open,high,low,close
                2024-11-03 02:00,3,3,3,3
                2024-11-03 01:01,2,2,2,2
                2024-11-03 01:00,2,2,2,2
                2024-11-03 01:01,1,1,1,1
                2024-11-03 01:00,1,1,1,1
                """);
        assertEquals(4, report.outOfOrder());
        assertEquals(
                List.of(1.0, 1.0, 2.0, 2.0, 3.0),
                imports.bars("ES", BarRange.ALL).stream().map(Bar::close).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "hello\nworld\n",
                "date,open,high,low\n2024-01-02,1,1,1\n",
                "a,b,c,d,e,f\n1,2,3,4,5,6\n",
                "time,open,high,low,close\nyesterday,1,1,1,1\n",
                "date,open,high,low,close\n2024-01-02 10:00,1,1,1,1\n"
            })
    void whatIsNotUnderstoodIsSaidWithAParameterThatHelps(String text) {
        Problem problem = assertThrows(
                Problem.class, () -> imports.plan("ES", Imports.AS_FOUND, List.of(Imports.text("odd.csv", text))));
        assertEquals(422, problem.status());
        assertTrue(
                List.of("separator", "columns", "date_format", "timeframe", "path")
                        .contains(problem.errors().get(0).field()),
                problem.getMessage());
        assertTrue(
                problem.getMessage().contains("odd.csv") || problem.getMessage().contains("columns"),
                problem.getMessage());
    }
}
