package futures.engine;

import futures.model.ContinuousSeries;
import futures.model.ExitReason;
import futures.model.FillRule;
import futures.model.Order;
import futures.model.Roll;
import futures.model.Side;
import futures.model.TickGrid;

/**
 * Carries what a desk holds and the orders it has working over the rolls of its market: {@code docs/fills.md}, the rules of
 * rolls.
 */
final class Rolling {
    private final ContinuousSeries series;
    private final TickGrid grid;
    private final Ledger ledger;
    private final Book book;
    private final BarTicks ticks;
    private final int slippage;
    private int next;
    /** The first bar after the next roll; {@link Working#NEVER} when none is left. */
    private int due;
    /** First bar of the contract now held, and by how many ticks it is higher than that of the bar before. */
    private int since;

    private long higher;

    Rolling(Desk desk, BarTicks ticks, Costs costs) {
        this.series = desk.market.series();
        this.grid = desk.market.contract().ticks();
        this.ledger = desk.ledger;
        this.book = desk.book;
        this.ticks = ticks;
        this.slippage = costs.marketSlippageTicks();
        while (next < series.rolls().size() && series.firstBar(next) <= desk.cursor.at) {
            next++;
        }
        await();
    }

    private void await() {
        due = next < series.rolls().size() ? series.firstBar(next) : Working.NEVER;
        book.callAt(due);
    }

    /** Rolls if the bar is the first one of a new contract; to be called before anything fills in it. */
    void before(int bar) {
        while (bar == due) {
            higher = series.spreadTicks(next) + (since == bar ? higher : 0);
            since = bar;
            roll(bar);
            next++;
            await();
        }
    }

    /** By how many ticks the contract now held is higher than that of a bar, which is the last complete one. */
    long spreadAfter(int bar) {
        return since > bar ? higher : 0;
    }

    private void roll(int bar) {
        Roll roll = series.rolls().get(next);
        long spread = series.spreadTicks(next);
        if (ledger.account.position != 0) {
            ticks.set(bar);
            carry(roll, spread, ledger.account.position > 0 ? Side.LONG : Side.SHORT);
        }
        for (int i = 0; i < book.size(); i++) {
            book.get(i).roll(spread, grid);
        }
    }

    private void carry(Roll roll, long spread, Side side) {
        int contracts = (int) Math.abs(ledger.account.position);
        String why = roll.from() + " was left for " + roll.to();
        long old = grid.nearest(roll.oldPrice().doubleValue());
        long worse = (long) side.sign() * slippage;
        long out = old - worse;
        long in = old + spread + worse;
        leg(Order.closing(side.opposite(), contracts), out, why);
        leg(Order.market(side, contracts), in, why);
        ledger.roll(roll, ticks.bar, spread, out, in, slippage);
    }

    private void leg(Order order, long tick, String why) {
        Working leg = new Working(
                ledger.nextOrder(), order, Working.Kind.MARKET, null, ExitReason.ROLL, ticks.time(), ticks.bar);
        FillRuling ruling = new FillRuling(tick, FillRule.ROLLED, false, false);
        ledger.filled(leg, ticks, order.contracts(), tick, slippage, ruling);
        leg.end(OrderStatus.FILLED, ticks.time(), why);
        ledger.orders.write(leg);
    }
}
