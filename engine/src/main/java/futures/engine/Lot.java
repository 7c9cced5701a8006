package futures.engine;

import futures.model.Side;

/** Contracts opened by one order in one fill, as far as they are still held. */
final class Lot {
    /** When, in its bar, it was opened. */
    enum Entry {
        AT_OPEN,
        INSIDE,
        AT_CLOSE
    }

    final Side side;
    final int entryOrder;
    /** Row of the fill that opened it. */
    final int entryFill;

    final int entryBar;
    final long entryTick;
    final Entry entry;
    /** Step of the walk in which it was opened inside a bar; -1 when it was opened at an open or a close. */
    final int insideStep;
    /** Price had come from beyond: it has passed the way to the entry. */
    final boolean byLimit;
    /** Price in ticks at the moment of entry, before slippage. */
    final long marketTick;
    /** Commission and fees of a contract's entry, in millionths of the account's currency. */
    final long entryCost;

    int contracts;
    boolean ambiguous;
    /** Ticks that the first protective stop put at risk; 0 without one. */
    long riskTicks;

    Working stop;
    Working target;

    Lot(
            Working entryOrder,
            int contracts,
            int entryFill,
            BarTicks ticks,
            long tick,
            FillRuling ruling,
            long entryCost) {
        this.side = entryOrder.order.side();
        this.entryOrder = entryOrder.id;
        this.entryFill = entryFill;
        this.contracts = contracts;
        this.entryBar = ticks.bar;
        this.entryTick = tick;
        this.marketTick = ruling.tick();
        this.byLimit = entryOrder.kind == Working.Kind.LIMIT || entryOrder.kind == Working.Kind.TOUCH;
        this.insideStep = ruling.inside() ? ticks.step : -1;
        this.entry = ticks.atClose() ? Entry.AT_CLOSE : ruling.inside() || !ticks.first ? Entry.INSIDE : Entry.AT_OPEN;
        this.entryCost = entryCost;
    }

    boolean enteredInside(int step) {
        return insideStep == step;
    }
}
