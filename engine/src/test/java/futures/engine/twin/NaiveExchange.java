package futures.engine.twin;

import futures.model.BarSeries;
import futures.model.Exit;
import futures.model.Order;
import futures.model.OrderType;
import futures.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Fills orders on bars in the plainest way. */
public final class NaiveExchange {
    private final NaiveRules rules;
    private final List<NaiveBar> bars;
    private final List<NaiveOrder> orders = new ArrayList<>();
    /** Those of the orders that may still work. */
    private final List<NaiveOrder> working = new ArrayList<>();

    private final List<NaiveHolding> holdings = new ArrayList<>();
    private final List<String> fills = new ArrayList<>();
    private final List<NaiveTrip> trips = new ArrayList<>();
    private final List<BigDecimal> equity = new ArrayList<>();
    private final Set<Integer> doubtfulBars = new TreeSet<>();
    private BigDecimal cash;
    private int now;
    private boolean twoSided;

    public NaiveExchange(NaiveRules rules, BarSeries series, BigDecimal cash) {
        this.rules = rules;
        this.bars = NaiveBar.of(series);
        this.cash = cash;
    }

    public void run(NaiveStrategy strategy) {
        for (now = 0; now < bars.size(); now++) {
            fillMarketOrders();
            boolean more = true;
            while (more) {
                more = fillOneAtOpen('S') || fillOneAtOpen('L');
            }
            twoSided = anyReached(true) && anyReached(false);
            if (twoSided) {
                doubtfulBars.add(now);
            }
            more = true;
            while (more) {
                more = fillOneInside();
            }
            doubtTargets();
            working.removeIf(order -> !order.works());
            equity.add(worth(rules.nearest(bar().close())));
            strategy.atClose(now, this);
        }
    }

    // ---- what a strategy may do

    public int position() {
        return holdings.stream()
                .mapToInt(h -> h.isLong ? h.contracts : -h.contracts)
                .sum();
    }

    public BigDecimal close(int barsAgo) {
        return bars.get(now - barsAgo).close();
    }

    public void send(Order asked) {
        NaiveOrder order = new NaiveOrder();
        order.id = orders.size() + 1;
        order.buy = asked.side() == Side.LONG;
        order.contracts = asked.contracts();
        order.type = asked.type() == OrderType.MARKET ? 'M' : asked.type() == OrderType.LIMIT ? 'L' : 'S';
        order.reduce = asked.reduceOnly();
        order.stop = asked.stop();
        order.target = asked.target();
        orders.add(order);
        working.add(order);
        if (order.type != 'M') {
            order.price = BigDecimal.valueOf(asked.price());
        }
        boolean offGrid = (order.price != null && !rules.onGrid(order.price)) || off(order.stop) || off(order.target);
        if ((offGrid && !rules.round()) || (order.reduce && (order.stop != null || order.target != null))) {
            order.state = "REJECTED";
        } else if (order.price != null) {
            order.price = order.buy ? rules.up(order.price) : rules.down(order.price);
        }
    }

    public void close() {
        int held = position();
        if (held > 0) {
            send(Order.sell(held).reducing());
        } else if (held < 0) {
            send(Order.buy(-held).reducing());
        }
    }

    public void cancel(int id) {
        if (id <= orders.size() && orders.get(id - 1).works()) {
            orders.get(id - 1).state = "CANCELLED";
        }
    }

    public void cancelAll() {
        working.stream().filter(NaiveOrder::works).forEach(order -> order.state = "CANCELLED");
    }

    // ---- what came out

    public List<String> fills() {
        return fills;
    }

    public List<NaiveTrip> trips() {
        return trips;
    }

    public List<BigDecimal> equity() {
        return equity;
    }

    public List<String> orderStates() {
        return orders.stream().map(order -> order.id + " " + order.state).toList();
    }

    public int doubtfulBars() {
        return doubtfulBars.size();
    }

    // ---- the bar

    private void fillMarketOrders() {
        for (NaiveOrder order : List.copyOf(working)) {
            if (order.works() && order.type == 'M') {
                execute(order, worse(order, bar().open()), "MARKET_AT_OPEN", false, false);
            }
        }
    }

    private boolean fillOneAtOpen(char type) {
        for (NaiveOrder order : working) {
            if (order.type == type && live(order) && fills(order, bar().open())) {
                execute(order, worse(order, bar().open()), type == 'S' ? "STOP_GAP" : "LIMIT_GAP", false, false);
                return true;
            }
        }
        return false;
    }

    private boolean fillOneInside() {
        BigDecimal open = rules.up(bar().open());
        List<NaiveOrder> candidates = working.stream()
                .filter(order -> order.type != 'M' && live(order) && insideRule(order) != null)
                .sorted(Comparator.comparingInt((NaiveOrder o) -> o.type == 'S' ? 0 : o.protects == null ? 1 : 2)
                        .thenComparing(o -> o.price.subtract(open).abs())
                        .thenComparing(o -> o.id))
                .toList();
        if (candidates.isEmpty()) {
            return false;
        }
        NaiveOrder order = candidates.get(0);
        String rule = insideRule(order);
        boolean doubt = twoSided || rule.equals("STOP_AFTER_ENTRY");
        BigDecimal at = rule.equals("EXIT_AT_ENTRY") ? reduces(order).market : order.price;
        if (order.protects != null && order.type == 'S' && !rule.equals("EXIT_AT_ENTRY")) {
            NaiveOrder target = order.protects.target;
            if (target != null && reached(target)) {
                rule = "STOP_BEFORE_TARGET";
                doubt = true;
            }
        }
        if (doubt) {
            doubtfulBars.add(now);
        }
        execute(order, at, rule, true, doubt);
        return true;
    }

    /** Name of the rule by which an order fills after the open, or null. */
    private String insideRule(NaiveOrder order) {
        String plain = order.type == 'S' ? "STOP_AT_PRICE" : "LIMIT_AT_PRICE";
        if (!bornInside(order)) {
            return reached(order) ? plain : null;
        }
        NaiveHolding holding = reduces(order);
        if (fills(order, holding.market)) {
            return "EXIT_AT_ENTRY";
        }
        if (!reached(order)) {
            return null;
        }
        boolean shownByClose = fills(order, bar().close());
        if (order.type == 'S') {
            return holding.byLimit || shownByClose ? plain : "STOP_AFTER_ENTRY";
        }
        if (holding.byLimit) {
            return shownByClose ? "TARGET_BY_CLOSE" : null;
        }
        return plain;
    }

    private void doubtTargets() {
        for (NaiveHolding holding : holdings) {
            if (holding.bar == now && holding.insideBar && holding.target != null && reached(holding.target)) {
                holding.doubtful = true;
                doubtfulBars.add(now);
            }
        }
    }

    private boolean anyReached(boolean rising) {
        return working.stream()
                .anyMatch(o -> o.type != 'M' && live(o) && (o.buy == (o.type == 'S')) == rising && reached(o));
    }

    /** Whether a trade at this price fills the order. */
    private boolean fills(NaiveOrder order, BigDecimal price) {
        BigDecimal need = order.type == 'L' && rules.through() ? rules.tick() : BigDecimal.ZERO;
        if (order.buy == (order.type == 'S')) {
            return price.compareTo(order.price.add(need)) >= 0;
        }
        return price.compareTo(order.price.subtract(need)) <= 0;
    }

    private boolean reached(NaiveOrder order) {
        return fills(order, order.buy == (order.type == 'S') ? bar().high() : bar().low());
    }

    private boolean live(NaiveOrder order) {
        if (!order.works()) {
            return false;
        }
        return !order.reduce || (order.buy ? position() < 0 : position() > 0);
    }

    private boolean bornInside(NaiveOrder order) {
        NaiveHolding holding = reduces(order);
        return holding != null && holding.insideBar && holding.bar == now;
    }

    private NaiveHolding reduces(NaiveOrder order) {
        return order.protects == null && order.reduce ? holdings.get(0) : order.protects;
    }

    // ---- the books

    private void execute(NaiveOrder order, BigDecimal at, String rule, boolean inside, boolean doubt) {
        boolean against = order.buy ? position() < 0 : position() > 0;
        int held = Math.abs(position());
        int closing = order.protects != null ? order.protects.contracts : against ? Math.min(held, order.contracts) : 0;
        int opening = order.reduce ? 0 : order.contracts - closing;
        if (closing + opening == 0) {
            order.state = "CANCELLED";
            return;
        }
        if (opening > 0 && rules.margin() != null) {
            BigDecimal needed = rules.margin().multiply(BigDecimal.valueOf(against ? opening : held + opening));
            if (needed.compareTo(worth(at)) > 0) {
                order.state = "REJECTED";
                return;
            }
        }
        BigDecimal price = slip(order, at);
        int contracts = closing + opening;
        order.state = "FILLED";
        cash = cash.subtract(rules.costPerSide().multiply(BigDecimal.valueOf(contracts)));
        fills.add(now + " #" + order.id + (order.buy ? " buy " : " sell ") + contracts + " @" + text(price) + " " + rule
                + (doubt ? "?" : ""));
        if (order.protects != null) {
            take(order.protects, closing, order, price, doubt);
        } else {
            for (int left = closing; left > 0; ) {
                int part = Math.min(left, holdings.get(0).contracts);
                take(holdings.get(0), part, order, price, doubt);
                left -= part;
            }
        }
        if (opening > 0) {
            hold(order, opening, at, price, inside, doubt);
        }
    }

    private void take(NaiveHolding holding, int contracts, NaiveOrder exit, BigDecimal price, boolean doubt) {
        trips.add(NaiveTrip.of(rules, bars, holding, contracts, exit, now, price, holding.doubtful || doubt));
        cash = cash.add(money(holding.gainAt(price), contracts));
        holding.contracts -= contracts;
        if (holding.contracts == 0) {
            holdings.remove(holding);
            for (NaiveOrder leg : working) {
                if (leg.protects == holding && leg.works()) {
                    leg.state = "CANCELLED";
                }
            }
        }
    }

    private void hold(NaiveOrder order, int contracts, BigDecimal at, BigDecimal price, boolean inside, boolean doubt) {
        NaiveHolding holding = new NaiveHolding();
        holding.isLong = order.buy;
        holding.contracts = contracts;
        holding.entryOrder = order.id;
        holding.bar = now;
        holding.price = price;
        holding.market = at;
        holding.insideBar = inside;
        holding.byLimit = order.type == 'L';
        holding.doubtful = doubt;
        holdings.add(holding);
        if (order.stop != null) {
            holding.stop = leg(holding, 'S', order.stop, order.buy ? -1 : 1);
            BigDecimal risk = holding.gainAt(holding.stop.price).negate();
            holding.risk = risk.signum() > 0 ? risk : BigDecimal.ZERO;
        }
        if (order.target != null) {
            holding.target = leg(holding, 'L', order.target, order.buy ? 1 : -1);
        }
    }

    private NaiveOrder leg(NaiveHolding holding, char type, Exit exit, int direction) {
        NaiveOrder leg = new NaiveOrder();
        leg.id = orders.size() + 1;
        leg.buy = !holding.isLong;
        leg.contracts = holding.contracts;
        leg.type = type;
        leg.reduce = true;
        leg.protects = holding;
        if (exit instanceof Exit.Ticks away) {
            leg.price = holding.price.add(rules.ticks(direction * away.ticks()));
        } else {
            BigDecimal price = BigDecimal.valueOf(((Exit.At) exit).price());
            leg.price = leg.buy ? rules.up(price) : rules.down(price);
        }
        orders.add(leg);
        working.add(leg);
        return leg;
    }

    private BigDecimal slip(NaiveOrder order, BigDecimal at) {
        int ticks = order.type == 'M' ? rules.marketSlippage() : order.type == 'S' ? rules.stopSlippage() : 0;
        if (order.buy) {
            BigDecimal worse = at.add(rules.ticks(ticks));
            return rules.cap() ? at.max(worse.min(rules.up(bar().high()))) : worse;
        }
        BigDecimal worse = at.subtract(rules.ticks(ticks));
        return rules.cap() ? at.min(worse.max(rules.down(bar().low()))) : worse;
    }

    private BigDecimal worse(NaiveOrder order, BigDecimal price) {
        return order.buy ? rules.up(price) : rules.down(price);
    }

    private BigDecimal worth(BigDecimal at) {
        BigDecimal total = cash;
        for (NaiveHolding holding : holdings) {
            total = total.add(money(holding.gainAt(at), holding.contracts));
        }
        return total;
    }

    private BigDecimal money(BigDecimal points, int contracts) {
        return points.multiply(rules.pointValue()).multiply(BigDecimal.valueOf(contracts));
    }

    private boolean off(Exit exit) {
        return exit instanceof Exit.At at && !rules.onGrid(BigDecimal.valueOf(at.price()));
    }

    private NaiveBar bar() {
        return bars.get(now);
    }

    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
