package futures.backtest.series;

import com.fasterxml.jackson.databind.JsonNode;
import futures.engine.MarginTable;
import futures.engine.Market;
import futures.kit.json.Json;
import futures.marketdata.ContractReader;
import futures.model.BarSeries;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Turns contract specs, as the data service gives them, into what the engine takes. */
final class Contracts {
    private Contracts() {}

    /** Bars with their contract, and with its margins by date where it has some. */
    static Market market(BarSeries bars, JsonNode contract) {
        Market market = Market.of(bars, ContractReader.spec(contract));
        JsonNode rows = contract.path("margins");
        return rows.isEmpty() ? market : market.withMargins(margins(rows));
    }

    private static MarginTable margins(JsonNode rows) {
        Map<LocalDate, MarginTable.Margins> byDay = new TreeMap<>();
        for (JsonNode row : rows) {
            byDay.put(
                    LocalDate.parse(row.get("from").asText()),
                    new MarginTable.Margins(
                            Json.decimal(row, "initial"),
                            Json.decimal(row, "maintenance"),
                            Json.decimal(row, "day_trade")));
        }
        return MarginTable.dated(byDay);
    }
}
