package futures.data.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.data.DataServices;
import futures.kit.Calls;
import futures.kit.RunningService;
import futures.kit.StrangeJson;
import futures.kit.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Strange values in every parameter of rolls, continuous series, other bars, quality and repairs: an answer, or a problem that says
 * what is wrong, and bars and rolls that are as they were.
 */
class FuzzedParametersTest {
    private static final List<String> STRANGE = List.of(
            "",
            " ",
            "-1",
            "0",
            "1.5",
            "1e9",
            "NaN",
            "99999999999999999999",
            "-9223372036854775808",
            "null",
            "true",
            "[]",
            "{}",
            "%",
            "\u0000",
            "\ud83d\udca5",
            "\u202eMES",
            "١",
            "../../etc/passwd",
            "' OR 1=1 --",
            "2024-02-30",
            "+999999999-12-31",
            "2024-03-01T25:00:00Z",
            "2024-03-01T00:00:00+99:00",
            "4H",
            "0m",
            "999999999h",
            "tick:0",
            "volume:-5",
            "range:99999999999",
            "renko:1.5",
            "tick:",
            "MES-SYNTH.v.0@diff",
            "x".repeat(3_000));

    @TempDir
    static Path home;

    private static RunningService service;
    private static Calls calls;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private String before;

    @BeforeAll
    static void start() throws Exception {
        service = DataServices.start(home);
        calls = new Calls(service.uri());
        assertEquals(200, calls.post("/api/data/sample?kind=chain", "").status());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void remember() {
        before = state();
    }

    @AfterEach
    void nothingHasChanged() {
        calls.delete("/api/rolls/MES-SYNTH?series=c");
        assertEquals(before, state());
    }

    private static String state() {
        Calls.Reply rolls = calls.get("/api/rolls/MES-SYNTH?series=v&format=csv");
        assertEquals(200, rolls.status(), rolls.text());
        return rolls.text() + calls.get("/api/data").json().get("series");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @return the status, of an answer or of a problem that is one */
    private static int send(String method, String path, String type, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.uri() + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String shown = path.length() > 300 ? path.substring(0, 300) : path;
        String which = method + " " + shown + " " + body + ": " + response.statusCode() + " " + response.body();
        assertTrue(response.statusCode() < 500, which);
        if (response.statusCode() >= 400) {
            assertTrue(
                    response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                    which);
            JsonNode problem = Json.mapper().readTree(response.body());
            assertEquals(response.statusCode(), problem.path("status").asInt(), which);
            String detail = problem.path("detail").asText();
            assertFalse(detail.isBlank() || detail.contains("Exception"), which);
        }
        return response.statusCode();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /api/data/MES-SYNTH.v.0@diff?limit=3 | timeframe,hours,settlement,start_date,end_date,limit,order,format,roll_rule,roll_days",
                "GET | /api/data/MES-SYNTH.v.1@ratio?limit=3&timeframe=1d | hours,settlement,start_date,end_date,limit,roll_rule,roll_days",
                "GET | /api/data/MESH24-SYNTH?limit=3 | timeframe,hours,settlement,start_date,end_date,limit,order,format,roll_rule,roll_days",
                "GET | /api/rolls/MES-SYNTH?series=v | series,rule,days,position,format",
                "GET | /api/rolls/MES-SYNTH?rule=fixed_day | series,rule,days,position,format",
                "POST | /api/rolls/MES-SYNTH/build?dry_run=true&rule=days_before_expiry | rule,days,months,timeframe,dry_run",
                "PUT | /api/rolls/MES-SYNTH?series=c | series,go_on",
                "GET | /api/data/MES-SYNTH.v.0/quality?summary=true | timeframe,start_date,end_date,summary",
                "GET | /api/data/MESH24-SYNTH/repairs?limit=1 | timeframe,start_date,end_date,kind,limit,cursor",
                "GET | /api/data/MESH24-SYNTH/repairs/applied?limit=1 | timeframe,start_date,end_date,limit,cursor",
                "GET | /api/contracts/MES/chain? | from,to",
            })
    void strangeValuesOfParameters(String method, String path, String names) throws Exception {
        int refused = 0;
        String base = path.substring(0, path.indexOf('?') + 1);
        for (String name : names.split(",")) {
            // The parameter takes the place of its good value.
            StringBuilder others = new StringBuilder();
            for (String one : path.substring(path.indexOf('?') + 1).split("&")) {
                if (!one.isEmpty() && !one.startsWith(name + "=")) {
                    others.append(one).append('&');
                }
            }
            for (String value : STRANGE) {
                String body = method.equals("PUT") ? "" : null;
                int status = send(method, base + others + name + "=" + encode(value), null, body);
                refused += status >= 400 ? 1 : 0;
            }
        }
        assertTrue(refused > 20, "refused: " + refused);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/data/*",
                "/api/data/*/quality",
                "/api/data/*/repairs",
                "/api/data/*/repairs/applied",
                "/api/rolls/*",
                "/api/rolls/*?series=v",
                "/api/contracts/*/chain",
                "/api/data/MES-SYNTH.*?limit=3",
                "/api/data/MES-SYNTH.v.*?limit=3",
                "/api/data/MES-SYNTH.v.0@*?limit=3",
                "/api/data/*.v.0?limit=3",
            })
    void strangeNames(String path) throws Exception {
        for (String value : STRANGE) {
            // The client itself takes a blank or a pair of dots out of a path.
            send("GET", path.replace("*", encode(value)), null, null);
        }
        send("GET", path.replace("*", "%FF%FE"), null, null);
    }

    private static final String GOOD_ROLLS = """
            {"rolls": [{"time": "2024-03-10T22:00:00Z", "from": "MESH24-SYNTH", "to": "MESM24-SYNTH",
                        "old_price": 4800.25, "new_price": 4853.5}]}""";

    private static final String GOOD_REPAIRS = "{\"apply\": [\"5d0c\"], \"kinds\": [\"spikes\"]}";
    private static final String GOOD_UNDO = "{\"ids\": [1, 2], \"all\": false}";

    @Test
    void strangeBodies() throws Exception {
        Random random = new Random(4);
        Map<String, String> targets = Map.of(
                "PUT /api/rolls/MES-SYNTH?series=c",
                GOOD_ROLLS,
                "POST /api/data/MESH24-SYNTH/repairs?start_date=2024-01-02&end_date=2024-01-03",
                GOOD_REPAIRS,
                "POST /api/data/MESH24-SYNTH/repairs/undo",
                GOOD_UNDO);
        for (Map.Entry<String, String> target : targets.entrySet()) {
            String[] call = target.getKey().split(" ");
            int refused = 0;
            for (int round = 0; round < 150; round++) {
                String body = StrangeJson.of(target.getValue(), random);
                refused += send(call[0], call[1], "application/json", body) >= 400 ? 1 : 0;
            }
            assertTrue(refused > 50, target.getKey() + ": " + refused);
        }
    }

    /** Prices of any size that a calendar takes are no trouble for the series behind it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "99999999999999999",
                "-99999999999999999",
                "100000000000",
                "9000000000",
                "1e17",
                "0",
                "-4800.25",
                "0.25",
                "4800.2500000000000000",
                "1e-17"
            })
    void pricesOfAnySize(String price) throws Exception {
        String csv = """
                2024-03-10T22:00:00Z,MESH24-SYNTH,MESM24-SYNTH,4800.25,4853.5
                2024-06-16T22:00:00Z,MESM24-SYNTH,MESU24-SYNTH,%s,4953.5
                """;
        for (String file :
                List.of(csv.formatted(price), csv.replace("4953.5", price).replace("%s", "4900.25"))) {
            send("PUT", "/api/rolls/MES-SYNTH?series=c", "text/csv", file);
            seriesBehind();
        }
    }

    private static void seriesBehind() throws Exception {
        for (String path : List.of(
                "?limit=2",
                "@diff?order=asc&limit=2",
                "@diff/quality?start_date=2024-03-01&end_date=2024-03-12",
                "@ratio?limit=2&timeframe=1d")) {
            send("GET", "/api/data/MES-SYNTH.c.0" + path, null, null);
        }
        send("GET", "/api/data/MES-SYNTH.c.0@diff?start_date=2024-03-05&end_date=2024-03-05&limit=2", null, null);
        send("GET", "/api/data/MES-SYNTH.c.0@ratio?start_date=2024-03-05&end_date=2024-03-05&limit=2", null, null);
        send("GET", "/api/rolls/MES-SYNTH?series=c", null, null);
    }

    @Test
    void strangeFilesOfRolls() throws Exception {
        Random random = new Random(5);
        String good = """
                time,from,to,old_price,new_price
                2024-03-10T22:00:00Z,MESH24-SYNTH,MESM24-SYNTH,4800.25,4853.5
                2024-06-16T22:00:00Z,MESM24-SYNTH,MESU24-SYNTH,4900.25,4953.5
                """;
        assertEquals(200, send("PUT", "/api/rolls/MES-SYNTH?series=c", "text/csv", good));
        String signs = ",;\"\n\r\t\u0000-+eE.:Z0é\ud83d\udca5\ufeff ";
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            StringBuilder csv = new StringBuilder(good);
            for (int n = random.nextInt(4); n >= 0; n--) {
                int at = random.nextInt(csv.length());
                switch (random.nextInt(4)) {
                    case 0 -> csv.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                    case 1 -> csv.insert(at, STRANGE.get(random.nextInt(STRANGE.size())));
                    case 2 -> csv.delete(at, Math.min(csv.length(), at + 1 + random.nextInt(30)));
                    default -> csv.insert(at, csv.substring(random.nextInt(at + 1), at));
                }
            }
            int status = send("PUT", "/api/rolls/MES-SYNTH?series=c", "text/csv", csv.toString());
            refused += status >= 400 ? 1 : 0;
            if (status == 200) {
                seriesBehind();
            }
        }
        assertTrue(refused > 100, "refused: " + refused);
    }
}
