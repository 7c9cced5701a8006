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

    Side side;
    int entryOrder;
    /** Row of the fill that opened it. */
    int entryFill;

    int entryBar;
    long entryTick;
    Entry entry;
    /** Step of the walk in which it was opened inside a bar; -1 when it was opened at an open or a close. */
    int insideStep;
    /** Price had come from beyond: it has passed the way to the entry. */
    boolean byLimit;
    /** Price in ticks at the moment of entry, before slippage. */
    long marketTick;
    /** Commission and fees of a contract's entry, in millionths of the account's currency. */
    long entryCost;

    int contracts;
    boolean ambiguous;
    /** Ticks that the first protective stop put at risk; 0 without one. */
    long riskTicks;

    Working stop;
    Working target;

    /** Makes it anew, perhaps from one that has been closed: lots come and go too often to make a new object for each. */
    void open(Working by, int number, int fillRow, BarTicks ticks, long tick, FillRuling ruling, long costOfContract) {
        side = by.order.side();
        entryOrder = by.id;
        entryFill = fillRow;
        contracts = number;
        entryBar = ticks.bar;
        entryTick = tick;
        marketTick = ruling.tick();
        byLimit = by.kind == Working.Kind.LIMIT || by.kind == Working.Kind.TOUCH;
        insideStep = ruling.inside() ? ticks.step : -1;
        entry = ticks.atClose() ? Entry.AT_CLOSE : ruling.inside() || !ticks.first ? Entry.INSIDE : Entry.AT_OPEN;
        entryCost = costOfContract;
        ambiguous = ruling.ambiguous();
        riskTicks = 0;
        stop = null;
        target = null;
    }

    /** The same for an order without legs that filled at a bar's open. */
    void openAtOpen(
            Side of, int order, int number, int fillRow, int bar, long tick, long openTick, long costOfContract) {
        side = of;
        entryOrder = order;
        entryFill = fillRow;
        contracts = number;
        entryBar = bar;
        entryTick = tick;
        marketTick = openTick;
        byLimit = false;
        insideStep = -1;
        entry = Entry.AT_OPEN;
        entryCost = costOfContract;
        ambiguous = false;
        riskTicks = 0;
        stop = null;
        target = null;
    }

    /** Whether no order refers to it. */
    boolean withoutLegs() {
        return stop == null && target == null;
    }

    boolean enteredInside(int step) {
        return insideStep == step;
    }
}
