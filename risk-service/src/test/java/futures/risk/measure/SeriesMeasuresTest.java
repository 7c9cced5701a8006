package futures.risk.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tails, inference, ruin and the single figures of a series in the body, over HTTP. */
class SeriesMeasuresTest {
    private static final String TWELVE = "[-0.01,0.02,0.0,0.015,-0.03,0.01,0.0,-0.005,0.025,-0.02,0.005,0.01]";
    private static final String EIGHT =
            "{'trades':[{'net':150},{'net':-100},{'net':220},{'net':-180},{'net':90},{'net':-60},"
                    + "{'net':-130},{'net':310}],'initial_capital':1000";

    @TempDir
    static Path home;

    private static RiskFixture fixture;

    @BeforeAll
    static void start() throws Exception {
        fixture = new RiskFixture(home, Map.of());
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    private static String random(int count) {
        Random random = new Random(8);
        return random.doubles(count)
                .mapToObj(u -> String.valueOf(Math.round((u - 0.49) * 40_000) / 1e6))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static JsonNode row(JsonNode rows, String method, double level, int horizon) {
        for (JsonNode row : rows) {
            if (row.get("method").asText().equals(method)
                    && row.get("level").asDouble() == level
                    && (horizon == 0 || row.get("horizon").asInt() == horizon)) {
                return row;
            }
        }
        throw new AssertionError(method + " at " + level);
    }

    @Test
    void valueAtRiskByEveryMethod() {
        JsonNode small = fixture.ask("/api/risk/var", "{'returns':" + TWELVE + ",'value':1000}");
        JsonNode historical = row(small.get("rows"), "historical", 0.05, 1);
        assertEquals(0.0245, historical.get("value_at_risk").asDouble(), 1e-9);
        assertEquals(24.5, historical.get("value_at_risk_money").asDouble(), 1e-6);
        assertEquals(0.03, historical.get("expected_shortfall").asDouble(), 1e-9);
        assertEquals(
                0.024886695104874058,
                row(small.get("rows"), "normal", 0.05, 1).get("value_at_risk").asDouble(),
                1e-9);
        JsonNode garch = row(small.get("rows"), "garch_filtered", 0.01, 10);
        assertTrue(garch.get("value_at_risk").isNull());
        assertEquals("it needs 100 returns, there are 12", garch.get("reason").asText());
        assertTrue(small.get("garch").isNull());
        assertEquals(9 * 4, small.get("rows").size());
        JsonNode many = fixture.ask("/api/risk/var", "{'returns':" + random(400) + ",'paths':1000}");
        many.get("rows").forEach(one -> assertTrue(one.get("value_at_risk").asDouble() > 0, one.toString()));
        assertTrue(many.at("/garch/persistence").asDouble() < 1);
        assertTrue(many.at("/student/degrees_of_freedom").asDouble() > 0);
        JsonNode flat = fixture.ask("/api/risk/var", "{'equity':[100,100,100]}");
        assertEquals(
                0,
                row(flat.get("rows"), "historical", 0.05, 1)
                        .get("value_at_risk")
                        .asDouble());
        assertEquals(
                "returns do not vary",
                row(flat.get("rows"), "normal", 0.05, 1).get("reason").asText());
    }

    @Test
    void forecastsAreTested() {
        JsonNode answer = fixture.ask(
                "/api/risk/var/backtest?forecasts=true",
                "{'returns':" + random(400) + ",'window':150,'levels':[0.05],'refit':100}");
        assertEquals(9, answer.get("rows").size());
        JsonNode row = row(answer.get("rows"), "historical", 0.05, 0);
        assertEquals(250, row.get("periods").asInt());
        assertEquals(12.5, row.get("expected").asDouble());
        assertEquals(250, row.get("value_at_risk").size());
        assertTrue(row.at("/proportion/p_value").asDouble() > 0.01, row.toString());
        assertEquals(
                row.at("/proportion/ratio").asDouble()
                        + row.at("/independence/ratio").asDouble(),
                row.at("/conditional/ratio").asDouble(),
                1e-9);
        assertFalse(row.get("traffic_light").isNull());
    }

    @Test
    void inferenceNamesItsVersions() {
        JsonNode answer = fixture.ask(
                "/api/risk/inference",
                "{'returns':" + TWELVE + ",'trials':100,'trials_variance':0.5,'paths':2000,'mean_block':1}");
        assertEquals(0.6306454170591091, answer.at("/psr/2012/value").asDouble(), 1e-9);
        assertEquals(0.639693947698295, answer.at("/psr/2025/value").asDouble(), 1e-9);
        assertEquals(1.638916261322679, answer.at("/sharpe/value").asDouble(), 1e-9);
        assertEquals(4.913360033230018, answer.at("/standard_error/value").asDouble(), 1e-9);
        assertEquals(1.7894064662732079, answer.at("/deflated/expected_best").asDouble(), 1e-9);
        assertTrue(answer.at("/deflated/probability/value").asDouble() < 0.63);
        JsonNode sharpe = answer.at("/intervals/sharpe");
        assertTrue(sharpe.get("low").asDouble() < 1.6 && sharpe.get("high").asDouble() > 1.7, sharpe.toString());
        assertEquals(2000, sharpe.get("paths").asInt());
        JsonNode flat = fixture.ask("/api/risk/inference", "{'returns':[0,0,0]}");
        assertEquals("returns do not vary", flat.at("/psr/2012/reason").asText());
        assertTrue(flat.at("/intervals/sharpe/low").isNull());
    }

    @Test
    void ruinExactAndDrawn() {
        JsonNode answer = fixture.ask(
                "/api/risk/ruin",
                "{'outcomes':[{'result':200,'probability':0.4},{'result':-100,'probability':0.6}],'initial_capital':1000,"
                        + "'steps':200,'paths':20000}");
        assertEquals(0.13893327282784637, answer.at("/exact/probability").asDouble(), 1e-9);
        double drawn = answer.at("/simulated/ruin").asDouble();
        assertEquals(
                0.13893327282784637,
                drawn,
                4 * answer.at("/simulated/ruin_error").asDouble());
        assertEquals(0.14234497508807453, answer.at("/formulas/ever").asDouble(), 1e-9);
        assertEquals(100, answer.at("/exact/by_step").size());
        JsonNode shuffled = fixture.ask("/api/risk/ruin", EIGHT + ",'draw':'shuffle','paths':20000,'floor':750}");
        assertEquals(280, shuffled.at("/simulated/observed_drawdown").asDouble());
        assertEquals(300, shuffled.at("/simulated/profit/percentiles/p0").asDouble());
        assertEquals(
                0.49047619047619045, shuffled.at("/simulated/observed_share").asDouble(), 0.015);
        assertEquals(296.107, shuffled.at("/simulated/drawdown/mean").asDouble(), 2.5);
        assertEquals(shuffled, fixture.ask("/api/risk/ruin", EIGHT + ",'draw':'shuffle','paths':20000,'floor':750}"));
        JsonNode blocks =
                fixture.ask("/api/risk/ruin", "{'returns':" + TWELVE + ",'draw':'blocks','steps':50,'paths':500}");
        assertTrue(blocks.get("mean_block").asDouble() >= 1);
        assertEquals(50, blocks.get("steps").asInt());
    }

    @Test
    void sharpeAndDrawdownByThemselves() {
        JsonNode sharpe = fixture.ask("/api/risk/sharpe-ratio", "{'returns':" + TWELVE + "}");
        assertEquals(1.638916261322679, sharpe.at("/on_equity/sharpe/value").asDouble(), 1e-9);
        JsonNode drawdown = fixture.ask(
                "/api/risk/drawdown?explain=true",
                "{'equity':[100,90,101,80,90],'dates':['2024-01-02','2024-01-03','2024-01-04','2024-01-05']}");
        assertEquals(2, drawdown.at("/figures/drawdowns/value").asInt());
        assertEquals("fraction", drawdown.at("/figures/max_drawdown_pct/unit").asText());
        JsonNode deepest = drawdown.at("/episodes/0");
        assertEquals(-21, deepest.get("depth").asDouble(), 1e-12);
        assertEquals("2024-01-03", deepest.get("from_date").asText());
        assertEquals("2024-01-04", deepest.get("trough_date").asText());
        assertFalse(deepest.get("recovered").asBoolean());
        JsonNode first = drawdown.at("/episodes/1");
        assertTrue(first.get("from_date").isNull() && first.get("recovered").asBoolean());
        assertEquals(2, first.get("to").asInt());
    }

    @Test
    void whatIsWrongIsNamed() {
        String returns = "{'returns':" + TWELVE;
        fixture.refused(400, "methods", "/api/risk/var", returns + ",'methods':['garch']}");
        fixture.refused(400, "levels", "/api/risk/var", returns + ",'levels':[0.95]}");
        fixture.refused(400, "horizons", "/api/risk/var", returns + ",'horizons':[0]}");
        fixture.refused(400, "paths", "/api/risk/var", returns + ",'paths':100000,'horizons':[250]}");
        fixture.refused(422, "returns", "/api/risk/var", "{'returns':[]}");
        fixture.refused(422, "trades", "/api/risk/var", "{'trades':[{'net':5}]}");
        fixture.refused(422, "returns", "/api/risk/var/backtest", returns + "}");
        fixture.refused(400, "trials_variance", "/api/risk/inference", returns + ",'trials':5}");
        fixture.refused(400, "trials", "/api/risk/inference", returns + ",'trials_variance':5}");
        fixture.refused(400, "confidence", "/api/risk/inference", returns + ",'confidence':95}");
        fixture.refused(400, "floor", "/api/risk/ruin", returns + ",'floor':100000}");
        fixture.refused(400, "draw", "/api/risk/ruin", returns + ",'draw':'shuffle','steps':3}");
        fixture.refused(400, "mean_block", "/api/risk/ruin", returns + ",'mean_block':3}");
        fixture.refused(400, "size", "/api/risk/ruin", returns + ",'size':0}");
        fixture.refused(
                400,
                "outcomes",
                "/api/risk/ruin",
                "{'outcomes':[{'result':1,'probability':0.5},{'result':-1,'probability':0.4}]}");
        fixture.refused(400, "outcomes[1]", "/api/risk/ruin", "{'outcomes':[{'result':1,'probability':0.5},{}]}");
        fixture.refused(400, "benchmark", "/api/risk/drawdown", returns + ",'benchmark':[1]}");
        assertEquals(503, fixture.calls.post("/api/risk/var?portfolio_id=1", "").status());
    }
}
