package futures.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.kit.Calls;
import futures.kit.RunningService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exported files, read by DuckDB: bars are what the CSV of the same request says, whatever the range. */
class ExportTest {
    /** Two row groups, the second not full. */
    private static final int ROWS = 150_000;

    @TempDir
    static Path home;

    private static RunningService service;
    private static Calls calls;

    @BeforeAll
    static void start() throws Exception {
        service = DataServices.start(home);
        calls = new Calls(service.uri());
        Files.writeString(home.resolve("data/imports/walk.csv"), walk());
        Calls.Reply reply = calls.post("/api/data/import/csv?symbol=MES&timeframe=1m&path=walk.csv&wait=true", "");
        assertEquals(200, reply.status(), reply.text());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Minutes with gaps, prices of up to six decimals, some below zero, and volumes with fractions. */
    private static String walk() {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("timestamp,open,high,low,close,volume\n");
        long time = Instant.parse("2023-01-01T23:00:00Z").toEpochMilli();
        for (int i = 0; i < ROWS; i++) {
            time += 60_000L * (random.nextInt(500) == 0 ? 1000 : 1);
            double low = random.nextInt(50) == 0 ? -37.63 : random.nextInt(5_000_000) / 1e3;
            double high = low + random.nextInt(100_000) / 1e6;
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%f,%f,%f,%f,%.1f%n",
                    Instant.ofEpochMilli(time),
                    low,
                    high,
                    low,
                    high,
                    i % 777 / 2.0));
        }
        return csv.toString().replace("\r", "");
    }

    private static HttpResponse<Path> download(String query, Path target) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.uri() + "/api/data/MES?" + query))
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(target));
    }

    private static List<List<String>> query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(row.getString(i));
                }
                rows.add(values);
            }
            return rows;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&order=desc",
                "&limit=131073",
                "&limit=5&order=desc",
                "&start_date=2023-03-01&end_date=2023-03-31",
                "&start_date=2023-03-01T14:30:00Z&end_date=2023-03-01T15:30:00Z&limit=17",
                "&start_date=2030-01-01"
            })
    void parquetHoldsWhatTheCsvSays(String range) throws Exception {
        // A name of its own: DuckDB keeps what it has read of a file.
        Path file = Files.createTempFile(home, "bars", ".parquet");
        HttpResponse<Path> response = download("format=parquet" + range, file);
        assertEquals(200, response.statusCode());
        List<List<String>> rows =
                query("FROM '" + file + "' SELECT epoch_ms(timestamp), open, high, low, close, volume");
        String[] lines = calls.get("/api/data/MES?format=csv" + range).text().split("\n");
        assertEquals(lines.length - 1, rows.size());
        assertEquals(
                Integer.toString(rows.size()),
                response.headers().firstValue("X-Bar-Count").orElseThrow());
        for (int i = 0; i < rows.size(); i++) {
            String[] fields = lines[i + 1].split(",");
            List<String> row = rows.get(i);
            assertEquals(Instant.parse(fields[0]).toEpochMilli(), Long.parseLong(row.get(0)));
            for (int column = 1; column < 6; column++) {
                assertEquals(Double.parseDouble(fields[column]), Double.parseDouble(row.get(column)));
            }
        }
    }

    @Test
    void parquetSaysWhatItsColumnsAreAndLetsReadersPassOverGroups() throws Exception {
        Path file = home.resolve("typed.parquet");
        HttpResponse<Path> response = download("format=parquet", file);
        assertEquals(
                "application/vnd.apache.parquet",
                response.headers().firstValue("Content-Type").orElseThrow());
        List<List<String>> types = query("FROM (DESCRIBE FROM '" + file + "') SELECT column_name, column_type");
        assertEquals(List.of("timestamp", "TIMESTAMP WITH TIME ZONE"), types.get(0));
        for (String name : List.of("open", "high", "low", "close", "volume")) {
            assertTrue(types.contains(List.of(name, "DOUBLE")), types.toString());
        }
        List<List<String>> groups = query(
                "FROM parquet_metadata('" + file + "') SELECT row_group_num_rows, stats_min_value < stats_max_value,"
                        + " stats_null_count WHERE path_in_schema = 'timestamp' ORDER BY row_group_id");
        assertEquals(List.of(List.of("131072", "true", "0"), List.of("18928", "true", "0")), groups);
        assertEquals(
                List.of(List.of("MES", "150000")),
                query("FROM parquet_kv_metadata('" + file + "') SELECT"
                        + " max(value::BLOB::VARCHAR) FILTER (key::BLOB::VARCHAR = 'symbol'),"
                        + " max(value::BLOB::VARCHAR) FILTER (key::BLOB::VARCHAR = 'count')"));
        // Found by the statistics alone: exactly the rows of that day.
        long[] day = {Instant.parse("2023-06-01T00:00:00Z").toEpochMilli(), 86_400_000};
        String[] lines = calls.get("/api/data/MES?format=csv").text().split("\n");
        long expected = Arrays.stream(lines)
                .filter(line -> line.startsWith("2023-06-01T"))
                .count();
        assertEquals(
                List.of(List.of(Long.toString(expected))),
                query("FROM '" + file + "' SELECT count(*) WHERE timestamp >= make_timestamptz(" + day[0] + "000) AND"
                        + " timestamp < make_timestamptz(" + (day[0] + day[1]) + "000)"));
        Path cut = home.resolve("cut.parquet");
        byte[] whole = Files.readAllBytes(file);
        Files.write(cut, Arrays.copyOf(whole, whole.length - 1000));
        assertThrows(SQLException.class, () -> query("FROM '" + cut + "' SELECT count(*)"));
    }

    @Test
    void filesAreNamedForWhatTheyHold() throws Exception {
        assertEquals(
                "MES_1m_2023-01-01_2023-12-31.parquet",
                name("format=parquet&start_date=2023-01-01&end_date=2023-12-31"));
        assertEquals("MES_1m_from_2023-06-01.csv", name("format=csv&start_date=2023-06-01"));
        assertEquals("MES_1m_until_2023-02-01T143000Z.arrows", name("format=arrow&end_date=2023-02-01T14:30:00Z"));
        assertEquals("MES_1m.csv", name("format=csv&timeframe=1m"));
        assertEquals("", name("format=json"));
    }

    private static String name(String query) throws IOException, InterruptedException {
        return download(query + "&limit=1", home.resolve("named"))
                .headers()
                .firstValue("Content-Disposition")
                .orElse("")
                .replaceAll("attachment; filename=\"(.*)\"", "$1");
    }
}
