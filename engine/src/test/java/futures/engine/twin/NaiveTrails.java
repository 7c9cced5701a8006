package futures.engine.twin;

import futures.model.Trail;
import java.math.BigDecimal;

/** How far trailing stops stay away, and how they follow. */
final class NaiveTrails {
    private final NaiveRules rules;
    private final NaiveMoment now;

    NaiveTrails(NaiveMoment now) {
        this.rules = now.market.rules;
        this.now = now;
    }

    BigDecimal distance(Trail trail, int bar) {
        if (trail instanceof Trail.Ticks ticks) {
            return rules.ticks(ticks.ticks());
        }
        if (trail instanceof Trail.Points points) {
            return rules.up(BigDecimal.valueOf(points.points()));
        }
        Trail.Atr atr = (Trail.Atr) trail;
        double range = NaiveAverages.trueRange(now.market.seen(), atr.period(), bar);
        BigDecimal product = now.market.rolls().realDistance(now.market, bar, new BigDecimal(range * atr.multiple()));
        return rules.up(rules.snap(product)).max(rules.tick);
    }

    void follow(NaiveOrder order) {
        NaiveHolding holding = order.protects;
        boolean entered = holding != null && holding.bar == now.bar;
        if (entered && holding.entered.equals("close")) {
            return;
        }
        boolean onlyClose = entered && holding.entered.equals("inside");
        NaiveBar bar = now.whole();
        if (order.buy) {
            BigDecimal low = onlyClose ? bar.close() : bar.low();
            order.price = order.price.min(rules.up(low.add(order.trail)));
        } else {
            BigDecimal high = onlyClose ? bar.close() : bar.high();
            order.price = order.price.max(rules.down(high.subtract(order.trail)));
        }
    }
}
