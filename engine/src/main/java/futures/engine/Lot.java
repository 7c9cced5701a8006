package futures.engine;

import futures.model.FillRule;
import futures.model.Side;

/** Contracts opened by one order, as far as they are still held. */
final class Lot {
    final Side side;
    final int entryOrder;
    final int entryBar;
    final long entryTick;
    final FillRule entryRule;
    /** Whether it was entered after the open of its bar, by a limit or a stop. */
    final boolean insideBar;

    final boolean byLimit;
    /** Price in ticks at the moment of entry, before slippage. */
    final long marketTick;

    int contracts;
    boolean ambiguous;
    /** Ticks that the first protective stop put at risk; 0 without one. */
    long riskTicks;

    Working stop;
    Working target;

    Lot(Working entry, int contracts, int bar, long tick, FillRule rule, boolean insideBar, long marketTick) {
        this.side = entry.order.side();
        this.entryOrder = entry.id;
        this.contracts = contracts;
        this.entryBar = bar;
        this.entryTick = tick;
        this.entryRule = rule;
        this.insideBar = insideBar;
        this.byLimit = entry.isLimit();
        this.marketTick = marketTick;
    }

    boolean enteredInside(int bar) {
        return insideBar && entryBar == bar;
    }
}
