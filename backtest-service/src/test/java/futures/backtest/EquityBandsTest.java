package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.analytics.inference.BlockLength;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bands of equity over HTTP, against paths that are drawn as slowly as they are described. */
class EquityBandsTest {
    private static final List<BigDecimal> YEAR = days(252, 1);

    @TempDir
    Path home;

    private RunningBacktests backtests;

    /** Profits of days that go on from those before, in cents. */
    private static List<BigDecimal> days(int count, long seed) {
        Random random = new Random(seed);
        List<BigDecimal> days = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < count; i++) {
            before = 0.4 * before + 30 + 400 * random.nextGaussian();
            days.add(BigDecimal.valueOf(Math.round(before * 100), 2));
        }
        return days;
    }

    @BeforeEach
    void start() throws Exception {
        Map<String, List<BigDecimal>> results = new LinkedHashMap<>();
        results.put("year", YEAR);
        results.put("constant", Collections.nCopies(30, new BigDecimal("0.1")));
        results.put("flat", Collections.nCopies(20, BigDecimal.ZERO));
        results.put("short", days(19, 2));
        results.put("none", List.of());
        StoredDays.write(home, results);
        backtests = new RunningBacktests(home);
    }

    @AfterEach
    void stop() {
        backtests.close();
    }

    private JsonNode bands(String id, String query) {
        var reply = backtests.calls.get("/api/backtests/" + id + "/bands" + query);
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    @Test
    void everyFigureIsThatOfTheNaivePaths() {
        JsonNode bands = bands("year", "?paths=300&seed=42&points=40");
        double block = bands.get("block_days").asDouble();
        assertEquals(
                BlockLength.automatic(
                        YEAR.stream().mapToDouble(BigDecimal::doubleValue).toArray()),
                block,
                1e-9);
        assertTrue(block > 2, "days that hang together are drawn together");
        NaiveBands naive = new NaiveBands(YEAR, StoredDays.CASH, block, 300, 42);
        JsonNode figures = bands.get("figures");
        range(naive.net, figures.get("net_profit"));
        range(naive.drawdown, figures.get("max_drawdown"));
        range(naive.drawdownFraction, figures.get("max_drawdown_fraction"));
        range(naive.sharpe, figures.get("sharpe"));
        range(naive.profitFactor, figures.get("profit_factor"));
        assertEquals(
                naive.net.stream().filter(net -> net < 0).count() / 300.0,
                bands.get("loss_share").asDouble(),
                1e-12);
        assertEquals(252, bands.get("days").asInt());
        assertEquals(100_000, bands.get("initial_cash").asDouble());
        assertEquals(300, bands.get("paths").asInt());
        assertEquals(42, bands.get("seed").asInt());
        JsonNode daily = backtests.calls.get("/api/backtests/year/daily").json();
        assertEquals(40, bands.get("points").size());
        int day = -1;
        for (JsonNode point : bands.get("points")) {
            do {
                day++;
            } while (!daily.get(day).get("day").equals(point.get("day")));
            assertEquals(
                    daily.get(day).get("equity").asDouble(), point.get("equity").asDouble());
            List<Double> equity = naive.equityAt(day);
            for (int share : new int[] {5, 25, 50, 75, 95}) {
                assertEquals(
                        NaiveBands.percentile(equity, share / 100.0),
                        point.get("p" + share).asDouble(),
                        1e-6);
            }
        }
        assertEquals(251, day, "the last day is kept");
    }

    private static void range(List<Double> naive, JsonNode range) {
        assertEquals(NaiveBands.percentile(naive, 0.05), range.get("low").asDouble(), 1e-6);
        assertEquals(NaiveBands.percentile(naive, 0.5), range.get("median").asDouble(), 1e-6);
        assertEquals(NaiveBands.percentile(naive, 0.95), range.get("high").asDouble(), 1e-6);
        assertTrue(range.get("reason").isNull());
    }

    @Test
    void theRunItselfStandsBesideThePaths() {
        JsonNode figures = bands("year", "").get("figures");
        BigDecimal net = YEAR.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, net.compareTo(figures.at("/net_profit/observed").decimalValue()));
        double won =
                YEAR.stream().mapToDouble(day -> Math.max(0, day.doubleValue())).sum();
        double lost = YEAR.stream()
                .mapToDouble(day -> Math.max(0, -day.doubleValue()))
                .sum();
        assertEquals(won / lost, figures.at("/profit_factor/observed").asDouble(), 1e-9);
        for (JsonNode range : figures) {
            assertTrue(range.get("observed").isNumber());
            assertTrue(range.get("low").asDouble() < range.get("median").asDouble());
            assertTrue(range.get("median").asDouble() < range.get("high").asDouble());
        }
    }

    @Test
    void theSeedDecides() {
        assertEquals(bands("year", ""), bands("year", "?paths=1000&seed=0&points=250"));
        assertNotEquals(
                bands("year", "?seed=1").get("points"), bands("year", "?seed=2").get("points"));
        assertEquals(250, bands("year", "").get("points").size());
        assertEquals(252, bands("year", "?points=500").get("points").size());
        assertEquals(2, bands("year", "?points=2").get("points").size());
    }

    @Test
    void daysThatAreAllTheSameHaveBandsWithoutWidth() {
        JsonNode bands = bands("constant", "?paths=100");
        assertEquals(1, bands.get("block_days").asDouble());
        assertEquals(30, bands.get("points").size());
        for (JsonNode point : bands.get("points")) {
            for (String name : List.of("p5", "p25", "p50", "p75", "p95")) {
                assertEquals(point.get("equity").asDouble(), point.get(name).asDouble());
            }
        }
        JsonNode net = bands.at("/figures/net_profit");
        assertEquals(3, net.get("low").asDouble());
        assertEquals(3, net.get("high").asDouble());
        assertEquals(0, bands.get("loss_share").asDouble());
        assertEquals(0, bands.at("/figures/max_drawdown/low").asDouble());
        JsonNode sharpe = bands.at("/figures/sharpe");
        assertTrue(sharpe.get("observed").isNull() && sharpe.get("median").isNull());
        assertEquals("it is undefined in all paths", sharpe.get("reason").asText());
        assertEquals(
                "no day lost in so many of the paths",
                bands.at("/figures/profit_factor/reason").asText());
    }

    @Test
    void aRunWithoutAnyTradeIsDefinedToo() {
        JsonNode bands = bands("flat", "");
        assertEquals(0, bands.get("loss_share").asDouble());
        assertEquals(100_000, bands.at("/points/19/p5").asDouble());
        assertEquals(
                "it is undefined in all paths",
                bands.at("/figures/profit_factor/reason").asText());
    }

    @Test
    void tooFewDaysAreRefused() {
        assertProblem(422, "19 trading days; paths are drawn from at least 20", reply("short", ""));
        assertProblem(422, "0 trading days", reply("none", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "paths=99, must be a whole number from 100 to 10000",
        "paths=10001, from 100 to 10000",
        "seed=-1, must be a whole number from 0",
        "points=1, must be a whole number from 2 to 500",
        "points=501, from 2 to 500"
    })
    void boundsAreNamed(String query, String says) {
        assertProblem(400, says, reply("year", "?" + query));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertProblem(404, "There is no backtest 'other'", reply("other", ""));
    }

    private futures.kit.Calls.Reply reply(String id, String query) {
        return backtests.calls.get("/api/backtests/" + id + "/bands" + query);
    }

    /** A real run, whose four trading days are too few, and the page of the interface. */
    @Test
    void aRunOfFewDaysAndThePage() {
        JsonNode done = backtests.done("{\"strategy_name\": \"SimpleMAStrategy\", \"symbol\": \"ES\"}");
        assertProblem(422, "4 trading days", reply(done.get("id").asText(), ""));
        JsonNode page = backtests.calls.get("/openapi").json();
        JsonNode route = page.get("paths").get("/api/backtests/{id}/bands").get("get");
        assertEquals(4, route.get("parameters").size());
        assertTrue(page.at("/components/schemas").has("EquityBands"), page.at("/components/schemas")::toString);
    }
}
