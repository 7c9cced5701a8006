package futures.engine;

import futures.model.ExitReason;
import futures.model.FillRule;
import futures.model.OrderType;
import futures.model.Side;
import futures.model.TickGrid;
import futures.model.TimeInForce;
import java.util.AbstractList;
import java.util.Arrays;
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
    private static final int WIDTH = 7;
    private static final OrderType[] TYPES = OrderType.values();
    private static final TimeInForce[] LIVES = TimeInForce.values();
    private static final ExitReason[] ROLES = ExitReason.values();
    private static final OrderStatus[] STATES = OrderStatus.values();
    private static final FillRule[] RULES = FillRule.values();

    private final TickGrid grid;
    private int size;
    /** For each order: what it is, numbers, price, sent, done, sum of ticks filled, slippage and cause of its end. */
    private long[] rows = new long[16 * WIDTH];

    private final Map<Integer, Double> limitPrices = new HashMap<>();
    private final Map<Integer, String> tags = new HashMap<>();
    private final Map<Integer, String> reasons = new HashMap<>();

    OrderRows(TickGrid grid) {
        this.grid = grid;
    }

    /** The number of a new order. */
    int next() {
        size++;
        if (size * WIDTH > rows.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        return size;
    }

    void write(Working order) {
        int at = (order.id - 1) * WIDTH;
        int what = order.order.type().ordinal()
                | (order.order.lasting().ordinal() << 4)
                | (order.role.ordinal() << 8)
                | (order.status.ordinal() << 12)
                | (order.buy ? 1 << 16 : 0)
                | (order.reduces ? 1 << 17 : 0)
                | ((order.rule == null ? 0 : order.rule.ordinal() + 1) << 18);
        rows[at] = pack(what, order.order.contracts());
        rows[at + 1] = pack(order.lot == null ? 0 : order.lot.entryOrder, order.filled);
        rows[at + 2] =
                Double.doubleToRawLongBits(order.trails() && !order.refused() ? grid.price(order.tick) : order.price);
        rows[at + 3] = order.sentTime;
        rows[at + 4] = order.doneTime;
        rows[at + 5] = order.tickSum;
        rows[at + 6] = pack(order.slippageTicks, order.closedBy);
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

    private static long pack(int high, int low) {
        return ((long) high << 32) | (low & 0xffffffffL);
    }

    @Override
    public OrderLife get(int index) {
        int at = index * WIDTH;
        int id = index + 1;
        int what = high(rows[at]);
        int rule = what >> 18;
        int entry = high(rows[at + 1]);
        int filled = low(rows[at + 1]);
        int closedBy = low(rows[at + 6]);
        OrderStatus status = STATES[(what >> 12) & 15];
        return new OrderLife(
                id,
                entry == 0 ? null : Integer.valueOf(entry),
                ROLES[(what >> 8) & 15],
                (what & (1 << 16)) != 0 ? Side.LONG : Side.SHORT,
                TYPES[what & 15],
                low(rows[at]),
                Double.longBitsToDouble(rows[at + 2]),
                limitPrices.getOrDefault(id, Double.NaN),
                LIVES[(what >> 4) & 15],
                (what & (1 << 17)) != 0,
                tags.getOrDefault(id, ""),
                rows[at + 3],
                status,
                status == OrderStatus.WORKING ? null : Long.valueOf(rows[at + 4]),
                closedBy == 0 ? reasons.getOrDefault(id, "") : "its position was closed by order " + closedBy,
                filled,
                filled == 0 ? null : Double.valueOf(meanPrice(rows[at + 5], filled)),
                rule == 0 ? null : RULES[rule - 1],
                high(rows[at + 6]));
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
        return size;
    }
}
