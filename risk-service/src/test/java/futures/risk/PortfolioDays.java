package futures.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.kit.json.Json;
import futures.model.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The days of a portfolio of {@link RiskFixture}, as the portfolio service would answer them. */
final class PortfolioDays {
    private PortfolioDays() {}

    static ObjectNode of(ObjectNode portfolio, String by) {
        Map<LocalDate, BigDecimal> all = new TreeMap<>();
        Map<String, Map<LocalDate, BigDecimal>> parts = new TreeMap<>();
        for (JsonNode trade : portfolio.get("trades")) {
            long exit = Instant.parse(trade.get("exit_time").asText()).toEpochMilli();
            LocalDate day = TradingCalendar.CME_EQUITY.tradingDay(exit);
            BigDecimal net = trade.get("net").decimalValue();
            all.merge(day, net, BigDecimal::add);
            String name =
                    trade.get(by.equals("symbol") ? "symbol" : "strategy_name").asText();
            parts.computeIfAbsent(name, any -> new TreeMap<>()).merge(day, net, BigDecimal::add);
        }
        BigDecimal marked = BigDecimal.ZERO;
        String holder = null;
        for (JsonNode position : portfolio.get("positions")) {
            String name = by.equals("symbol")
                    ? position.get("symbol").asText()
                    : position.at("/strategies/0/strategy_name").asText();
            Map<LocalDate, BigDecimal> days = parts.computeIfAbsent(name, any -> new TreeMap<>());
            if (portfolio.has("marked_day")) {
                marked = portfolio.get("marked").decimalValue();
                holder = name;
                LocalDate day = LocalDate.parse(portfolio.get("marked_day").asText());
                all.merge(day, marked, BigDecimal::add);
                days.merge(day, marked, BigDecimal::add);
            }
        }
        ObjectNode answer = Json.mapper().createObjectNode();
        ArrayNode rows = answer.putArray("days");
        BigDecimal equity = new BigDecimal("100000.00");
        for (Map.Entry<LocalDate, BigDecimal> day : all.entrySet()) {
            equity = equity.add(day.getValue());
            rows.addObject().put("date", day.getKey().toString()).put("equity", equity);
        }
        ArrayNode named = answer.putArray("parts");
        for (Map.Entry<String, Map<LocalDate, BigDecimal>> part : parts.entrySet()) {
            ObjectNode one = named.addObject();
            one.put("name", part.getKey().equals("null") ? null : part.getKey());
            ArrayNode days = one.putArray("days");
            part.getValue()
                    .forEach((day, profit) ->
                            days.addObject().put("date", day.toString()).put("profit", profit));
            one.put("unrealized", part.getKey().equals(holder) ? marked : BigDecimal.ZERO);
        }
        return answer;
    }
}
