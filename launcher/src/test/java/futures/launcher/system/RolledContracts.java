package futures.launcher.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a backtest says of its rolls, held to the roll calendar and to the contracts' own bars, as the data service gives them. */
final class RolledContracts {
    private static final BigDecimal COMMISSION = new BigDecimal("0.62");
    private static final BigDecimal FEES = new BigDecimal("0.35");
    private static final BigDecimal TICK = new BigDecimal("0.25");
    private static final BigDecimal POINT_VALUE = new BigDecimal("5");
    /** Always in the market once it has traded, so that it holds across every roll. */
    private static final String ORDER = """
            {"strategy_name": "SimpleMAStrategy", "symbol": "%s", "timeframe": "%s", "commission": 0.62, "fees": 0.35,
             "slippage_ticks": 1, "check_margin": false, "fill_mode": "%s",
             "parameters": {"exits": "none", "fast_period": 10, "slow_period": 60, "contracts": 2}}""";

    private final URI data;
    private final URI backtest;
    private final Map<String, Map<String, BigDecimal>> closes = new TreeMap<>();

    RolledContracts(URI data, URI backtest) {
        this.data = data;
        this.backtest = backtest;
    }

    static String order(String symbol, String timeframe, String fillMode) {
        return ORDER.formatted(symbol, timeframe, fillMode);
    }

    JsonNode run(String symbol, String timeframe, String fillMode) throws IOException {
        String query = "?strategy_name=SimpleMAStrategy&symbol=" + symbol;
        return Http.post(
                backtest.resolve("/api/backtest" + query), "application/json", order(symbol, timeframe, fillMode));
    }

    private Map<String, JsonNode> calendar() throws IOException {
        Map<String, JsonNode> byTime = new TreeMap<>();
        Http.get(data.resolve("/api/rolls/MES-SYNTH?series=v"))
                .at("/calendars/0/rolls")
                .forEach(roll -> byTime.put(roll.get("time").asText(), roll));
        return byTime;
    }

    private JsonNode rows(JsonNode result, String part) throws IOException {
        return Http.get(backtest.resolve("/api/backtests/" + result.get("id").asText() + "/" + part));
    }

    /** Every point of the equity, from the fills and from the closes of the bars as the data service makes them. */
    void checkEquity(JsonNode result, String timeframe) throws IOException {
        JsonNode bars = Http.get(data.resolve("/api/data/MES-SYNTH.v.0?limit=200000&timeframe=" + timeframe))
                .path("data");
        JsonNode equity = rows(result, "equity");
        JsonNode fills = rows(result, "fills");
        assertEquals(bars.size(), equity.path("points").size());
        BigDecimal cash = equity.path("initial_cash").decimalValue();
        int position = 0;
        int fill = 0;
        for (int i = 0; i < bars.size(); i++) {
            String time = bars.get(i).get("timestamp").asText();
            while (fill < fills.size() && fills.get(fill).get("time").asText().compareTo(time) <= 0) {
                JsonNode one = fills.get(fill++);
                int signed =
                        one.get("contracts").asInt() * (one.get("side").asText().equals("LONG") ? 1 : -1);
                position += signed;
                cash = cash.subtract(one.get("price")
                                .decimalValue()
                                .multiply(POINT_VALUE)
                                .multiply(BigDecimal.valueOf(signed)))
                        .subtract(COMMISSION.add(FEES).multiply(BigDecimal.valueOf(Math.abs(signed))));
            }
            JsonNode point = equity.path("points").get(i);
            BigDecimal close = bars.get(i).get("close").decimalValue();
            if (i < bars.size() - 1) {
                assertSame(
                        cash.add(close.multiply(POINT_VALUE).multiply(BigDecimal.valueOf(position))),
                        point.get("equity"));
            }
            if (bars.get(i).has("close_time")) {
                assertEquals(bars.get(i).get("close_time"), point.get("time"));
            }
        }
        assertTrue(fill > 20, fills::toString);
    }

    /** The closes of a stored contract by the open of the bar. */
    private Map<String, BigDecimal> closes(String contract) throws IOException {
        Map<String, BigDecimal> known = closes.get(contract);
        if (known == null) {
            known = new TreeMap<>();
            for (JsonNode bar : Http.get(data.resolve("/api/data/" + contract + "?timeframe=5m&limit=200000"))
                    .path("data")) {
                known.put(bar.get("timestamp").asText(), bar.get("close").decimalValue());
            }
            closes.put(contract, known);
        }
        return known;
    }

    /** Each row is a roll of the calendar at the contracts' last common close; the totals are the rows' sums. */
    void checkRolls(JsonNode result) throws IOException {
        JsonNode rows = rows(result, "rolls");
        Map<String, JsonNode> calendar = calendar();
        assertEquals(4, calendar.size(), calendar::toString);
        assertEquals(calendar.size(), rows.size(), rows::toString);
        BigDecimal costs = BigDecimal.ZERO;
        BigDecimal slippage = BigDecimal.ZERO;
        BigDecimal gap = BigDecimal.ZERO;
        for (JsonNode row : rows) {
            JsonNode roll = calendar.get(row.get("time").asText());
            assertNotNull(roll, row::toString);
            assertEquals(roll.get("from"), row.get("from"));
            assertEquals(roll.get("to"), row.get("to"));
            for (String price : List.of("old_price", "new_price", "spread")) {
                assertSame(roll.get(price).decimalValue(), row.get(price));
            }
            Map<String, BigDecimal> old = closes(row.get("from").asText());
            Map<String, BigDecimal> young = closes(row.get("to").asText());
            TreeSet<String> both = new TreeSet<>(old.keySet());
            both.retainAll(young.keySet());
            String moment = both.lower(row.get("time").asText());
            assertSame(old.get(moment), row.get("old_price"));
            assertSame(young.get(moment), row.get("new_price"));
            assertSame(young.get(moment).subtract(old.get(moment)), row.get("spread"));

            int held = row.get("contracts").asInt();
            assertEquals(2, Math.abs(held), row::toString);
            BigDecimal legs = BigDecimal.valueOf(2L * Math.abs(held));
            BigDecimal sign = BigDecimal.valueOf(Integer.signum(held));
            assertSame(COMMISSION.add(FEES).multiply(legs), row.get("costs"));
            assertSame(TICK.multiply(POINT_VALUE).multiply(legs), row.get("slippage"));
            assertSame(old.get(moment).subtract(TICK.multiply(sign)), row.get("closed_at"));
            assertSame(young.get(moment).add(TICK.multiply(sign)), row.get("reopened_at"));
            assertSame(
                    row.get("costs")
                            .decimalValue()
                            .add(row.get("slippage").decimalValue())
                            .negate(),
                    row.get("profit"));
            assertSame(
                    row.get("spread").decimalValue().multiply(POINT_VALUE).multiply(BigDecimal.valueOf(held)),
                    row.get("gap"));
            costs = costs.add(row.get("costs").decimalValue());
            slippage = slippage.add(row.get("slippage").decimalValue());
            gap = gap.add(row.get("gap").decimalValue());
        }
        JsonNode totals = result.path("rolls");
        assertEquals(rows.size(), totals.path("rolls").asInt(), totals::toString);
        assertEquals(2 * rows.size(), totals.path("contracts").asInt());
        assertSame(costs, totals.path("costs"));
        assertSame(slippage, totals.path("slippage"));
        assertSame(costs.add(slippage).negate(), totals.path("profit"));
        assertSame(gap, totals.path("gap"));
    }

    private static void assertSame(BigDecimal expected, JsonNode found) {
        assertEquals(0, expected.compareTo(new BigDecimal(found.asText())), () -> expected + " is not " + found);
    }
}
