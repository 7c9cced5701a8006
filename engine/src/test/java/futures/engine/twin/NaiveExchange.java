package futures.engine.twin;

import futures.engine.Hand;
import futures.model.BarSeries;
import futures.model.Exit;
import futures.model.Order;
import futures.model.SessionHours;
import futures.model.Side;
import futures.model.Trail;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Fills orders on bars in the plainest way: docs/fills.md, sentence by sentence. */
public final class NaiveExchange implements Hand {
    private final NaiveRules rules;
    private final SessionHours session;
    private final List<NaiveBar> bars;
    private final List<Long> opens = new ArrayList<>();
    private final long length;
    private final List<NaiveBar> finer;
    private final List<Long> finerOpens = new ArrayList<>();
    private final List<NaiveOrder> orders = new ArrayList<>();
    private final List<NaiveHolding> holdings = new ArrayList<>();
    private final List<String> fills = new ArrayList<>();
    private final List<NaiveTrip> trips = new ArrayList<>();
    private final List<BigDecimal> equity = new ArrayList<>();
    private final Set<Integer> doubtfulBars = new TreeSet<>();
    private BigDecimal cash;
    private int now;
    /** The bar or finer bar that is being walked, and how many have been. */
    private NaiveBar part;

    private int moment;
    private boolean firstPart;
    private boolean atClose;
    private boolean twoSided;
    /** Contracts that the bar still has; null for no limit. */
    private Integer volumeLeft;

    public NaiveExchange(NaiveRules rules, SessionHours session, BarSeries series, BarSeries finer, BigDecimal cash) {
        this.rules = rules;
        this.session = session;
        this.bars = NaiveBar.of(series);
        this.finer = finer == null ? List.of() : NaiveBar.of(finer);
        for (int i = 0; i < series.size(); i++) {
            opens.add(series.openTime(i));
        }
        for (int i = 0; finer != null && i < finer.size(); i++) {
            finerOpens.add(finer.openTime(i));
        }
        this.length = series.timeframe().millis();
        this.cash = cash;
    }

    public void run(NaiveStrategy strategy) {
        for (now = 0; now < bars.size(); now++) {
            atClose = false;
            part = bar();
            setVolume();
            for (NaiveOrder order : working()) {
                if (order.lasting.equals("GTD") && opens.get(now) >= order.until) {
                    order.state = "CANCELLED";
                }
            }
            walkParts();
            part = bar();
            atClose = true;
            for (NaiveOrder order : working()) {
                if (order.works() && order.type == 'E' && now >= closingBar(order) && order.starved != now) {
                    execute(order, worse(order, bar().close()), "ON_CLOSE", false, false);
                }
            }
            for (NaiveOrder order : working()) {
                if (order.lasting.equals("DAY") && now >= lastDay(order)) {
                    order.state = "CANCELLED";
                } else if (order.trail != null && order.type == 'S') {
                    follow(order);
                }
            }
            callMargin();
            strategy.atClose(now, this);
            if (rules.sameClose) {
                fillAtSameClose();
            }
            equity.add(worth(rules.nearest(bar().close())));
        }
    }

    private void walkParts() {
        List<NaiveBar> parts = new ArrayList<>();
        for (int i = 0; rules.mode.equals("magnifier") && i < finer.size(); i++) {
            if (finerOpens.get(i) >= opens.get(now) && finerOpens.get(i) < opens.get(now) + length) {
                parts.add(finer.get(i));
            }
        }
        if (parts.isEmpty()) {
            parts.add(bar());
        }
        for (int i = 0; i < parts.size(); i++) {
            part = parts.get(i);
            firstPart = i == 0;
            moment++;
            walk();
        }
    }

    private void walk() {
        for (NaiveOrder order : working()) {
            if (order.works() && order.type == 'R' && order.starved != now) {
                execute(order, worse(order, part.open()), "REST_AT_OPEN", false, false);
            }
        }
        for (NaiveOrder order : working()) {
            boolean market = order.type == 'M' || (order.type == 'O' && now >= openingBar(order));
            if (order.works() && market && order.starved != now) {
                String rule = order.liquidation ? "LIQUIDATED" : order.type == 'O' ? "ON_OPEN" : "MARKET_AT_OPEN";
                execute(order, worse(order, part.open()), rule, false, false);
            }
        }
        boolean more = true;
        while (more) {
            more = fillOneAtOpen(true) || fillOneAtOpen(false);
        }
        for (NaiveOrder order : working()) {
            if (firstPart && (order.lasting.equals("IOC") || order.lasting.equals("FOK"))) {
                order.state = "CANCELLED";
            }
        }
        twoSided = anyReached(true) && anyReached(false);
        if (twoSided) {
            doubtfulBars.add(now);
        }
        if (rules.mode.equals("ohlc")) {
            walkPath();
        } else {
            more = true;
            while (more) {
                more = fillOneInside();
            }
        }
        for (NaiveHolding holding : holdings) {
            for (NaiveOrder leg : new NaiveOrder[] {holding.stop, holding.target}) {
                if (leg != null && leg.waits() && unclear(leg, holding)) {
                    holding.doubtful = true;
                    doubtfulBars.add(now);
                }
            }
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

    @Override
    public void send(Order asked) {
        take(asked);
    }

    private NaiveOrder take(Order asked) {
        NaiveOrder order = new NaiveOrder();
        order.id = orders.size() + 1;
        order.buy = asked.side() == Side.LONG;
        order.contracts = asked.contracts();
        order.left = order.contracts;
        order.type = switch (asked.type()) {
            case MARKET -> 'M';
            case LIMIT -> 'L';
            case STOP, TRAILING_STOP -> 'S';
            case STOP_LIMIT -> 'C';
            case MARKET_IF_TOUCHED -> 'T';
            case MARKET_ON_OPEN -> 'O';
            case MARKET_ON_CLOSE -> 'E';
        };
        order.sentAs = order.type;
        order.lasting = asked.lasting().name();
        order.until = asked.until();
        order.sentBar = now;
        order.bornBar = now + 1;
        order.reduce = asked.reduceOnly();
        order.stop = asked.stop();
        order.target = asked.target();
        orders.add(order);
        order.price = Double.isNaN(asked.price()) ? null : BigDecimal.valueOf(asked.price());
        order.limitPrice = Double.isNaN(asked.limitPrice()) ? null : BigDecimal.valueOf(asked.limitPrice());
        boolean offGrid =
                off(order.price) || off(order.limitPrice) || off(asked.trail()) || off(order.stop) || off(order.target);
        boolean cold = cold(asked.trail()) || (order.stop instanceof Exit.Trailing t && cold(t.trail()));
        if ((offGrid && !rules.round) || cold || (order.reduce && (order.stop != null || order.target != null))) {
            order.state = "REJECTED";
            return order;
        }
        order.price = order.price == null ? null : worse(order, order.price);
        order.limitPrice = order.limitPrice == null ? null : worse(order, order.limitPrice);
        if (asked.trail() != null) {
            order.trail = distance(asked.trail(), now);
            order.price = worse(
                    order,
                    order.buy ? bar().close().add(order.trail) : bar().close().subtract(order.trail));
        }
        return order;
    }

    @Override
    public void oneCancelsOther(List<Order> asked) {
        List<NaiveOrder> group = asked.stream().map(this::take).toList();
        group.forEach(order -> order.group = group);
    }

    @Override
    public void replace(int id, Order by) {
        if (id <= orders.size() && orders.get(id - 1).works()) {
            NaiveOrder order = orders.get(id - 1);
            if (order.protects == null && !order.liquidation) {
                order.state = "CANCELLED";
                send(by);
            }
        }
    }

    @Override
    public void move(int id, double to) {
        if (id > orders.size()
                || !orders.get(id - 1).works()
                || !orders.get(id - 1).waits()) {
            return;
        }
        NaiveOrder order = orders.get(id - 1);
        BigDecimal price = BigDecimal.valueOf(to);
        if (!rules.onGrid(price) && !rules.round) {
            return;
        }
        price = worse(order, price);
        if (order.type == 'C'
                && (order.buy ? order.limitPrice.compareTo(price) < 0 : order.limitPrice.compareTo(price) > 0)) {
            return;
        }
        order.price = price;
    }

    @Override
    public void close() {
        int held = position();
        if (held > 0) {
            send(Order.sell(held).reducing());
        } else if (held < 0) {
            send(Order.buy(-held).reducing());
        }
    }

    @Override
    public void flatten() {
        working().stream()
                .filter(order -> order.protects == null && !order.liquidation)
                .forEach(order -> order.state = "CANCELLED");
        close();
    }

    @Override
    public void cancel(int id) {
        if (id <= orders.size() && orders.get(id - 1).works() && !orders.get(id - 1).liquidation) {
            orders.get(id - 1).state = "CANCELLED";
        }
    }

    @Override
    public void cancelAll() {
        working().stream().filter(order -> !order.liquidation).forEach(order -> order.state = "CANCELLED");
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

    // ---- time

    private LocalDate day(int bar) {
        return session.tradingDay(opens.get(bar));
    }

    private boolean lastOfDay(int bar) {
        return bar == bars.size() - 1 || !day(bar + 1).equals(day(bar));
    }

    /** Last bar of the trading day of the bar after the order's sending. */
    private int lastDay(NaiveOrder order) {
        int bar = order.type == 'O' || order.sentAs == 'O' ? openingBar(order) : order.sentBar + 1;
        if (bar >= bars.size()) {
            return Integer.MAX_VALUE;
        }
        while (!lastOfDay(bar)) {
            bar++;
        }
        return bar;
    }

    private int closingBar(NaiveOrder order) {
        int bar = order.sentBar + 1;
        while (bar < bars.size() && !lastOfDay(bar)) {
            bar++;
        }
        return bar;
    }

    private int openingBar(NaiveOrder order) {
        int bar = order.sentBar + 1;
        while (bar < bars.size() && day(bar).equals(day(order.sentBar))) {
            bar++;
        }
        return bar;
    }

    private void setVolume() {
        volumeLeft = rules.share.signum() == 0
                ? null
                : rules.share
                        .multiply(bar().volume())
                        .setScale(0, RoundingMode.FLOOR)
                        .intValueExact();
    }

    private void fillAtSameClose() {
        for (NaiveOrder order : working()) {
            boolean sentNow = order.bornBar > now && order.starved != now;
            if (order.works() && order.type == 'M' && sentNow && !order.liquidation) {
                execute(order, worse(order, bar().close()), "SAME_CLOSE", false, false);
            }
        }
    }

    // ---- the bar

    private List<NaiveOrder> working() {
        return orders.stream().filter(NaiveOrder::works).toList();
    }

    private boolean fillOneAtOpen(boolean stops) {
        for (NaiveOrder order : working()) {
            if (!live(order) || order.isStop() != stops || !openFills(order)) {
                continue;
            }
            BigDecimal at = worse(order, part.open());
            if (order.type == 'C' && !within(order, at)) {
                trigger(order, -1);
            } else {
                String rule = switch (order.type) {
                    case 'S' -> order.trail == null ? "STOP_GAP" : "TRAILING_GAP";
                    case 'C' -> "STOP_LIMIT_GAP";
                    case 'T' -> "TOUCHED_GAP";
                    default -> "LIMIT_GAP";
                };
                execute(order, at, rule, false, false);
            }
            return true;
        }
        return false;
    }

    /** A stop goes by the open itself, a limit by the tick that the trader would get. */
    private boolean openFills(NaiveOrder order) {
        return fills(order, order.isStop() ? part.open() : worse(order, part.open()));
    }

    private void trigger(NaiveOrder order, int when) {
        order.type = 'L';
        order.price = order.limitPrice;
        order.triggered = when;
    }

    private boolean within(NaiveOrder order, BigDecimal price) {
        BigDecimal need = rules.through ? rules.tick : BigDecimal.ZERO;
        return order.buy
                ? price.compareTo(order.limitPrice.subtract(need)) <= 0
                : price.compareTo(order.limitPrice.add(need)) >= 0;
    }

    private boolean fillOneInside() {
        BigDecimal open = rules.up(part.open());
        int sign = rules.mode.equals("optimistic") ? -1 : 1;
        List<NaiveOrder> candidates = working().stream()
                .filter(order -> live(order) && insideRule(order) != null)
                .sorted(Comparator.comparingInt((NaiveOrder o) -> sign * (o.isStop() ? 0 : o.protects == null ? 1 : 2))
                        .thenComparing(o -> o.price.subtract(open).abs())
                        .thenComparing(o -> o.id))
                .toList();
        if (candidates.isEmpty()) {
            return false;
        }
        NaiveOrder order = candidates.get(0);
        String rule = insideRule(order);
        fillInside(order, rule.equals("EXIT_AT_ENTRY") ? reduces(order).market : order.price, rule);
        return true;
    }

    private void fillInside(NaiveOrder order, BigDecimal at, String rule) {
        if (order.type == 'C' && !within(order, at)) {
            trigger(order, rules.mode.equals("ohlc") ? -1 : moment);
            return;
        }
        boolean doubt = twoSided;
        if (!rule.equals("EXIT_AT_ENTRY")) {
            NaiveHolding closes = reduces(order);
            doubt |= closes != null && unclear(order, closes);
            if (order.protects != null) {
                boolean isStop = order == order.protects.stop;
                NaiveOrder sibling = isStop ? order.protects.target : order.protects.stop;
                if (sibling != null && sibling.works() && sibling.waits() && reached(sibling)) {
                    doubt = true;
                    if (!rules.mode.equals("ohlc")) {
                        rule = isStop ? "STOP_BEFORE_TARGET" : "TARGET_BEFORE_STOP";
                    }
                }
            }
            doubt |= order.group.stream().anyMatch(other -> other != order && live(other) && reached(other));
        }
        if (doubt) {
            doubtfulBars.add(now);
        }
        execute(order, at, rule, true, doubt);
    }

    private static String plainRule(NaiveOrder order) {
        return switch (order.type) {
            case 'S' -> order.trail == null ? "STOP_AT_PRICE" : "TRAILING_AT_PRICE";
            case 'C' -> "STOP_LIMIT_AT_PRICE";
            case 'T' -> "TOUCHED_AT_PRICE";
            default -> "LIMIT_AT_PRICE";
        };
    }

    /** Name of the rule by which an order fills after the open, or null. */
    private String insideRule(NaiveOrder order) {
        boolean optimistic = rules.mode.equals("optimistic");
        String plain = plainRule(order);
        boolean shownByClose = fills(order, part.close());
        if (!bornInside(order)) {
            return reached(order) && (order.triggered != moment || shownByClose) ? plain : null;
        }
        NaiveHolding holding = reduces(order);
        if (fills(order, holding.market)) {
            return "EXIT_AT_ENTRY";
        }
        if (!reached(order)) {
            return null;
        }
        if (order.isStop()) {
            return holding.byLimit || shownByClose ? plain : optimistic ? null : "STOP_AFTER_ENTRY";
        }
        if (holding.byLimit) {
            return shownByClose ? "TARGET_BY_CLOSE" : optimistic ? "TARGET_AFTER_ENTRY" : null;
        }
        return plain;
    }

    /** Whether the bar leaves open if this exit came before or after the entry of what it closes. */
    private boolean unclear(NaiveOrder exit, NaiveHolding holding) {
        return holding.insideMoment == moment
                && exit.isStop() != holding.byLimit
                && !fills(exit, holding.market)
                && reached(exit)
                && !fills(exit, part.close());
    }

    /** Open, nearer extreme, farther extreme, close. */
    private void walkPath() {
        BigDecimal up = rules.nearest(part.high()).subtract(rules.nearest(part.open()));
        BigDecimal down = rules.nearest(part.open()).subtract(rules.nearest(part.low()));
        boolean highFirst = up.compareTo(down) < 0;
        walkLine(highFirst, highFirst ? part.high() : part.low());
        walkLine(!highFirst, highFirst ? part.low() : part.high());
        walkLine(highFirst, part.close());
    }

    private void walkLine(boolean rising, BigDecimal to) {
        while (true) {
            NaiveOrder passed = working().stream()
                    .filter(o -> live(o) && bornInside(o) && fills(o, reduces(o).market))
                    .findFirst()
                    .orElse(null);
            if (passed != null) {
                fillInside(passed, reduces(passed).market, "EXIT_AT_ENTRY");
                continue;
            }
            Comparator<NaiveOrder> along = Comparator.comparing(this::neededPrice);
            NaiveOrder next = working().stream()
                    .filter(o -> live(o) && waitsAbove(o) == rising && fills(o, to))
                    .min((rising ? along : along.reversed())
                            .thenComparing(o -> o.isStop() ? 0 : 1)
                            .thenComparing(o -> o.id))
                    .orElse(null);
            if (next == null) {
                return;
            }
            fillInside(next, next.price, plainRule(next));
        }
    }

    private boolean anyReached(boolean rising) {
        return working().stream().anyMatch(o -> live(o) && waitsAbove(o) == rising && reached(o));
    }

    private static boolean waitsAbove(NaiveOrder order) {
        return order.buy == order.isStop();
    }

    private BigDecimal neededPrice(NaiveOrder order) {
        BigDecimal need = order.type == 'L' && rules.through ? rules.tick : BigDecimal.ZERO;
        return waitsAbove(order) ? order.price.add(need) : order.price.subtract(need);
    }

    /** Whether a trade at this price fills the order. */
    private boolean fills(NaiveOrder order, BigDecimal price) {
        int way = price.compareTo(neededPrice(order));
        return waitsAbove(order) ? way >= 0 : way <= 0;
    }

    private boolean reached(NaiveOrder order) {
        return fills(order, waitsAbove(order) ? part.high() : part.low());
    }

    private boolean live(NaiveOrder order) {
        if (!order.works() || !order.waits() || order.starved == now) {
            return false;
        }
        return !order.reduce || (order.buy ? position() < 0 : position() > 0);
    }

    private boolean bornInside(NaiveOrder order) {
        NaiveHolding holding = reduces(order);
        return holding != null && holding.insideMoment == moment;
    }

    private NaiveHolding reduces(NaiveOrder order) {
        if (order.protects != null || !order.reduce) {
            return order.protects;
        }
        return holdings.isEmpty() ? null : holdings.get(0);
    }

    private void follow(NaiveOrder order) {
        NaiveHolding holding = order.protects;
        boolean entered = holding != null && holding.bar == now;
        if (entered && holding.entered.equals("close")) {
            return;
        }
        boolean onlyClose = entered && holding.entered.equals("inside");
        if (order.buy) {
            BigDecimal low = onlyClose ? bar().close() : bar().low();
            order.price = order.price.min(rules.up(low.add(order.trail)));
        } else {
            BigDecimal high = onlyClose ? bar().close() : bar().high();
            order.price = order.price.max(rules.down(high.subtract(order.trail)));
        }
    }

    // ---- the books

    private void execute(NaiveOrder order, BigDecimal at, String rule, boolean inside, boolean doubt) {
        boolean against = order.buy ? position() < 0 : position() > 0;
        int held = Math.abs(position());
        int closing = order.protects != null ? order.protects.contracts : against ? Math.min(held, order.left) : 0;
        int opening = order.reduce ? 0 : order.left - closing;
        if (closing + opening == 0) {
            order.state = "CANCELLED";
            return;
        }
        if (volumeLeft != null && closing + opening > volumeLeft && !order.liquidation) {
            if (order.lasting.equals("FOK")) {
                order.state = "CANCELLED";
                return;
            }
            closing = Math.min(closing, volumeLeft);
            opening = Math.min(opening, volumeLeft - closing);
        }
        int contracts = closing + opening;
        if (contracts == 0) {
            starve(order);
            return;
        }
        if (opening > 0) {
            BigDecimal margin = rules.margin(true, day(now), lastOfDay(now));
            BigDecimal needed =
                    rules.convert(margin.multiply(BigDecimal.valueOf(against ? opening : held + opening)), day(now));
            if (margin.signum() > 0 && needed.compareTo(worth(at)) > 0) {
                order.state = "REJECTED";
                return;
            }
        }
        BigDecimal price = slip(order, at);
        BigDecimal costOfContract = rules.convert(rules.costPerSide, day(now));
        cash = cash.subtract(costOfContract.multiply(BigDecimal.valueOf(contracts)));
        if (volumeLeft != null) {
            volumeLeft = Math.max(0, volumeLeft - contracts);
        }
        order.left -= contracts;
        fills.add(now + " #" + order.id + (order.buy ? " buy " : " sell ") + contracts + " @" + text(price) + " " + rule
                + (doubt ? "?" : ""));
        if (order.protects != null) {
            take(order.protects, closing, order, price, doubt);
        } else {
            for (int left = closing; left > 0; ) {
                int some = Math.min(left, holdings.get(0).contracts);
                take(holdings.get(0), some, order, price, doubt);
                left -= some;
            }
        }
        if (opening > 0) {
            hold(order, opening, at, price, inside, doubt, costOfContract);
        }
        boolean done = order.protects != null
                ? order.protects.contracts == 0
                : order.left == 0 || (order.reduce && (order.buy ? position() >= 0 : position() <= 0));
        if (done) {
            order.state = "FILLED";
        } else {
            starve(order);
        }
        for (NaiveOrder other : order.group) {
            if (other != order && other.works()) {
                other.state = "CANCELLED";
            }
        }
    }

    private void starve(NaiveOrder order) {
        order.starved = now;
        if (order.type == 'S' || order.type == 'T') {
            order.type = 'R';
        } else if (order.type == 'C') {
            trigger(order, -1);
        } else if (order.type == 'O' || order.type == 'E') {
            order.type = 'M';
            order.bornBar = now + 1;
        }
    }

    private void take(NaiveHolding holding, int contracts, NaiveOrder exit, BigDecimal price, boolean doubt) {
        BigDecimal count = BigDecimal.valueOf(contracts);
        BigDecimal gross = rules.convert(money(holding.gainAt(price), contracts), day(now));
        BigDecimal costs = holding.costOfContract
                .add(rules.convert(rules.costPerSide, day(now)))
                .multiply(count);
        BigDecimal risk = rules.convert(money(holding.risk, contracts), day(now));
        boolean doubtful = holding.doubtful || doubt;
        trips.add(
                NaiveTrip.of(rules, bars, holding, contracts, exit, now, atClose, price, gross, costs, risk, doubtful));
        cash = cash.add(gross);
        holding.contracts -= contracts;
        if (holding.contracts == 0) {
            holdings.remove(holding);
            for (NaiveOrder leg : orders) {
                if (leg.protects == holding && leg != exit && leg.works()) {
                    leg.state = "CANCELLED";
                }
            }
        }
    }

    private void hold(
            NaiveOrder order,
            int contracts,
            BigDecimal at,
            BigDecimal price,
            boolean inside,
            boolean doubt,
            BigDecimal costOfContract) {
        NaiveHolding holding = new NaiveHolding();
        holding.isLong = order.buy;
        holding.contracts = contracts;
        holding.entryOrder = order.id;
        holding.bar = now;
        holding.price = price;
        holding.market = at;
        holding.costOfContract = costOfContract;
        holding.insideMoment = inside ? moment : -1;
        holding.entered = atClose ? "close" : inside || !firstPart ? "inside" : "open";
        holding.byLimit = order.type == 'L' || order.type == 'T';
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
        leg.left = leg.contracts;
        leg.type = type;
        leg.sentAs = type;
        leg.sentBar = now;
        leg.bornBar = now;
        leg.reduce = true;
        leg.protects = holding;
        if (exit instanceof Exit.Ticks away) {
            leg.price = holding.price.add(rules.ticks(direction * away.ticks()));
        } else if (exit instanceof Exit.Trailing trailing) {
            leg.trail = distance(trailing.trail(), atClose ? now : now - 1);
            leg.price = direction < 0 ? holding.price.subtract(leg.trail) : holding.price.add(leg.trail);
        } else {
            leg.price = worse(leg, BigDecimal.valueOf(((Exit.At) exit).price()));
        }
        orders.add(leg);
        return leg;
    }

    private BigDecimal distance(Trail trail, int bar) {
        if (trail instanceof Trail.Ticks ticks) {
            return rules.ticks(ticks.ticks());
        }
        if (trail instanceof Trail.Points points) {
            return rules.up(BigDecimal.valueOf(points.points()));
        }
        Trail.Atr atr = (Trail.Atr) trail;
        double range = NaiveAverages.trueRange(bars, atr.period(), bar);
        // the product of two doubles, as the average is one: rounding noise is not a tick
        BigDecimal product = new BigDecimal(range * atr.multiple())
                .divide(rules.tick, 20, RoundingMode.HALF_EVEN)
                .setScale(6, RoundingMode.HALF_EVEN);
        return product.setScale(0, RoundingMode.CEILING).max(BigDecimal.ONE).multiply(rules.tick);
    }

    private boolean cold(Trail trail) {
        return trail instanceof Trail.Atr atr && now < atr.period();
    }

    private BigDecimal slip(NaiveOrder order, BigDecimal at) {
        int ticks = switch (order.type) {
            case 'M', 'O', 'E', 'T' -> rules.marketSlippage;
            case 'S' -> rules.stopSlippage;
            case 'R' -> order.sentAs == 'T' ? rules.marketSlippage : rules.stopSlippage;
            default -> 0;
        };
        if (order.buy) {
            BigDecimal worse = at.add(rules.ticks(ticks));
            return rules.cap ? at.max(worse.min(rules.up(part.high()))) : worse;
        }
        BigDecimal worse = at.subtract(rules.ticks(ticks));
        return rules.cap ? at.min(worse.max(rules.down(part.low()))) : worse;
    }

    private BigDecimal worse(NaiveOrder order, BigDecimal price) {
        return order.buy ? rules.up(price) : rules.down(price);
    }

    private void callMargin() {
        BigDecimal margin = rules.margin(false, day(now), lastOfDay(now));
        BigDecimal needed = rules.convert(margin.multiply(BigDecimal.valueOf(Math.abs(position()))), day(now));
        boolean already = orders.stream().anyMatch(order -> order.liquidation && order.works());
        if (needed.signum() == 0
                || already
                || worth(rules.nearest(bar().close())).compareTo(needed) >= 0) {
            return;
        }
        working().forEach(order -> order.state = "CANCELLED");
        close();
        orders.get(orders.size() - 1).liquidation = true;
    }

    private BigDecimal worth(BigDecimal at) {
        BigDecimal open = BigDecimal.ZERO;
        for (NaiveHolding holding : holdings) {
            open = open.add(money(holding.gainAt(at), holding.contracts));
        }
        return cash.add(rules.convert(open, day(now)));
    }

    private BigDecimal money(BigDecimal points, int contracts) {
        return points.multiply(rules.pointValue).multiply(BigDecimal.valueOf(contracts));
    }

    private boolean off(BigDecimal price) {
        return price != null && !rules.onGrid(price);
    }

    private boolean off(Trail trail) {
        return trail instanceof Trail.Points points && off(BigDecimal.valueOf(points.points()));
    }

    private boolean off(Exit exit) {
        if (exit instanceof Exit.Trailing trailing) {
            return off(trailing.trail());
        }
        return exit instanceof Exit.At at && off(BigDecimal.valueOf(at.price()));
    }

    private NaiveBar bar() {
        return bars.get(now);
    }

    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
