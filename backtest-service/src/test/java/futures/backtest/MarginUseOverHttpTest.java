package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bound margin over HTTP, against sums over the fills and the margins by date that stand in the manifest. */
class MarginUseOverHttpTest {
    private static final String ORDER = "{\"strategy_name\":\"SimpleMAStrategy\",\"symbol\":\"ES\"%s}";
    /** Trading day 4 January begins when the third ends, 16:00 in Chicago. */
    private static final Instant FOURTH = Instant.parse("2024-01-03T22:00:00Z");

    @TempDir
    Path home;

    private RunningBacktests backtests;

    @BeforeEach
    void start() throws Exception {
        backtests = new RunningBacktests(home);
        backtests.data.money(
                "ES",
                "\"margins\":[{\"from\":\"2023-12-01\",\"initial\":5000},{\"from\":\"2024-01-04\",\"initial\":12500.50}]");
    }

    @AfterEach
    void stop() {
        backtests.close();
    }

    @Test
    void everyBarHasTheMarginOfItsPosition() {
        JsonNode state = backtests.done(ORDER.formatted(""));
        JsonNode use = backtests.rows(state, "margin?points=10000");
        JsonNode equity = backtests.rows(state, "equity").get("points");
        JsonNode fills = backtests.rows(state, "fills");
        assertEquals(5_000, use.get("bars").asInt());
        assertEquals(5_000, use.get("points").size());
        int held = 0;
        int next = 0;
        int bound = 0;
        int late = 0;
        BigDecimal highest = BigDecimal.ZERO;
        for (int i = 0; i < 5_000; i++) {
            JsonNode point = use.get("points").get(i);
            Instant close = Instant.parse(point.get("time").asText());
            Instant open = close.minus(Duration.ofMinutes(1));
            while (next < fills.size()
                    && !Instant.parse(fills.get(next).get("time").asText()).isAfter(open)) {
                JsonNode fill = fills.get(next++);
                held += (fill.get("side").asText().equals("LONG") ? 1 : -1)
                        * fill.get("contracts").asInt();
            }
            BigDecimal each = new BigDecimal(open.isBefore(FOURTH) ? "5000" : "12500.50");
            BigDecimal margin = each.multiply(new BigDecimal(Math.abs(held)));
            assertEquals(0, margin.compareTo(point.get("margin").decimalValue()), point::toString);
            assertEquals(equity.get(i).get("time"), point.get("time"));
            assertEquals(equity.get(i).get("equity"), point.get("equity"));
            BigDecimal share = margin.divide(point.get("equity").decimalValue(), 6, RoundingMode.HALF_EVEN);
            assertEquals(0, share.compareTo(point.get("share").decimalValue()), point::toString);
            bound += held == 0 ? 0 : 1;
            late += held == 0 || open.isBefore(FOURTH) ? 0 : 1;
            highest = highest.max(share);
        }
        assertTrue(late > 100 && bound > late + 100, bound + " bars with a position, " + late + " of them late");
        assertEquals(0, highest.compareTo(use.at("/peak/share").decimalValue()));
    }

    /** Thinned out it keeps the highest share and the last bar of each stretch, and the peak stays that of all bars. */
    @Test
    void fewerPointsKeepTheHighestShares() {
        JsonNode state = backtests.done(ORDER.formatted(""));
        List<JsonNode> all = new ArrayList<>();
        backtests.rows(state, "margin?points=10000").get("points").forEach(all::add);
        JsonNode thin = backtests.rows(state, "margin?points=100");
        List<Double> expected = new ArrayList<>();
        for (int from = 0; from < 5_000; from += 100) {
            expected.add(all.subList(from, from + 100).stream()
                    .mapToDouble(point -> point.get("share").asDouble())
                    .max()
                    .orElseThrow());
        }
        List<JsonNode> points = new ArrayList<>();
        thin.get("points").forEach(points::add);
        assertTrue(points.size() <= 100, "points: " + points.size());
        assertTrue(all.containsAll(points), "no point is made up");
        for (int stretch = 0; stretch < 50; stretch++) {
            Instant until =
                    Instant.parse(all.get(stretch * 100 + 99).get("time").asText());
            Instant from = Instant.parse(all.get(stretch * 100).get("time").asText());
            double highest = points.stream()
                    .filter(point -> !time(point).isBefore(from) && !time(point).isAfter(until))
                    .mapToDouble(point -> point.get("share").asDouble())
                    .max()
                    .orElseThrow();
            assertEquals(expected.get(stretch), highest);
            assertTrue(points.contains(all.get(stretch * 100 + 99)), "the last bar of the stretch");
        }
        assertEquals(backtests.rows(state, "margin?points=10000").get("peak"), thin.get("peak"));
        int standard = backtests.rows(state, "margin").get("points").size();
        assertTrue(standard > 700 && standard <= 1_500, "points: " + standard);
    }

    private static Instant time(JsonNode point) {
        return Instant.parse(point.get("time").asText());
    }

    /** The account that has just what was bound at the first entry trades; with a cent less the entry is refused with that figure. */
    @Test
    void isWhatTheCheckAsksFor() {
        String costless = ",\"commission\":0,\"fees\":0,\"slippage_ticks\":0,\"initial_cash\":";
        JsonNode enough = backtests.done(ORDER.formatted(costless + "5000"));
        JsonNode first = backtests.rows(enough, "margin").get("peak");
        assertTrue(first.get("margin").asDouble() > 0);
        JsonNode less = backtests.done(ORDER.formatted(costless + "4999.99"));
        assertEquals(
                "1 contracts need an initial margin of 5000.00, equity is 4999.99",
                backtests.rows(less, "orders").get(0).get("reason").asText());
        assertTrue(backtests.rows(less, "margin").get("peak").isNull(), "nothing was ever held");
    }

    @Test
    void boundsAndAbsence() {
        JsonNode state = backtests.done(ORDER.formatted(""));
        String href = "/api/backtests/" + state.get("id").asText();
        assertProblem(400, "from 2 to 10000", backtests.calls.get(href + "/margin?points=1"));
        assertProblem(404, "There is no backtest", backtests.calls.get("/api/backtests/other/margin"));
    }
}
