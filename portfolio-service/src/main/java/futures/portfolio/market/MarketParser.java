package futures.portfolio.market;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.json.Json;
import futures.model.SessionHours;
import futures.model.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Reads contract specs as the data service gives them. A calendar that is not known here counts as every weekday. */
final class MarketParser {
    private MarketParser() {}

    static Market parse(JsonNode contract) {
        ZoneId zone = ZoneId.of(contract.path("time_zone").asText("UTC"));
        return new Market(
                contract.path("symbol").asText(),
                contract.path("point_value").decimalValue(),
                Json.decimal(contract, "tick_size"),
                Json.decimal(contract, "commission"),
                Json.decimal(contract, "exchange_fees"),
                margins(contract.path("margins")),
                Json.decimal(contract, "initial_margin"),
                calendar(contract, zone),
                hours(contract, zone, "regular_opens", "regular_closes"));
    }

    private static NavigableMap<LocalDate, BigDecimal> margins(JsonNode rows) {
        NavigableMap<LocalDate, BigDecimal> margins = new TreeMap<>();
        for (JsonNode row : rows) {
            margins.put(LocalDate.parse(row.path("from").asText()), Json.decimal(row, "initial"));
        }
        return margins;
    }

    private static TradingCalendar calendar(JsonNode contract, ZoneId zone) {
        String name = contract.path("calendar").asText(null);
        if (name != null && TradingCalendar.names().contains(name)) {
            return TradingCalendar.named(name);
        }
        SessionHours hours = hours(contract, zone, "opens", "closes");
        return TradingCalendar.of(
                hours == null ? new SessionHours(zone, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT) : hours);
    }

    private static SessionHours hours(JsonNode contract, ZoneId zone, String opens, String closes) {
        return contract.hasNonNull(opens) && contract.hasNonNull(closes)
                ? new SessionHours(
                        zone,
                        LocalTime.parse(contract.get(opens).asText()),
                        LocalTime.parse(contract.get(closes).asText()))
                : null;
    }
}
