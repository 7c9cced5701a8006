package futures.engine;

import futures.model.BarSeries;
import futures.model.ExitReason;
import futures.model.FillRule;
import futures.model.Order;
import futures.model.OrderType;
import futures.model.Side;
import futures.model.TickGrid;
import futures.model.TimeInForce;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.Map;
import java.util.RandomAccess;

/**
 * The orders of a run by number, each as a row of whole numbers: a search over parameters makes millions of orders and asks for
 * none. A row is written when its order has come to its end, or the run to its own; a record is made when it is asked
 * for.
 */
@SuppressWarnings("EnumOrdinal") // of one run in one process: never stored
final class OrderRows extends AbstractList<OrderLife> implements RandomAccess {
    private static final OrderType[] TYPES = OrderType.values();
    private static final TimeInForce[] LIVES = TimeInForce.values();
    private static final ExitReason[] ROLES = ExitReason.values();
    private static final OrderStatus[] STATES = OrderStatus.values();
    private static final FillRule[] RULES = FillRule.values();

    private final BarSeries bars;
    private final TickGrid grid;
    private final boolean kept;
    private int count;
    /**
     * For each order: what it is, numbers, price, moments of sending and end, sum of ticks filled, slippage and cause of
     * its end.
     */
    private final LongRows rows = new LongRows(7);

    private final Map<Integer, Double> limitPrices = new HashMap<>();
    private final Map<Integer, String> tags = new HashMap<>();
    private final Map<Integer, String> reasons = new HashMap<>();

    /** @param kept whether anybody will ask for them */
    OrderRows(Market market, boolean kept) {
        this.bars = market.bars();
        this.grid = market.contract().ticks();
        this.kept = kept;
    }

    /** The number of a new order. */
    int next() {
        return kept ? rows.add() + 1 : ++count;
    }

    void write(Working order) {
        if (!kept) {
            return;
        }
        long[] to = rows.chunk(order.id - 1);
        int start = rows.start(order.id - 1);
        int what = what(order.order, order.role, order.status, order.buy, order.reduces)
                | ((order.rule == null ? 0 : order.rule.ordinal() + 1) << 18);
        to[start] = pack(what, order.order.contracts());
        to[start + 1] = pack(order.lot == null ? 0 : order.lot.entryOrder, order.filled);
        to[start + 2] =
                Double.doubleToRawLongBits(order.trails() && !order.refused() ? grid.price(order.tick) : order.price);
        to[start + 3] = order.sentTime;
        to[start + 4] = order.doneTime;
        to[start + 5] = order.tickSum;
        to[start + 6] = pack(order.slippageTicks, order.closedBy);
        if (!Double.isNaN(order.order.limitPrice())) {
            limitPrices.put(order.id, order.order.limitPrice());
        }
        if (!order.order.tag().isEmpty()) {
            tags.put(order.id, order.order.tag());
        }
        if (!order.reason.isEmpty()) {
            reasons.put(order.id, order.reason);
        }
    }

    /** A market order with nothing beside it that was filled as a whole. */
    void writeFilled(Order order, int number, long sentTime, int filled, long tick, int slippage, long time) {
        if (kept) {
            int rule = FillRule.MARKET_AT_OPEN.ordinal() + 1;
            writePlain(order, number, sentTime, OrderStatus.FILLED, time, rule);
            long[] to = rows.chunk(number - 1);
            int start = rows.start(number - 1);
            to[start + 1] = filled;
            to[start + 5] = filled * tick;
            to[start + 6] = pack(slippage, 0);
        }
    }

    /** A market order with nothing beside it that came to nothing. */
    void writeUnfilled(Order order, int number, long sentTime, OrderStatus how, long time, String why) {
        if (kept) {
            writePlain(order, number, sentTime, how, time, 0);
            reasons.put(number, why);
        }
    }

    private void writePlain(Order order, int number, long sentTime, OrderStatus how, long time, int rule) {
        long[] to = rows.chunk(number - 1);
        int start = rows.start(number - 1);
        to[start] = pack(
                what(order, ExitReason.ORDER, how, order.side() == Side.LONG, order.reduceOnly()) | (rule << 18),
                order.contracts());
        to[start + 2] = Double.doubleToRawLongBits(Double.NaN);
        to[start + 3] = sentTime;
        to[start + 4] = time;
    }

    private static int what(Order order, ExitReason role, OrderStatus how, boolean buy, boolean reduces) {
        return order.type().ordinal()
                | (order.lasting().ordinal() << 4)
                | (role.ordinal() << 8)
                | (how.ordinal() << 12)
                | (buy ? 1 << 16 : 0)
                | (reduces ? 1 << 17 : 0);
    }

    private static long pack(int high, int low) {
        return ((long) high << 32) | (low & 0xffffffffL);
    }

    @Override
    public OrderLife get(int index) {
        int id = index + 1;
        int what = high(rows.get(index, 0));
        int rule = what >> 18;
        int entry = high(rows.get(index, 1));
        int filled = low(rows.get(index, 1));
        int closedBy = low(rows.get(index, 6));
        OrderStatus status = STATES[(what >> 12) & 15];
        return new OrderLife(
                id,
                entry == 0 ? null : Integer.valueOf(entry),
                ROLES[(what >> 8) & 15],
                (what & (1 << 16)) != 0 ? Side.LONG : Side.SHORT,
                TYPES[what & 15],
                low(rows.get(index, 0)),
                Double.longBitsToDouble(rows.get(index, 2)),
                limitPrices.getOrDefault(id, Double.NaN),
                LIVES[(what >> 4) & 15],
                (what & (1 << 17)) != 0,
                tags.getOrDefault(id, ""),
                Moments.millis(rows.get(index, 3), bars),
                status,
                status == OrderStatus.WORKING ? null : Long.valueOf(Moments.millis(rows.get(index, 4), bars)),
                closedBy == 0 ? reasons.getOrDefault(id, "") : "its position was closed by order " + closedBy,
                filled,
                filled == 0 ? null : Double.valueOf(meanPrice(rows.get(index, 5), filled)),
                rule == 0 ? null : RULES[rule - 1],
                high(rows.get(index, 6)));
    }

    private static int high(long pair) {
        return (int) (pair >> 32);
    }

    private static int low(long pair) {
        return (int) pair;
    }

    private double meanPrice(long tickSum, int contracts) {
        return tickSum % contracts == 0
                ? grid.price(tickSum / contracts)
                : (double) tickSum / contracts * grid.tickSize().doubleValue();
    }

    @Override
    public int size() {
        return kept ? rows.size() : count;
    }
}
