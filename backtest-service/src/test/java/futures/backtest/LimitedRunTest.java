package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.Service;
import futures.kit.config.Settings;
import futures.kit.http.Param;
import futures.kit.http.Routes;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Runs on an account with risk limits, over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
class LimitedRunTest {
    private static final String ORDER = "{\"strategy_name\":\"SimpleMAStrategy\",\"symbol\":\"ES\"%s}";

    private RunningBacktests backtests;
    private RunningService risk;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        int port = RedisForTests.freePort();
        backtests = new RunningBacktests(home, "ports.risk=" + port);
        Settings settings =
                Settings.load(home, Map.of(), List.of("ports.risk=" + port, "ports.redis=" + RedisForTests.freePort()));
        risk = RunningService.start("risk", settings, Clock.systemUTC(), context -> new Limits());
    }

    @AfterAll
    void stop() {
        risk.close();
        backtests.close();
    }

    /** A risk service as far as this one asks it. */
    private static final class Limits implements Service {
        @Override
        public void routes(Routes routes) {
            routes.get("/api/risk/limits/run")
                    .query("portfolio_id", Param.text(), "")
                    .query("strategy_name", Param.text(), "")
                    .query("symbol", Param.text(), "")
                    .handle(request -> {
                        String asked = request.text("portfolio_id") + " " + request.text("strategy_name") + " "
                                + request.text("symbol");
                        return Map.of(
                                "revision",
                                4,
                                "limits",
                                asked.equals("3 SimpleMAStrategy ES") ? Map.of("max_contracts", 0) : Map.of(),
                                "left_out",
                                List.of());
                    });
        }

        @Override
        public void close() {}
    }

    @Test
    void ordersThatPassALimitAreRefusedWithItsName() {
        JsonNode free = backtests.done(ORDER.formatted(""));
        JsonNode limited = backtests.done(ORDER.formatted(",\"risk_limits\":{\"drawdown\":300,\"max_contracts\":5}"));
        assertFalse(free.get("order").has("risk_limits"));
        assertFalse(free.at("/result/manifest").has("limits"));
        assertEquals(300, limited.at("/order/risk_limits/drawdown").asInt());
        assertEquals(
                300, limited.at("/result/configuration/risk_limits/drawdown").asInt());
        assertEquals("DRAWDOWN", limited.at("/result/manifest/limits/1/kind").asText());

        JsonNode refused = backtests.rows(limited, "orders?status=rejected");
        assertTrue(refused.size() > 0, limited::toString);
        for (JsonNode order : refused) {
            assertTrue(order.get("reason").asText().startsWith("risk limit drawdown: "), order::toString);
        }
        JsonNode finding = null;
        for (JsonNode one : limited.at("/result/findings")) {
            finding = one.get("key").asText().equals("refused_orders") ? one : finding;
        }
        assertTrue(finding.get("text").asText().contains(refused.size() + " by risk limits"), finding::toString);
        assertTrue(limited.at("/result/performance/max_drawdown")
                        .decimalValue()
                        .compareTo(free.at("/result/performance/max_drawdown").decimalValue())
                >= 0);
    }

    @Test
    void limitsThatNothingReachesLeaveTheHashAsItIs() {
        assertEquals(
                backtests.done(ORDER.formatted("")).at("/result/result_hash"),
                backtests
                        .done(ORDER.formatted(",\"risk_limits\":{\"daily_loss\":900000,\"margin_use_pct\":100000}"))
                        .at("/result/result_hash"));
    }

    @Test
    void limitsOfAPortfolioAreThoseOfTheRiskServiceWhenItWasOrdered() {
        JsonNode none = backtests.done(ORDER.formatted(",\"limits_of\":\"portfolio 3\""));
        assertEquals(0, none.at("/result/performance/total_trades").asInt());
        assertEquals("portfolio 3", none.at("/order/limits_of").asText());
        assertEquals(
                BigDecimal.ZERO, none.at("/order/risk_limits/max_contracts").decimalValue());
        assertEquals(
                "risk limit position would be 1 contracts, the limit is 0 contracts",
                backtests.rows(none, "orders").get(0).get("reason").asText());
        assertTrue(backtests
                        .done(ORDER.formatted(",\"limits_of\":\"all\""))
                        .at("/result/performance/total_trades")
                        .asInt()
                > 0);
    }

    @Test
    void limitsThatCannotBeMeantAreRefused() {
        assertProblem(
                422, "portfolio N", backtests.calls.post("/api/backtests", ORDER.formatted(",\"limits_of\":\"p\"")));
        assertProblem(
                422,
                "risk_limits.daily_loss",
                backtests.calls.post("/api/backtests", ORDER.formatted(",\"risk_limits\":{\"daily_loss\":0}")));
        assertProblem(
                422,
                "check_margin",
                backtests.calls.post(
                        "/api/backtests",
                        ORDER.formatted(",\"check_margin\":false,\"risk_limits\":{\"margin_use_pct\":10}")));
        assertProblem(
                400,
                "daily_loss",
                backtests.calls.post("/api/backtests", ORDER.formatted(",\"risk_limits\":{\"daily_los\":1}")));
    }
}
