package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnReader;
import futures.kit.json.Json;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of a result: rows, equity, interval and findings. */
class ResultPartsTest {
    private static final String ORDER = """
            {"strategy_name": "SimpleMAStrategy", "symbol": "ES", "fill_mode": "%s",
             "parameters": {"exits": "ticks", "stop_ticks": 4, "target_ticks": 4}}""";

    @TempDir
    Path home;

    private RunningBacktests backtests;
    private JsonNode state;

    @BeforeEach
    void run() throws Exception {
        backtests = new RunningBacktests(home);
        state = backtests.done(ORDER.formatted("pessimistic"));
    }

    @AfterEach
    void stop() {
        backtests.close();
    }

    @Test
    void everyFillBelongsToAnOrderAndNamesItsRule() {
        JsonNode orders = backtests.rows(state, "orders");
        JsonNode fills = backtests.rows(state, "fills");
        int ambiguous = 0;
        long contracts = 0;
        for (JsonNode fill : fills) {
            JsonNode order = orders.get(fill.get("order_id").asInt() - 1);
            assertEquals(fill.get("order_id"), order.get("id"));
            assertEquals("filled", order.get("status").asText());
            assertEquals(fill.get("rule_name"), order.get("rule_name"));
            assertEquals(fill.get("rule"), order.get("rule"));
            assertEquals(fill.get("price"), order.get("fill_price"));
            ambiguous += fill.get("ambiguous").asBoolean() ? 1 : 0;
            contracts += fill.get("contracts").asInt();
            assertFalse(fill.has("strategy"));
        }
        assertTrue(ambiguous > 0);
        assertEquals(state.at("/result/costs/contracts").asLong(), contracts);
        JsonNode leg = find(orders, "type", "stop");
        assertEquals("gtc", leg.get("lasting").asText());
        assertTrue(leg.get("limit_price").isNull());
        assertEquals("ES", leg.get("symbol").asText());
    }

    private static JsonNode find(JsonNode rows, String field, String value) {
        for (JsonNode row : rows) {
            if (row.get(field).asText().equals(value)) {
                return row;
            }
        }
        throw new AssertionError("no row with " + field + " " + value);
    }

    @Test
    void csvHasTheSameRows() {
        for (String part : List.of("trades", "orders", "fills", "daily")) {
            JsonNode rows = backtests.rows(state, part);
            String[] lines = backtests.text(state, part + "?format=csv").split("\r\n", -1);
            assertEquals(rows.size() + 2, lines.length, part);
            assertEquals("", lines[lines.length - 1]);
            String[] names = lines[0].split(",");
            assertEquals(names.length, rows.get(0).size());
            for (int i = 0; i < rows.size(); i++) {
                String[] fields = lines[i + 1].split(",", -1);
                for (int k = 0; k < names.length; k++) {
                    JsonNode value = rows.get(i).get(names[k]);
                    assertEquals(value.isNull() ? "" : value.asText(), fields[k], part + " " + names[k]);
                }
            }
        }
    }

    @Test
    void columnsHaveTheSameValues() throws Exception {
        for (String part : List.of("trades", "orders", "fills")) {
            JsonNode rows = backtests.rows(state, part);
            JsonNode answer = Json.mapper().readTree(backtests.text(state, part + "?format=columns"));
            assertEquals(rows.size(), answer.get("rows").asInt(), part);
            JsonNode columns = answer.get("columns");
            assertEquals(rows.get(0).size(), columns.size());
            for (int i = 0; i < rows.size(); i++) {
                for (Iterator<String> names = rows.get(i).fieldNames(); names.hasNext(); ) {
                    String name = names.next();
                    JsonNode column = columns.get(name);
                    assertEquals(rows.get(i).get(name).asText(), value(column, i), part + " " + name);
                }
            }
            assertTrue(columns.path("symbol").has("index"), "one word is written once");
        }
        assertProblem(
                400,
                "gives all rows",
                backtests.calls.get("/api/backtests/" + state.get("id").asText() + "/trades?format=columns&symbol=ES"));
    }

    private static String value(JsonNode column, int row) {
        if (column.has("epoch_ms")) {
            JsonNode time = column.at("/epoch_ms/" + row);
            return time.isNull() ? "null" : Instant.ofEpochMilli(time.asLong()).toString();
        }
        if (column.has("values")) {
            JsonNode word = column.at("/index/" + row);
            return word.isNull() ? "null" : column.at("/values/" + word.asInt()).asText();
        }
        return column.get(row).asText();
    }

    @Test
    void equityHasEveryBarAndDrawdownIsFromItsPeak() {
        JsonNode equity = backtests.rows(state, "equity");
        assertEquals(5_000, equity.get("points").size());
        BigDecimal peak = equity.get("initial_cash").decimalValue();
        BigDecimal deepest = BigDecimal.ZERO;
        for (JsonNode point : equity.get("points")) {
            BigDecimal worth = point.get("equity").decimalValue();
            peak = peak.max(worth);
            BigDecimal fall = worth.subtract(peak);
            assertEquals(0, fall.compareTo(point.get("drawdown").decimalValue()));
            deepest = deepest.min(fall);
        }
        assertEquals(
                0,
                deepest.compareTo(state.at("/result/performance/max_drawdown").decimalValue()));
        JsonNode last = equity.get("points").get(4_999);
        assertEquals(state.at("/result/performance/final_equity"), last.get("equity"));
        assertEquals(state.at("/result/backtest_period/end"), last.get("time"));
        String[] lines = backtests.text(state, "equity?format=csv").split("\r\n");
        assertEquals("time,equity,drawdown", lines[0]);
        assertEquals(5_001, lines.length);
        assertTrue(lines[5_000].startsWith(last.get("time").asText() + ","));
    }

    @Test
    void equityAsColumnsIsThatOfTheRows() throws Exception {
        JsonNode points = backtests.rows(state, "equity").get("points");
        String path = "/api/backtests/" + state.get("id").asText() + "/equity?format=arrow";
        try (InputStream in = backtests.service.uri().resolve(path).toURL().openStream()) {
            ColumnReader reader = new ColumnReader(in);
            ColumnBatch columns = reader.readAll();
            assertEquals("5000", reader.metadata().get("bars"));
            assertEquals("100000.00", reader.metadata().get("initial_cash"));
            assertEquals(5_000, columns.rows());
            for (int i = 0; i < 5_000; i++) {
                JsonNode point = points.get(i);
                assertEquals(
                        point.get("time").asText(),
                        Instant.ofEpochMilli(columns.longs("time")[i]).toString());
                assertEquals(point.get("equity").asDouble(), columns.doubles("equity")[i], 0.005);
                assertEquals(point.get("drawdown").asDouble(), columns.doubles("drawdown")[i], 0.005);
            }
        }
    }

    @Test
    void fewerPointsKeepLowestHighestAndLastOfEachStretch() {
        List<JsonNode> all = new ArrayList<>();
        backtests.rows(state, "equity").get("points").forEach(all::add);
        JsonNode thin = backtests.rows(state, "equity?points=300");
        assertEquals(5_000, thin.get("bars").asInt());
        assertTrue(thin.get("points").size() <= 300);
        List<String> expected = new ArrayList<>();
        for (int from = 0; from < all.size(); from += 50) {
            List<JsonNode> stretch = all.subList(from, from + 50);
            JsonNode lowest = stretch.get(0);
            JsonNode highest = stretch.get(0);
            for (JsonNode point : stretch) {
                lowest = worth(point).compareTo(worth(lowest)) < 0 ? point : lowest;
                highest = worth(point).compareTo(worth(highest)) > 0 ? point : highest;
            }
            for (JsonNode point : stretch) {
                if (point.equals(lowest) || point.equals(highest) || point.equals(stretch.get(49))) {
                    expected.add(point.toString());
                }
            }
        }
        List<String> found = new ArrayList<>();
        thin.get("points").forEach(point -> found.add(point.toString()));
        assertEquals(expected, found);
    }

    private static BigDecimal worth(JsonNode point) {
        return point.get("equity").decimalValue();
    }

    @Test
    void theIntervalIsWhatTheOtherModesGive() {
        JsonNode interval = state.at("/result/interval");
        JsonNode optimistic = backtests.done(ORDER.formatted("optimistic"));
        assertTrue(interval.get("ambiguous_bars").asInt() > 0);
        assertEquals(profit(state), interval.get("pessimistic").decimalValue());
        assertEquals(profit(optimistic), interval.get("optimistic").decimalValue());
        assertEquals(interval.get("pessimistic"), optimistic.at("/result/interval/pessimistic"));
        assertTrue(profit(optimistic).compareTo(profit(state)) > 0);
        String finding =
                find(state.at("/result/findings"), "key", "ambiguous_trades").toString();
        assertTrue(finding.contains("remedy"), finding);
    }

    private static BigDecimal profit(JsonNode done) {
        JsonNode performance = done.at("/result/performance");
        return performance
                .get("final_equity")
                .decimalValue()
                .subtract(performance.get("initial_cash").decimalValue());
    }

    @Test
    void rowsOfAnotherMarketOrStrategyAreNotThere() {
        assertEquals(0, backtests.rows(state, "trades?symbol=NQ").size());
        String href = "/api/backtests/" + state.get("id").asText();
        assertProblem(400, "of a joint run", backtests.calls.get(href + "/trades?strategy=Fast"));
        assertProblem(400, "'points'", backtests.calls.get(href + "/equity?points=2"));
        assertProblem(400, "one of json, csv", backtests.calls.get(href + "/fills?format=xml"));
    }
}
