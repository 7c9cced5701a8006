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
            NaiveMoment now,
            NaiveHolding holding,
            int contracts,
            NaiveOrder exit,
            BigDecimal price,
            BigDecimal gross,
            BigDecimal costs,
            BigDecimal risk,
            boolean doubtful) {
        List<BigDecimal> gains = new ArrayList<>(List.of(BigDecimal.ZERO, holding.gainAt(price)));
        for (int i = holding.bar; i <= now.bar; i++) {
            boolean first = i == holding.bar;
            boolean last = i == now.bar;
            boolean whole = (!first || holding.entered.equals("open")) && (!last || now.atClose);
            if (whole) {
                gains.add(holding.gainIn(i, rules.nearest(now.market.bar(i).low())));
                gains.add(holding.gainIn(i, rules.nearest(now.market.bar(i).high())));
            } else if (first && holding.entered.equals("inside") && (!last || now.atClose)) {
                gains.add(holding.gainIn(i, rules.nearest(now.market.bar(i).close())));
            } else if (last && !first && !now.atClose) {
                gains.add(holding.gainIn(i, rules.nearest(now.market.bar(i).open())));
            }
        }
        BigDecimal worst = gains.stream().min(BigDecimal::compareTo).orElseThrow();
        BigDecimal best = gains.stream().max(BigDecimal::compareTo).orElseThrow();
        return new NaiveTrip(
                holding.entryOrder,
                exit.id,
                holding.isLong,
                contracts,
                holding.bar,
                now.bar,
                holding.price,
                price,
                gross,
                costs,
                worst,
                best,
                risk,
                doubtful);
    }
}
