package futures.engine.twin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One strategy in one market, in the plainest way: docs/fills.md, sentence by sentence. */
public final class NaiveExchange {
    private final NaiveRules rules;
    private final NaiveMarket market;
    private final NaiveMoment now;
    private final NaiveBook book = new NaiveBook();
    private final NaiveLedger ledger;
    private final NaiveDesk desk;
    private final NaiveWalk walk;
    private final BigDecimal initialCash;
    private final List<BigDecimal> equity = new ArrayList<>();

    public NaiveExchange(NaiveRules rules, NaiveMarket market, BigDecimal initialCash) {
        this.rules = rules;
        this.market = market;
        this.initialCash = initialCash;
        this.now = new NaiveMoment(market);
        NaiveTrails trails = new NaiveTrails(rules, now);
        this.ledger = new NaiveLedger(rules, now, book, trails, this::covers);
        this.desk = new NaiveDesk(rules, now, book, trails);
        this.walk = new NaiveWalk(rules, now, book, trails, ledger);
    }

    public void run(NaiveStrategy strategy) {
        for (int bar = 0; bar < market.size(); bar++) {
            walk.walk(bar);
            callMargin();
            strategy.atClose(bar, desk);
            if (rules.sameClose) {
                walk.fillAtSameClose();
            }
            equity.add(equityAtClose());
        }
    }

    private boolean covers(int contracts, BigDecimal at) {
        BigDecimal needed = margin(true, contracts);
        return needed.signum() == 0 || needed.compareTo(initialCash.add(ledger.worth(at))) <= 0;
    }

    private void callMargin() {
        BigDecimal needed = margin(false, Math.abs(desk.position()));
        boolean already = book.working().stream().anyMatch(order -> order.liquidation);
        if (needed.signum() > 0 && !already && equityAtClose().compareTo(needed) < 0) {
            desk.liquidate();
        }
    }

    private BigDecimal margin(boolean toOpen, int contracts) {
        BigDecimal each = rules.margin(toOpen, now.day(), now.lastOfDay());
        return rules.convert(each.multiply(BigDecimal.valueOf(contracts)), now.day());
    }

    private BigDecimal equityAtClose() {
        return initialCash.add(ledger.worth(rules.nearest(now.whole().close())));
    }

    // ---- what came out

    public List<String> fills() {
        return ledger.fills;
    }

    public List<NaiveTrip> trips() {
        return ledger.trips;
    }

    public List<String> rolls() {
        return ledger.rolls;
    }

    public List<BigDecimal> equity() {
        return equity;
    }

    public List<String> orderStates() {
        return book.orders.stream().map(order -> order.id + " " + order.state).toList();
    }

    public int doubtfulBars() {
        return walk.doubtfulBars();
    }
}
