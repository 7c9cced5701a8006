package futures.backtest.run;

import com.fasterxml.jackson.core.type.TypeReference;
import futures.engine.JointManifest;
import futures.engine.MarginTable;
import futures.engine.Market;
import futures.engine.RunManifest;
import futures.kit.json.Json;
import futures.model.ContractSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Manifests in the words of the wire: times as times, and beside the hashes what was hashed where that is short. */
final class Manifests {
    private Manifests() {}

    /** @param currency of the account */
    static Map<String, Object> of(RunManifest manifest, Market market, String currency) {
        Map<String, Object> fields = fields(manifest);
        fields.put("currency", currency);
        describe(fields, manifest.firstBar(), manifest.lastBar(), market);
        return fields;
    }

    static Map<String, Object> of(JointManifest manifest, List<Market> markets) {
        Map<String, Market> bySymbol = markets.stream()
                .collect(Collectors.toMap(market -> market.bars().symbol(), Function.identity()));
        Map<String, Object> fields = fields(manifest);
        List<Map<String, Object>> identities = new ArrayList<>();
        for (JointManifest.MarketIdentity identity : manifest.markets()) {
            Map<String, Object> own = fields(identity);
            describe(own, identity.firstBar(), identity.lastBar(), bySymbol.get(identity.symbol()));
            identities.add(own);
        }
        fields.put("markets", identities);
        return fields;
    }

    /** A run without limits or models says nothing of them, as those did that were made before there were any. */
    private static Map<String, Object> fields(Object manifest) {
        Map<String, Object> fields =
                Json.mapper().convertValue(manifest, new TypeReference<LinkedHashMap<String, Object>>() {});
        if (fields.get("limits") instanceof List<?> limits && limits.isEmpty()) {
            fields.remove("limits");
        }
        if (fields.get("models") instanceof List<?> models && models.isEmpty()) {
            fields.remove("models");
        }
        return fields;
    }

    private static void describe(Map<String, Object> fields, long firstBar, long lastBar, Market market) {
        fields.put("first_bar", Instant.ofEpochMilli(firstBar).toString());
        fields.put("last_bar", Instant.ofEpochMilli(lastBar).toString());
        ContractSpec contract = market.contract();
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("symbol", contract.symbol());
        spec.put("exchange", contract.exchange());
        spec.put("currency", contract.currency());
        spec.put("tick_size", contract.ticks().tickSize());
        spec.put("point_value", contract.pointValue());
        spec.put("initial_margin", contract.initialMargin());
        spec.put("maintenance_margin", contract.maintenanceMargin());
        spec.put("commission", contract.commission());
        spec.put("exchange_fees", contract.exchangeFees());
        fields.put("contract", spec);
        fields.put("margins", margins(market, lastBar));
        Map<String, Object> calendar = new LinkedHashMap<>();
        calendar.put("name", contract.calendar().name());
        calendar.put("time_zone", contract.session().zone().getId());
        calendar.put("opens", contract.session().opens().toString());
        calendar.put("closes", contract.session().closes().toString());
        if (contract.regularHours() != null) {
            calendar.put("regular_opens", contract.regularHours().opens().toString());
            calendar.put("regular_closes", contract.regularHours().closes().toString());
        }
        fields.put("calendar", calendar);
        if (market.bars().madeFrom() != null) {
            fields.put("made_from", market.bars().madeFrom().toString());
        }
        if (market.finer() != null) {
            fields.put("finer_timeframe", market.finer().timeframe().toString());
            fields.put("finer_bars", market.finer().size());
        }
    }

    /** Rows that were in force in the run; null when the contract has none by date. */
    private static List<Map<String, Object>> margins(Market market, long lastBar) {
        List<LocalDate> days = market.margins().days();
        if (days.get(0).equals(LocalDate.MIN)) {
            return null;
        }
        LocalDate first = market.contract().calendar().tradingDay(market.bars().openTime(0));
        LocalDate last = market.contract().calendar().tradingDay(lastBar);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            boolean over = i + 1 < days.size() && !days.get(i + 1).isAfter(first);
            if (!over && !days.get(i).isAfter(last)) {
                MarginTable.Margins margins = market.margins().on(days.get(i));
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("from", days.get(i).toString());
                row.put("initial", margins.initial());
                row.put("maintenance", margins.maintenance());
                row.put("day_trade", margins.dayTrade());
                rows.add(row);
            }
        }
        return rows;
    }
}
