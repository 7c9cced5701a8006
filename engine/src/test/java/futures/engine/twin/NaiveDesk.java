package futures.engine.twin;

import futures.engine.Hand;
import futures.model.Exit;
import futures.model.Order;
import futures.model.Side;
import futures.model.Trail;
import java.math.BigDecimal;
import java.util.List;

/** Takes a strategy's orders for one market, at the close of a bar. */
public final class NaiveDesk implements Hand {
    private final NaiveRules rules;
    private final NaiveMoment now;
    private final NaiveBook book;
    private final NaiveTrails trails;
    private final NaiveRolls rolls;

    NaiveDesk(NaiveRules rules, NaiveMoment now, NaiveBook book, NaiveTrails trails) {
        this.rules = rules;
        this.now = now;
        this.book = book;
        this.trails = trails;
        this.rolls = now.market.rolls();
    }

    public int position() {
        return book.position();
    }

    public BigDecimal close(int barsAgo) {
        return now.market.seen().get(now.bar - barsAgo).close();
    }

    @Override
    public void send(Order asked) {
        take(asked);
    }

    private NaiveOrder take(Order asked) {
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
        schedule(order);
        boolean offGrid = rolls.byRatio()
                ? false
                : off(order.price)
                        || off(order.limitPrice)
                        || off(asked.trail())
                        || off(order.stop)
                        || off(order.target);
        boolean cold = trails.cold(asked.trail()) || (order.stop instanceof Exit.Trailing t && trails.cold(t.trail()));
        boolean reducesWithLegs = order.reduce && (order.stop != null || order.target != null);
        if ((offGrid && !rules.round) || cold || reducesWithLegs) {
            order.state = "REJECTED";
            return order;
        }
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
        return rules.worse(buy, rolls.real(now.market, Math.max(0, now.bar), price));
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
        return new Trail.Points(rules.up(real).doubleValue());
    }

    private void schedule(NaiveOrder order) {
        int next = now.bar + 1;
        order.bornBar = order.type == 'O'
                ? now.market.firstBarOfNextDay(now.bar)
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
            order(id).state = "CANCELLED";
            send(by);
        }
    }

    @Override
    public void move(int id, double to) {
        BigDecimal price = BigDecimal.valueOf(to);
        if (!mayCancel(id) || !order(id).waits() || (!rolls.byRatio() && off(price) && !rules.round)) {
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
                .filter(order -> order.protects == null && !order.liquidation)
                .forEach(order -> order.state = "CANCELLED");
        close();
    }

    @Override
    public void cancel(int id) {
        if (mayCancel(id)) {
            order(id).state = "CANCELLED";
        }
    }

    @Override
    public void cancelAll() {
        book.working().stream().filter(order -> !order.liquidation).forEach(order -> order.state = "CANCELLED");
    }

    /** Cancels everything and closes what is held, whatever the strategy thinks of it. */
    void liquidate() {
        book.working().forEach(order -> order.state = "CANCELLED");
        if (position() != 0) {
            close();
            order(book.orders.size()).liquidation = true;
        }
    }

    private boolean mayCancel(int id) {
        return id <= book.orders.size() && order(id).works() && !order(id).liquidation;
    }

    private NaiveOrder order(int id) {
        return book.orders.get(id - 1);
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
}
