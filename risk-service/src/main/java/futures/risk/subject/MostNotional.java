package futures.risk.subject;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a run was most concentrated: the largest |net contracts * price * point value| of a symbol beside equity, looked at
 * whenever a round trip began or ended, at that price. Equity is the initial cash and what had ended until then; what prices
 * did in between is not in it.
 *
 * @param notional null when it is not known; zero when nothing was held
 * @param equity   at that moment; null when the notional value is
 */
record MostNotional(BigDecimal notional, BigDecimal equity) {
    private static final MostNotional UNKNOWN = new MostNotional(null, null);

    private record Change(Instant time, int place, String symbol, long contracts, BigDecimal price, BigDecimal net) {}

    /**
     * @param trades   rows of the wire; null when they are not known
     * @param strategy null for all
     * @param cash     at the start
     */
    static MostNotional of(JsonNode trades, String strategy, BigDecimal cash) {
        if (trades == null) {
            return UNKNOWN;
        }
        List<Change> changes = new ArrayList<>();
        Map<String, Worth> worths = new HashMap<>();
        for (JsonNode trade : trades) {
            String symbol = trade.path("symbol").asText();
            worths.computeIfAbsent(symbol, any -> new Worth()).see(trade);
            add(
                    changes,
                    trade,
                    strategy == null || strategy.equals(trade.path("strategy").asText()));
        }
        changes.sort(Comparator.comparing(Change::time).thenComparingInt(Change::place));
        return walk(changes, worths, cash);
    }

    private static MostNotional walk(List<Change> changes, Map<String, Worth> worths, BigDecimal cash) {
        MostNotional most = new MostNotional(BigDecimal.ZERO, cash);
        Map<String, Long> held = new HashMap<>();
        BigDecimal equity = cash;
        for (Change change : changes) {
            equity = equity.add(change.net());
            long contracts = held.merge(change.symbol(), change.contracts(), Long::sum);
            if (contracts != 0) {
                BigDecimal each = worths.get(change.symbol()).pointValue;
                if (each == null) {
                    return UNKNOWN;
                }
                BigDecimal worth = change.price()
                        .multiply(each)
                        .multiply(BigDecimal.valueOf(contracts))
                        .abs();
                MostNotional now = new MostNotional(worth, equity);
                most = now.above(most) ? now : most;
            }
        }
        return most;
    }

    /** Compared without dividing; beside no equity anything is more than any share. */
    private boolean above(MostNotional other) {
        if (equity.signum() <= 0 || other.equity.signum() <= 0) {
            return equity.signum() <= 0 && other.equity.signum() > 0;
        }
        return notional.multiply(other.equity).compareTo(other.notional.multiply(equity)) > 0;
    }

    private static void add(List<Change> changes, JsonNode trade, boolean counts) {
        Instant entry = Instant.parse(trade.path("entry_time").asText());
        Instant exit = Instant.parse(trade.path("exit_time").asText());
        String symbol = trade.path("symbol").asText();
        long contracts =
                trade.path("contracts").asLong() * (trade.path("side").asText().equals("SHORT") ? -1 : 1);
        BigDecimal net = trade.path("net").decimalValue();
        if (counts) {
            BigDecimal price = trade.path("entry_price").decimalValue();
            changes.add(new Change(entry, 1, symbol, contracts, price, BigDecimal.ZERO));
        }
        changes.add(new Change(
                exit,
                exit.equals(entry) ? 2 : 0,
                symbol,
                counts ? -contracts : 0,
                trade.path("exit_price").decimalValue(),
                net));
    }

    /** What a move of 1.0 made in one contract, in the account's currency: read from the round trip with the largest move. */
    private static final class Worth {
        private BigDecimal largest = BigDecimal.ZERO;
        private BigDecimal pointValue;

        void see(JsonNode trade) {
            BigDecimal move = trade.path("exit_price")
                    .decimalValue()
                    .subtract(trade.path("entry_price").decimalValue())
                    .multiply(trade.path("contracts").decimalValue())
                    .abs();
            if (move.compareTo(largest) > 0) {
                largest = move;
                pointValue = trade.path("gross").decimalValue().abs().divide(move, MathContext.DECIMAL64);
            }
        }
    }
}
