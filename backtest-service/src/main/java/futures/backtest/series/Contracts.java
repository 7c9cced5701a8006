package futures.backtest.series;

import com.fasterxml.jackson.databind.JsonNode;
import futures.engine.MarginTable;
import futures.engine.Market;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** Turns contract specs, as the data service gives them, into what the engine takes. */
final class Contracts {
    private Contracts() {}

    /** Bars with their contract, and with its margins by date where it has some. */
    static Market market(BarSeries bars, JsonNode contract) {
        Market market = Market.of(bars, spec(contract));
        JsonNode rows = contract.path("margins");
        return rows.isEmpty() ? market : market.withMargins(margins(rows));
    }

    private static MarginTable margins(JsonNode rows) {
        Map<LocalDate, MarginTable.Margins> byDay = new TreeMap<>();
        for (JsonNode row : rows) {
            byDay.put(
                    LocalDate.parse(row.get("from").asText()),
                    new MarginTable.Margins(
                            decimal(row, "initial"), decimal(row, "maintenance"), decimal(row, "day_trade")));
        }
        return MarginTable.dated(byDay);
    }

    private static ContractSpec spec(JsonNode contract) {
        ZoneId zone = ZoneId.of(contract.get("time_zone").asText());
        ContractSpec spec = new ContractSpec(
                contract.get("symbol").asText(),
                contract.get("name").asText(),
                contract.get("exchange").asText(),
                contract.get("currency").asText(),
                new TickGrid(contract.get("tick_size").decimalValue()),
                contract.get("point_value").decimalValue(),
                decimal(contract, "initial_margin"),
                decimal(contract, "maintenance_margin"),
                new SessionHours(zone, time(contract, "opens"), time(contract, "closes")));
        TradingCalendar calendar = contract.hasNonNull("calendar")
                ? TradingCalendar.named(contract.get("calendar").asText())
                : spec.calendar();
        return spec.withCalendar(calendar)
                .withCharges(decimal(contract, "commission"), decimal(contract, "exchange_fees"))
                .withRegularHours(
                        contract.hasNonNull("regular_opens")
                                ? new SessionHours(
                                        zone, time(contract, "regular_opens"), time(contract, "regular_closes"))
                                : null);
    }

    private static LocalTime time(JsonNode contract, String field) {
        return LocalTime.parse(contract.get(field).asText());
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.decimalValue();
    }
}
