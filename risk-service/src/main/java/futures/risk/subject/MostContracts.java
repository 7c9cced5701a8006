package futures.risk.subject;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The most contracts that round trips held at once, net by symbol, summed over symbols. At a moment at which one round trip
 * ends and another begins, the first has ended; one that begins and ends at the same moment has been held.
 */
final class MostContracts {
    private record Change(Instant time, int place, String symbol, long contracts) {}

    private MostContracts() {}

    /**
     * @param trades   rows of the wire; null when they are not known, and so is the answer
     * @param strategy null for all
     */
    static BigDecimal of(JsonNode trades, String strategy) {
        if (trades == null) {
            return null;
        }
        List<Change> changes = new ArrayList<>();
        for (JsonNode trade : trades) {
            if (strategy == null || strategy.equals(trade.path("strategy").asText())) {
                add(changes, trade);
            }
        }
        changes.sort(Comparator.comparing(Change::time).thenComparingInt(Change::place));
        Map<String, Long> net = new HashMap<>();
        long most = 0;
        for (Change change : changes) {
            net.merge(change.symbol(), change.contracts(), Long::sum);
            most = Math.max(most, net.values().stream().mapToLong(Math::abs).sum());
        }
        return BigDecimal.valueOf(most);
    }

    private static void add(List<Change> changes, JsonNode trade) {
        Instant entry = Instant.parse(trade.path("entry_time").asText());
        Instant exit = Instant.parse(trade.path("exit_time").asText());
        String symbol = trade.path("symbol").asText();
        long contracts =
                trade.path("contracts").asLong() * (trade.path("side").asText().equals("SHORT") ? -1 : 1);
        changes.add(new Change(entry, 1, symbol, contracts));
        changes.add(new Change(exit, exit.equals(entry) ? 2 : 0, symbol, -contracts));
    }
}
