package futures.portfolio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger that knows nothing of lots, only of money that would change hands for each contract. */
final class NaiveLedger {
    static final Map<String, BigDecimal> POINT_VALUES =
            Map.of("ES", new BigDecimal("50"), "NQ", new BigDecimal("20"), "CL", new BigDecimal("1000"));

    /** @param at number by which orders take effect, e.g. their time */
    record Entry(long id, String symbol, String action, int quantity, BigDecimal price, BigDecimal costs, long at) {
        int signed() {
            return action.equals("BUY") || action.equals("CLOSE_SHORT") ? quantity : -quantity;
        }

        Entry with(long otherId, BigDecimal otherPrice) {
            return new Entry(otherId, symbol, action, quantity, otherPrice, costs, at);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private BigDecimal others = new BigDecimal("100000");

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Round trips that no order of ours made. */
    void add(BigDecimal net) {
        others = others.add(net);
    }

    /** Whether all closes find what they close with these added and that one taken out. */
    boolean takes(List<Entry> added, Entry without) {
        List<Entry> all = new ArrayList<>(entries);
        all.remove(without);
        all.addAll(added);
        all.sort(Comparator.comparingLong(Entry::at));
        Map<String, Integer> held = new HashMap<>();
        for (Entry entry : all) {
            int now = held.getOrDefault(entry.symbol(), 0);
            int closable = entry.action().equals("CLOSE_LONG") ? now : -now;
            if (entry.action().startsWith("CLOSE") && closable < entry.quantity()) {
                return false;
            }
            held.merge(entry.symbol(), entry.signed(), Integer::sum);
        }
        return true;
    }

    void change(List<Entry> added, Entry without) {
        entries.remove(without);
        entries.addAll(added);
    }

    Map<String, Integer> held() {
        Map<String, Integer> held = new HashMap<>();
        entries.forEach(entry -> held.merge(entry.symbol(), entry.signed(), Integer::sum));
        return held;
    }

    BigDecimal equity(Map<String, BigDecimal> marks) {
        BigDecimal equity = others;
        for (Entry entry : entries) {
            BigDecimal contracts = BigDecimal.valueOf(entry.signed());
            BigDecimal move = marks.get(entry.symbol()).subtract(entry.price());
            equity = equity.add(move.multiply(contracts).multiply(POINT_VALUES.get(entry.symbol())))
                    .subtract(entry.costs());
        }
        return equity;
    }
}
