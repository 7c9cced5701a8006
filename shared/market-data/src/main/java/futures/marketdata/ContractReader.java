package futures.marketdata;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.json.Json;
import futures.model.ContractSpec;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.TradingCalendar;
import java.time.LocalTime;
import java.time.ZoneId;

/** Reads a contract spec, as the data service gives it, into the words of the market; its margins by date are left to whoever needs them. */
public final class ContractReader {
    private ContractReader() {}

    public static ContractSpec spec(JsonNode contract) {
        ZoneId zone = ZoneId.of(contract.get("time_zone").asText());
        ContractSpec spec = new ContractSpec(
                contract.get("symbol").asText(),
                contract.get("name").asText(),
                contract.get("exchange").asText(),
                contract.get("currency").asText(),
                new TickGrid(contract.get("tick_size").decimalValue()),
                contract.get("point_value").decimalValue(),
                Json.decimal(contract, "initial_margin"),
                Json.decimal(contract, "maintenance_margin"),
                hours(zone, contract, "opens", "closes"));
        TradingCalendar calendar = contract.hasNonNull("calendar")
                ? TradingCalendar.named(contract.get("calendar").asText())
                : spec.calendar();
        return spec.withCalendar(calendar)
                .withCharges(Json.decimal(contract, "commission"), Json.decimal(contract, "exchange_fees"))
                .withRegularHours(
                        contract.hasNonNull("regular_opens")
                                ? hours(zone, contract, "regular_opens", "regular_closes")
                                : null);
    }

    private static SessionHours hours(ZoneId zone, JsonNode contract, String opens, String closes) {
        return new SessionHours(
                zone,
                LocalTime.parse(contract.get(opens).asText()),
                LocalTime.parse(contract.get(closes).asText()));
    }
}
