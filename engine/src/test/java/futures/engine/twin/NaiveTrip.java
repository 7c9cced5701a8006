package futures.engine.twin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A round trip; excursions in price per contract. */
public record NaiveTrip(
        int entryOrder,
        int exitOrder,
        boolean isLong,
        int contracts,
        int entryBar,
        int exitBar,
        BigDecimal entry,
        BigDecimal exit,
        BigDecimal gross,
        BigDecimal costs,
        BigDecimal adverse,
        BigDecimal favourable,
        BigDecimal risk,
        boolean doubtful) {

    static NaiveTrip of(
            NaiveRules rules,
            List<NaiveBar> bars,
            NaiveHolding holding,
            int contracts,
            NaiveOrder exit,
            int exitBar,
            BigDecimal price,
            boolean doubtful) {
        List<BigDecimal> seen = new ArrayList<>(List.of(holding.price, price));
        for (int i = holding.bar; i < exitBar; i++) {
            boolean onlyClose = i == holding.bar && holding.insideBar;
            seen.add(rules.nearest(onlyClose ? bars.get(i).close() : bars.get(i).low()));
            seen.add(rules.nearest(onlyClose ? bars.get(i).close() : bars.get(i).high()));
        }
        if (exitBar > holding.bar) {
            seen.add(rules.nearest(bars.get(exitBar).open()));
        }
        BigDecimal worst =
                seen.stream().map(holding::gainAt).min(BigDecimal::compareTo).orElseThrow();
        BigDecimal best =
                seen.stream().map(holding::gainAt).max(BigDecimal::compareTo).orElseThrow();
        BigDecimal count = BigDecimal.valueOf(contracts);
        return new NaiveTrip(
                holding.entryOrder,
                exit.id,
                holding.isLong,
                contracts,
                holding.bar,
                exitBar,
                holding.price,
                price,
                holding.gainAt(price).multiply(rules.pointValue()).multiply(count),
                rules.costPerSide().multiply(count).multiply(BigDecimal.valueOf(2)),
                worst,
                best,
                holding.risk,
                doubtful);
    }
}
