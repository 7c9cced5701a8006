package futures.engine;

import futures.model.Adjustment;
import futures.model.Exit;
import futures.model.ExitReason;
import futures.model.Order;
import futures.model.OrderType;
import futures.model.Side;
import futures.model.TickGrid;
import futures.model.TimeInForce;
import futures.model.TradingDays;
import futures.model.Trail;
import futures.strategy.Broker;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** Takes a strategy's orders for one market at the close of the strategy's bar. */
final class EngineBroker implements Broker {
    private static final String BY_STRATEGY = "cancelled by the strategy";

    private final Desk desk;
    private final Market market;
    private final Ledger ledger;
    private final TickGrid grid;
    private final Funds funds;
    private final boolean roundOffGridPrices;
    /** Whether prices that a strategy sees, and names, are between ticks by their nature. */
    private final boolean betweenTicks;
    /** Of the market whose bars the strategy is called for: its clock. */
    private final MarketCursor home;

    private final Function<String, Broker> others;
    /** The last orders that closed a long and a short position: strategies close the same ones again and again. */
    private Order closingLong = Order.closing(Side.SHORT, 1);

    private Order closingShort = Order.closing(Side.LONG, 1);

    EngineBroker(Desk desk, MarketCursor home, Funds funds, FillSettings settings, Function<String, Broker> others) {
        this.desk = desk;
        this.market = desk.market;
        this.ledger = desk.ledger;
        this.grid = market.contract().ticks();
        this.funds = funds;
        this.roundOffGridPrices = settings.roundOffGridPrices();
        this.betweenTicks = market.adjustment() == Adjustment.RATIO;
        this.home = home;
        this.others = others;
    }

    @Override
    public int position() {
        return (int) ledger.account.position;
    }

    @Override
    public double entryPrice() {
        double price = ledger.meanEntryPrice();
        return desk.cursor.at < 0 ? price : market.series().adjusted(desk.cursor.at, price);
    }

    @Override
    public double equity() {
        return Money.toDouble(funds.equity());
    }

    @Override
    public double profit() {
        return Money.toDouble(desk.worth());
    }

    @Override
    public int send(Order order) {
        int plain = desk.cursor == home ? desk.takePlain(order, now()) : 0;
        return plain != 0 ? plain : take(order).id;
    }

    @Override
    public int[] sendOneCancelsOther(Order... orders) {
        if (orders.length < 2) {
            throw new IllegalArgumentException("one cancels the other needs at least 2 orders, found " + orders.length);
        }
        Working[] taken = new Working[orders.length];
        int[] numbers = new int[orders.length];
        List<Working> group = Arrays.asList(taken);
        for (int i = 0; i < orders.length; i++) {
            taken[i] = take(orders[i]);
            taken[i].group = group;
            numbers[i] = taken[i].id;
        }
        return numbers;
    }

    private Working take(Order sent) {
        String why = refusal(sent);
        String offGrid = OrderPrices.plain(sent) || betweenTicks ? null : OrderPrices.offGrid(grid, sent);
        if (why == null && offGrid != null && !roundOffGridPrices) {
            why = offGrid;
        }
        Order order = why == null ? OrderPrices.real(grid, sent, market.series(), bar()) : sent;
        Working working = new Working(
                ledger.nextOrder(), order, Working.kindOf(order.type()), null, ExitReason.ORDER, now(), firstBar());
        if (why != null) {
            working.end(OrderStatus.REJECTED, now(), why);
            ledger.orders.write(working);
            return working;
        }
        if (offGrid != null) {
            working.reason = offGrid + ", rounded to the worse tick";
        }
        price(working);
        schedule(working);
        desk.everyOrder().add(working);
        return working;
    }

    /** The last bar of its market that the strategy knows, or the first one. */
    private int bar() {
        return Math.max(0, desk.cursor.at);
    }

    private String refusal(Order order) {
        if (order.reduceOnly() && (order.stop() != null || order.target() != null)) {
            return "an order that only reduces opens nothing that a stop or target could protect";
        }
        if (order.trail() != null && desk.cursor.at < 0) {
            return "a trailing stop starts from a close, and its market has no bar yet";
        }
        String unknown = unknown(order.trail());
        return unknown == null && order.stop() instanceof Exit.Trailing leg ? unknown(leg.trail()) : unknown;
    }

    private String unknown(Trail trail) {
        return trail instanceof Trail.Atr atr && TrailDistance.ticks(atr, market, desk.cursor.at) == 0
                ? "the average true range over " + atr.period() + " bars is not known yet"
                : null;
    }

    /** One of {@link Moments} of the desk's market. */
    private long now() {
        return desk.cursor == home ? Moments.close(home.at) : home.closeTime();
    }

    /** In another market a bar may be under way: an order must not fill at the open that it has behind it. */
    private int firstBar() {
        int next = desk.cursor.at + 1;
        return desk.cursor == home ? next : Math.max(next, market.bars().firstAtOrAfter(home.closeTime()));
    }

    private void price(Working working) {
        Order order = working.order;
        if (order.type().priced()) {
            working.tick = OrderPrices.worseTick(grid, order.side(), order.price());
            working.price = grid.price(working.tick);
        }
        if (order.type() == OrderType.STOP_LIMIT) {
            working.limitTick = OrderPrices.worseTick(grid, order.side(), order.limitPrice());
        }
        if (order.type() == OrderType.TRAILING_STOP) {
            int now = bar();
            working.trailTicks = TrailDistance.ticks(order.trail(), market, desk.cursor.at);
            working.tick = working.buy
                    ? grid.ceil(market.bars().close(now)) + working.trailTicks
                    : grid.floor(market.bars().close(now)) - working.trailTicks;
        }
    }

    private void schedule(Working working) {
        Order order = working.order;
        boolean day = order.lasting() == TimeInForce.DAY;
        boolean session = order.type() == OrderType.MARKET_ON_OPEN || order.type() == OrderType.MARKET_ON_CLOSE;
        if (day || session) {
            scheduleByDay(working, day);
        }
        if (order.lasting() == TimeInForce.GTD) {
            working.dueBar = market.bars().firstAtOrAfter(order.until());
        } else if (order.lasting() == TimeInForce.IOC || order.lasting() == TimeInForce.FOK) {
            working.dueBar = working.firstBar;
        }
    }

    private void scheduleByDay(Working working, boolean endsWithDay) {
        TradingDays days = market.days();
        int size = market.bars().size();
        int first = working.firstBar;
        if (endsWithDay && first < size) {
            working.dueBar = days.lastBar(days.indexOf(first));
        }
        if (working.kind == Working.Kind.ON_CLOSE) {
            working.firstBar = first < size ? days.lastBar(days.indexOf(first)) : size;
        } else if (working.kind == Working.Kind.ON_OPEN) {
            int next = desk.cursor.at < 0 ? 0 : days.indexOf(desk.cursor.at) + 1;
            while (next < days.count() && days.firstBar(next) < first) {
                next++;
            }
            working.firstBar = next < days.count() ? days.firstBar(next) : size;
            if (endsWithDay) {
                working.dueBar = next < days.count() ? days.lastBar(next) : Working.NEVER;
            }
        }
    }

    @Override
    public OptionalInt replace(int id, Order by) {
        Working order = desk.everyOrder().find(id);
        if (!mayBeCancelled(order) || order.lot != null) {
            return OptionalInt.empty();
        }
        order.end(OrderStatus.CANCELLED, now(), "replaced by order " + (ledger.orders.size() + 1));
        desk.everyOrder().refresh();
        return OptionalInt.of(send(by));
    }

    @Override
    public boolean move(int id, double price) {
        Working order = desk.everyOrder().find(id);
        boolean offGrid = !betweenTicks && !grid.isOnGrid(price);
        if (!mayBeCancelled(order) || !order.waitsForPrice() || (offGrid && !roundOffGridPrices)) {
            return false;
        }
        double real = market.series().real(bar(), price);
        long tick = OrderPrices.worseTick(grid, order.order.side(), real);
        boolean limitTooGood =
                order.kind == Working.Kind.STOP_LIMIT && order.order.side().sign() * (order.limitTick - tick) < 0;
        if (limitTooGood) {
            return false;
        }
        order.tick = tick;
        order.price = grid.price(tick);
        desk.everyOrder().refresh();
        return true;
    }

    @Override
    public OptionalInt stopOf(int entry) {
        return leg(entry, ExitReason.STOP_LOSS);
    }

    @Override
    public OptionalInt targetOf(int entry) {
        return leg(entry, ExitReason.TARGET);
    }

    private OptionalInt leg(int entry, ExitReason role) {
        Book book = desk.everyOrder();
        for (int i = 0; i < book.size(); i++) {
            Working order = book.get(i);
            if (order.works() && order.lot != null && order.lot.entryOrder == entry && order.role == role) {
                return OptionalInt.of(order.id);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt close() {
        int held = position();
        if (held == 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(send(held > 0 ? closingLong(held) : closingShort(-held)));
    }

    private Order closingLong(int contracts) {
        if (closingLong.contracts() != contracts) {
            closingLong = closingLong.of(contracts);
        }
        return closingLong;
    }

    private Order closingShort(int contracts) {
        if (closingShort.contracts() != contracts) {
            closingShort = closingShort.of(contracts);
        }
        return closingShort;
    }

    @Override
    public OptionalInt flatten() {
        cancel(false);
        return close();
    }

    @Override
    public boolean cancel(int id) {
        Working order = desk.everyOrder().find(id);
        if (!mayBeCancelled(order)) {
            return false;
        }
        order.end(OrderStatus.CANCELLED, now(), BY_STRATEGY);
        desk.everyOrder().refresh();
        return true;
    }

    @Override
    public void cancelAll() {
        cancel(true);
    }

    private void cancel(boolean legsToo) {
        Book book = desk.everyOrder();
        for (int i = 0; i < book.size(); i++) {
            Working order = book.get(i);
            if (mayBeCancelled(order) && (legsToo || order.lot == null)) {
                order.end(OrderStatus.CANCELLED, now(), BY_STRATEGY);
            }
        }
        desk.everyOrder().refresh();
    }

    private static boolean mayBeCancelled(Working order) {
        return order != null && order.works() && order.role != ExitReason.LIQUIDATION;
    }

    @Override
    public boolean working(int id) {
        return desk.everyOrder().find(id) != null;
    }

    @Override
    public Broker in(String symbol) {
        return symbol.equals(market.bars().symbol()) ? this : others.apply(symbol);
    }
}
