package futures.engine;

import futures.model.ExitReason;
import futures.model.FillRule;
import futures.model.Order;
import futures.model.OrderType;
import futures.model.Side;
import futures.model.TimeInForce;

/**
 * Market orders with nothing beside them, between their sending and the next open: they have no price, leg, end or group, and
 * no other order works. Many strategies send nothing else, and a search over parameters sends millions, so they are
 * numbers here and no objects in the {@link Book}; they go there as soon as anything else is asked of them.
 */
final class PlainOrders {
    /** As many as a strategy has use for at one bar; any more are for the book. */
    private static final int MOST = 4;

    private final Desk desk;
    private final Ledger ledger;
    private final Funds funds;
    private final BarTicks ticks;
    private final int slippage;
    private final boolean capSlippage;
    /** Whether the settings leave nothing to decide but the open. */
    private final boolean served;

    private final Order[] orders = new Order[MOST];
    private final int[] numbers = new int[MOST];
    private final long[] sentTimes = new long[MOST];
    private int size;

    PlainOrders(Desk desk, BarTicks ticks, Costs costs, FillSettings settings, Funds funds) {
        this.desk = desk;
        this.ledger = desk.ledger;
        this.funds = funds;
        this.ticks = ticks;
        this.slippage = costs.marketSlippageTicks();
        this.capSlippage = settings.capSlippage();
        this.served = settings.timing() == FillTiming.NEXT_OPEN
                && settings.mode() != FillMode.MAGNIFIER
                && settings.maxBarParticipation() == 0;
    }

    /** @return its number; 0 when it is one for the book */
    int take(Order order, long sentTime) {
        if (!served || size == MOST || desk.book.size() > 0 || !plain(order)) {
            return 0;
        }
        int number = ledger.nextOrder();
        orders[size] = order;
        numbers[size] = number;
        sentTimes[size] = sentTime;
        size++;
        return number;
    }

    private static boolean plain(Order order) {
        return order.type() == OrderType.MARKET
                && order.lasting() == TimeInForce.GTC
                && order.stop() == null
                && order.target() == null
                && order.tag().isEmpty();
    }

    boolean none() {
        return size == 0;
    }

    /** Makes ordinary orders of them. */
    void handOver(int firstBar) {
        for (int i = 0; i < size; i++) {
            desk.book.add(new Working(
                    numbers[i], orders[i], Working.Kind.MARKET, null, ExitReason.ORDER, sentTimes[i], firstBar));
        }
        size = 0;
    }

    /** Fills them at a bar's open, in the order of sending. */
    void fill(int bar) {
        ticks.set(bar);
        for (int i = 0; i < size; i++) {
            fill(orders[i], numbers[i], sentTimes[i]);
        }
        size = 0;
    }

    private void fill(Order order, int number, long sentTime) {
        boolean buy = order.side() == Side.LONG;
        long position = ledger.account.position;
        int closing = ledger.opposes(buy) ? (int) Math.min(order.contracts(), Math.abs(position)) : 0;
        int opening = order.reduceOnly() ? 0 : order.contracts() - closing;
        int contracts = closing + opening;
        if (contracts == 0) {
            ledger.orders.writeUnfilled(
                    order, number, sentTime, OrderStatus.CANCELLED, ticks.time(), Execution.NOTHING_TO_REDUCE);
            return;
        }
        long open = ticks.open(buy);
        long tick = ticks.slipped(open, slippage, buy, capSlippage);
        int slipped = (int) Math.abs(tick - open);
        if (opening > 0 && funds.asks()) {
            long after = position + (buy ? contracts : -contracts);
            String why = funds.refusal(desk, ticks.bar, after, open, ledger.priceOf(contracts, slipped));
            if (why != null) {
                ledger.orders.writeUnfilled(order, number, sentTime, OrderStatus.REJECTED, ticks.time(), why);
                return;
            }
        }
        ledger.pay(contracts, slipped);
        int row = ledger.fills.add(
                number, buy ? contracts : -contracts, ticks, tick, slipped, FillRule.MARKET_AT_OPEN, false);
        ledger.orders.writeFilled(order, number, sentTime, contracts, tick, slipped, ticks.time());
        close(closing, row, tick);
        if (opening > 0) {
            Lot lot = ledger.newLot();
            lot.openAtOpen(order.side(), number, opening, row, ticks.bar, tick, open, ledger.costPerContract());
            ledger.open(lot);
        }
    }

    private void close(int contracts, int row, long tick) {
        int left = contracts;
        while (left > 0) {
            Lot oldest = ledger.oldest();
            int part = Math.min(left, oldest.contracts);
            ledger.close(oldest, part, row, ticks, ExitReason.ORDER, tick, false);
            if (oldest.contracts == 0) {
                ledger.forget(oldest);
            }
            left -= part;
        }
    }
}
