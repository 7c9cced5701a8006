package futures.engine.twin;

import futures.engine.Hand;
import futures.model.Exit;
import futures.model.Order;
import futures.model.Side;
import futures.model.Trail;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What a strategy sees and does in one market, at the close of a bar. */
public final class NaiveDesk implements Hand {
    private final NaiveRules rules;
    private final NaiveMoment now;
    /** In the market whose bars the strategy is called for. */
    private final NaiveMoment home;

    private final NaiveBook book;
    private final NaiveTrails trails;
    private final NaiveRolls rolls;
    private final NaiveAccount account;
    private final NaiveRefusal refusal;
    private final NaiveSight sight;
    private final Map<String, NaiveDesk> others = new HashMap<>();

    NaiveDesk(
            NaiveMoment now,
            NaiveMoment home,
            NaiveBook book,
            NaiveTrails trails,
            NaiveAccount account,
            List<String> fills) {
        this.rules = now.market.rules;
        this.now = now;
        this.home = home;
        this.account = account;
        this.refusal = new NaiveRefusal(now);
        this.sight = new NaiveSight(now, book, fills);
        this.book = book;
        this.trails = trails;
        this.rolls = now.market.rolls();
    }

    /** The same strategy's desk in another market. */
    public NaiveDesk in(String symbol) {
        return others.get(symbol);
    }

    void know(NaiveDesk other) {
        others.put(other.now.market.symbol, other);
    }

    /** Close of the bar at which the strategy is called. */
    private long clock() {
        return home.market.closesAt(home.completed);
    }

    // ---- what a strategy sees

    /** From now on the strategy reads bars of this length; 0 for those of the market. */
    public void read(long millis) {
        sight.read(millis);
    }

    /** How many of the bars that it reads are complete. */
    public int bars() {
        return sight.bars();
    }

    public BigDecimal close(int barsAgo) {
        return sight.close(barsAgo);
    }

    /** Fills since it was asked last. */
    public List<String> news() {
        return sight.news();
    }

    @Override
    public double closeOf(int barsAgo) {
        return sight.close(barsAgo).doubleValue();
    }

    @Override
    public int position() {
        return book.position();
    }

    @Override
    public double entryPrice() {
        return sight.entryPrice();
    }

    @Override
    public double equity() {
        return account.equity().doubleValue();
    }

    @Override
    public boolean working(int id) {
        return id > 0 && id <= book.orders.size() && order(id).works();
    }

    @Override
    public OptionalInt stopOf(int entry) {
        return book.working().stream()
                .filter(order -> order.role.equals("STOP_LOSS") && order.protects.entryOrder == entry)
                .mapToInt(order -> order.id)
                .findFirst();
    }

    // ---- what it may do

    @Override
    public int send(Order asked) {
        return take(asked).id;
    }

    private NaiveOrder take(Order asked) {
        return take(asked, clock());
    }

    private NaiveOrder take(Order asked, long time) {
        NaiveOrder order = new NaiveOrder();
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
        order.reduce = asked.reduceOnly();
        order.stop = asked.stop();
        order.target = asked.target();
        order.price = Double.isNaN(asked.price()) ? null : BigDecimal.valueOf(asked.price());
        order.limitPrice = Double.isNaN(asked.limitPrice()) ? null : BigDecimal.valueOf(asked.limitPrice());
        book.add(order);
        schedule(order, time);
        order.sentAt = time;
        String refused = refusal.always(asked);
        String offGrid = rolls.byRatio() ? null : refusal.offGrid(asked);
        if (refused != null || (offGrid != null && !rules.round)) {
            order.end("REJECTED", time, refused != null ? refused : offGrid);
            return order;
        }
        order.reason = offGrid == null ? "" : offGrid + ", rounded to the worse tick";
        order.price = order.price == null ? null : real(order.buy, order.price);
        order.limitPrice = order.limitPrice == null ? null : real(order.buy, order.limitPrice);
        order.stop = real(order.buy, order.stop);
        order.target = real(order.buy, order.target);
        if (asked.trail() != null) {
            order.trail = trails.distance(real(asked.trail()), now.bar);
            BigDecimal away = order.buy ? order.trail : order.trail.negate();
            order.price = rules.worse(order.buy, now.whole().close().add(away));
        }
        return order;
    }

    /** On the worse tick of the contract that is traded now. */
    private BigDecimal real(boolean buy, BigDecimal price) {
        return rules.worse(buy, rules.snap(rolls.real(now.market, Math.max(0, now.bar), price)));
    }

    private Exit real(boolean buy, Exit exit) {
        if (exit instanceof Exit.Trailing trailing) {
            return new Exit.Trailing(real(trailing.trail()));
        }
        return exit instanceof Exit.At at
                ? new Exit.At(real(!buy, BigDecimal.valueOf(at.price())).doubleValue())
                : exit;
    }

    private Trail real(Trail trail) {
        if (!(trail instanceof Trail.Points points)) {
            return trail;
        }
        BigDecimal real = rolls.realDistance(now.market, Math.max(0, now.bar), BigDecimal.valueOf(points.points()));
        return new Trail.Points(rules.up(rules.snap(real)).doubleValue());
    }

    private void schedule(NaiveOrder order, long time) {
        int next = now.market.firstBarAfter(now.bar, time);
        order.bornBar = order.type == 'O'
                ? now.market.firstBarOfADay(next)
                : order.type == 'E' ? now.market.lastBarOfDay(next) : next;
        if (order.lasting.equals("DAY")) {
            order.lastBar = now.market.lastBarOfDay(order.type == 'O' ? order.bornBar : next);
        }
    }

    @Override
    public void oneCancelsOther(List<Order> asked) {
        List<NaiveOrder> group = asked.stream().map(this::take).toList();
        group.forEach(order -> order.group = group);
    }

    @Override
    public void replace(int id, Order by) {
        if (mayCancel(id) && order(id).protects == null) {
            order(id).end("CANCELLED", clock(), "replaced by order " + (book.orders.size() + 1));
            send(by);
        }
    }

    @Override
    public void move(int id, double to) {
        BigDecimal price = BigDecimal.valueOf(to);
        if (!mayCancel(id)
                || !order(id).waits()
                || (!rolls.byRatio() && refusal.off("price", to) != null && !rules.round)) {
            return;
        }
        NaiveOrder order = order(id);
        price = real(order.buy, price);
        boolean stopLimit = order.type == 'C';
        if (stopLimit && (order.buy ? order.limitPrice.compareTo(price) < 0 : order.limitPrice.compareTo(price) > 0)) {
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
        book.working().stream()
                .filter(order -> order.protects == null && !order.liquidation())
                .forEach(this::cancel);
        close();
    }

    @Override
    public void cancel(int id) {
        if (mayCancel(id)) {
            cancel(order(id));
        }
    }

    private void cancel(NaiveOrder order) {
        order.end("CANCELLED", clock(), "cancelled by the strategy");
    }

    @Override
    public void cancelAll() {
        book.working().stream().filter(order -> !order.liquidation()).forEach(this::cancel);
    }

    /** Cancels everything and closes what is held, whatever the strategy thinks of it. */
    void liquidate(String why, long time) {
        book.working().forEach(order -> order.end("CANCELLED", time, why));
        int held = position();
        if (held != 0) {
            NaiveOrder out = take((held > 0 ? Order.sell(held) : Order.buy(-held)).reducing(), time);
            out.role = "LIQUIDATION";
            out.reason = why;
        }
    }

    private boolean mayCancel(int id) {
        return id <= book.orders.size() && order(id).works() && !order(id).liquidation();
    }

    private NaiveOrder order(int id) {
        return book.orders.get(id - 1);
    }
}
