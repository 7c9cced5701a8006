package futures.portfolio;

import futures.kit.Service;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A data service that knows some contracts, one of them well, and the closes that a test gives it. */
final class MarketsForTests implements Service {
    /** Of which all stored bars say that they are prices. */
    private static final String PRODUCT = "MES";

    private final Map<String, Map<String, Object>> contracts = new HashMap<>();
    private final Map<String, TreeMap<String, BigDecimal>> closes = new HashMap<>();

    MarketsForTests() {
        contracts.put("ES", Map.of("point_value", 50));
        contracts.put("NQ", Map.of("point_value", 20, "tick_size", 0.25));
        contracts.put("CL", Map.of("point_value", 1000));
        contracts.put("ZT", Map.of("point_value", 2000));
        Map<String, Object> mes = new LinkedHashMap<>();
        mes.put("point_value", 5);
        mes.put("tick_size", new BigDecimal("0.25"));
        mes.put("commission", new BigDecimal("0.62"));
        mes.put("exchange_fees", new BigDecimal("0.35"));
        mes.put(
                "margins",
                List.of(Map.of("from", "2024-01-01", "initial", 1500), Map.of("from", "2024-03-06", "initial", 1650)));
        mes.put("time_zone", "America/Chicago");
        mes.put("calendar", "CME_EQUITY");
        mes.put("opens", "17:00");
        mes.put("closes", "16:00");
        mes.put("regular_opens", "08:30");
        mes.put("regular_closes", "15:00");
        contracts.put("MES", mes);
    }

    /** @param opens when the bar opens, e.g. {@code 2024-03-05T23:00:00Z} for the trading day of 2024-03-06 */
    void close(String symbol, String opens, String price) {
        closes.computeIfAbsent(symbol, of -> new TreeMap<>()).put(opens, new BigDecimal(price));
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/api/contracts/{symbol}").handle(request -> {
            String symbol = request.path("symbol");
            if (!contracts.containsKey(symbol)) {
                throw Problem.notFound("There is no contract " + symbol + ".");
            }
            Map<String, Object> answer = new LinkedHashMap<>(contracts.get(symbol));
            answer.put("symbol", symbol);
            return answer;
        });
        routes.get("/api/data/{symbol}").anyQuery().handle(this::bars);
    }

    private Object bars(Request request) {
        TreeMap<String, BigDecimal> known = closes.get(request.path("symbol"));
        if (known == null) {
            throw Problem.notFound("There are no bars of " + request.path("symbol") + ".");
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        known.forEach((opens, close) -> rows.add(Map.of("timestamp", opens, "close", close)));
        boolean newest = "1".equals(request.context().queryParam("limit"));
        return Map.of(
                "timeframe",
                "1d",
                "product",
                PRODUCT,
                "data",
                newest ? rows.subList(rows.size() - 1, rows.size()) : rows);
    }

    @Override
    public void close() {}
}
