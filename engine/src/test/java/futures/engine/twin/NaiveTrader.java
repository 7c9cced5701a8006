package futures.engine.twin;

import java.math.BigDecimal;
import java.util.List;

/** One strategy in one market: what it sends, what becomes of it, and what came out. */
public final class NaiveTrader {
    private final NaiveMoment now;
    private final NaiveBook book = new NaiveBook();
    private final NaiveLedger ledger;
    private final NaiveDesk desk;
    private final NaiveWalk walk;

    /** @param home of the market whose bars the strategy is called for; null for this one */
    NaiveTrader(NaiveMarket market, NaiveMoment home, NaiveAccount account) {
        this.now = new NaiveMoment(market);
        NaiveTrails trails = new NaiveTrails(now);
        this.ledger = new NaiveLedger(now, book, trails, (count, at) -> account.refusal(this, count, at));
        this.desk = new NaiveDesk(now, home == null ? now : home, book, trails, account, ledger.fills);
        this.walk = new NaiveWalk(now, book, trails, ledger);
        account.add(this);
    }

    NaiveMoment moment() {
        return now;
    }

    NaiveMarket market() {
        return now.market;
    }

    /** The bar that is being walked. */
    int bar() {
        return now.bar;
    }

    int completed() {
        return now.completed;
    }

    NaiveDesk desk() {
        return desk;
    }

    void walk(int bar) {
        walk.walk(bar);
    }

    void complete() {
        now.completed = now.bar;
    }

    void fillAtSameClose() {
        walk.fillAtSameClose();
    }

    boolean liquidating() {
        return book.working().stream().anyMatch(NaiveOrder::liquidation);
    }

    /** What it has made so far, at the last close. */
    BigDecimal worth() {
        if (now.completed < 0) {
            return ledger.worth(BigDecimal.ZERO, -1);
        }
        BigDecimal close = market().rules.nearest(market().bar(now.completed).close());
        return ledger.worth(
                now.bar == now.completed ? close : market().rolls().carried(market(), now.bar, close), now.completed);
    }

    /** The same at a price in the bar that is being walked. */
    BigDecimal worthNow(BigDecimal at) {
        return ledger.worth(at, now.bar);
    }

    // ---- what came out

    public List<String> fills() {
        return ledger.fills;
    }

    public List<Long> fillTimes() {
        return ledger.fillTimes;
    }

    public List<NaiveTrip> trips() {
        return ledger.trips;
    }

    public List<String> rolls() {
        return ledger.rolls;
    }

    public List<String> orders() {
        return book.orders.stream().map(NaiveOrder::life).toList();
    }

    /** For each order; null when nothing of it filled. */
    public List<BigDecimal> meanPrices() {
        return book.orders.stream().map(NaiveOrder::meanPrice).toList();
    }

    public List<String> openPositions() {
        return book.holdings.stream().map(ledger::open).toList();
    }

    public List<BigDecimal> costs() {
        return List.of(ledger.commission, ledger.fees, ledger.slippage);
    }

    public int doubtfulBars() {
        return walk.doubtfulBars();
    }

    public int liquidations() {
        return (int) book.orders.stream().filter(NaiveOrder::liquidation).count();
    }
}
