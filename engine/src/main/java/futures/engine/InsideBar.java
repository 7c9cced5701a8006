package futures.engine;

import futures.model.ExitReason;
import futures.model.FillRule;

/**
 * What fills after the open of a bar. A bar does not tell in which order its prices came, so an assumption has to
 * decide: the worse, the better, or a path. Doubt is marked alike whichever it is.
 */
final class InsideBar {
    private final Ledger ledger;
    private final Book book;
    private final BarTicks ticks;
    private final FillModel model;
    private final Execution execution;
    private final boolean optimistic;
    private final boolean path;
    private boolean bothSides;

    InsideBar(Ledger ledger, Book book, BarTicks ticks, FillModel model, Execution execution, FillMode mode) {
        this.ledger = ledger;
        this.book = book;
        this.ticks = ticks;
        this.model = model;
        this.execution = execution;
        this.optimistic = mode == FillMode.OPTIMISTIC;
        this.path = mode == FillMode.OHLC;
    }

    void walk() {
        if (book.size() == 0) {
            return;
        }
        bothSides = reachable(true) && reachable(false);
        if (bothSides) {
            ledger.ambiguous(ticks.bar);
        }
        if (path) {
            boolean up = ticks.highIsNearer();
            pass(up, up ? ticks.highDown : ticks.lowUp);
            pass(!up, up ? ticks.lowUp : ticks.highDown);
            pass(up, up ? ticks.closeDown : ticks.closeUp);
        } else {
            range();
        }
        doubtLegsOfNewLots();
    }

    /** Whether the order works, waits for a price and could do something: one that reduces needs a position. */
    boolean eligible(Working order) {
        return order.works()
                && order.waitsForPrice()
                && order.firstBar <= ticks.bar
                && order.spentBar < ticks.bar
                && (!order.reduces || ledger.opposes(order.buy));
    }

    private boolean reachable(boolean above) {
        for (int i = 0; i < book.size(); i++) {
            Working order = book.get(i);
            if (eligible(order) && order.waitsAbove() == above && model.reached(order)) {
                return true;
            }
        }
        return false;
    }

    private void range() {
        while (true) {
            Working next = null;
            FillRuling where = null;
            for (int i = 0; i < book.size(); i++) {
                Working order = book.get(i);
                if (eligible(order) && (next == null || before(order, next))) {
                    FillRuling ruling = model.inside(order, reduces(order), optimistic);
                    if (ruling != null) {
                        next = order;
                        where = ruling;
                    }
                }
            }
            if (next == null) {
                return;
            }
            settle(next, where);
        }
    }

    private void settle(Working order, FillRuling ruling) {
        if (order.kind == Working.Kind.STOP_LIMIT && !model.withinLimit(order, ruling.tick())) {
            order.trigger(path ? -1 : ticks.step);
        } else {
            execution.fill(order, judged(order, ruling));
        }
    }

    /**
     * Stops come before limits, limits before targets, or the other way round for the optimist; then the price nearer to
     * the open; then the older order.
     */
    private boolean before(Working one, Working other) {
        int rank = Integer.compare(rank(one), rank(other));
        if (rank == 0) {
            return Math.abs(one.tick - ticks.openUp) < Math.abs(other.tick - ticks.openUp);
        }
        return optimistic ? rank > 0 : rank < 0;
    }

    private static int rank(Working order) {
        return order.isStop() ? 0 : order.lot == null ? 1 : 2;
    }

    /** A reducing order is a leg, in all but name, of the oldest contracts. */
    private Lot reduces(Working order) {
        return order.lot == null && order.reduces ? ledger.oldest() : order.lot;
    }

    private FillRuling judged(Working order, FillRuling ruling) {
        FillRuling result = bothSides ? ruling.doubtful() : ruling;
        if (ruling.rule() != FillRule.EXIT_AT_ENTRY) {
            Lot lot = reduces(order);
            if (lot != null && model.doubtful(order, lot)) {
                result = result.doubtful();
            }
            if (order.lot != null) {
                Working sibling = order.role == ExitReason.STOP_LOSS ? order.lot.target : order.lot.stop;
                if (sibling != null && sibling.works() && sibling.waitsForPrice() && model.reached(sibling)) {
                    result = new FillRuling(ruling.tick(), ruleBetween(order, ruling.rule()), true, true);
                }
            }
            if (order.group != null && groupReached(order)) {
                result = result.doubtful();
            }
        }
        if (result.ambiguous()) {
            ledger.ambiguous(ticks.bar);
        }
        return result;
    }

    private FillRule ruleBetween(Working leg, FillRule otherwise) {
        if (path) {
            return otherwise;
        }
        return leg.role == ExitReason.STOP_LOSS ? FillRule.STOP_BEFORE_TARGET : FillRule.TARGET_BEFORE_STOP;
    }

    private boolean groupReached(Working order) {
        for (Working other : order.group) {
            if (other != order && eligible(other) && model.reached(other)) {
                return true;
            }
        }
        return false;
    }

    /** Contracts entered inside the bar, of which it reached a leg, perhaps before: they are held on, in doubt. */
    private void doubtLegsOfNewLots() {
        for (Lot lot : ledger.lots()) {
            if (doubtful(lot, lot.target) || doubtful(lot, lot.stop)) {
                lot.ambiguous = true;
                ledger.ambiguous(ticks.bar);
            }
        }
    }

    private boolean doubtful(Lot lot, Working leg) {
        return leg != null && leg.waitsForPrice() && model.doubtful(leg, lot);
    }

    // ---- the path

    /** One straight line of the path: fills what price passes on the way to its end. */
    private void pass(boolean rises, long end) {
        while (true) {
            Working passed = passedAtEntry();
            if (passed != null) {
                Lot lot = reduces(passed);
                settle(passed, new FillRuling(lot.marketTick, FillRule.EXIT_AT_ENTRY, true, false));
                continue;
            }
            Working next = null;
            for (int i = 0; i < book.size(); i++) {
                Working order = book.get(i);
                if (eligible(order)
                        && order.waitsAbove() == rises
                        && (rises ? model.trigger(order) <= end : model.trigger(order) >= end)
                        && (next == null || sooner(order, next, rises))) {
                    next = order;
                }
            }
            if (next == null) {
                return;
            }
            settle(next, new FillRuling(next.tick, FillModel.ruleInside(next), true, false));
        }
    }

    private boolean sooner(Working one, Working other, boolean rises) {
        int way = Long.compare(model.trigger(one), model.trigger(other));
        return way == 0 ? one.isStop() && !other.isStop() : rises ? way < 0 : way > 0;
    }

    private Working passedAtEntry() {
        for (int i = 0; i < book.size(); i++) {
            Working order = book.get(i);
            if (eligible(order)) {
                Lot lot = reduces(order);
                if (lot != null && lot.enteredInside(ticks.step) && model.passedAtEntry(order, lot)) {
                    return order;
                }
            }
        }
        return null;
    }
}
