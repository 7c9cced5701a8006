package futures.engine;

import futures.model.FillRule;

/**
 * Says whether and where a single order fills in the current bar: {@code docs/fills.md}, the rules of prices. Knows the
 * bar and the order, not what else works.
 */
final class FillModel {
    private final BarTicks ticks;
    private final long through;

    FillModel(BarTicks ticks, boolean limitsNeedThrough) {
        this.ticks = ticks;
        this.through = limitsNeedThrough ? 1 : 0;
    }

    /** At the first price of the bar; null when not there. */
    FillRuling atOpen(Working order) {
        long open = ticks.open(order.isBuy());
        if (order.isMarket()) {
            return new FillRuling(open, FillRule.MARKET_AT_OPEN, false, false);
        }
        if (order.isStop()) {
            boolean reached = order.isBuy() ? ticks.openDown >= order.tick : ticks.openUp <= order.tick;
            return reached ? new FillRuling(open, FillRule.STOP_GAP, false, false) : null;
        }
        boolean reached = order.isBuy() ? open <= order.tick - through : open >= order.tick + through;
        return reached ? new FillRuling(open, FillRule.LIMIT_GAP, false, false) : null;
    }

    /**
     * After the open, at worst for the trader; null when not there or not for certain.
     *
     * @param lot what the order would close if it can do nothing else; null for one that may open
     */
    FillRuling inside(Working order, Lot lot) {
        if (lot == null || !lot.enteredInside(ticks.bar)) {
            FillRule rule = order.isStop() ? FillRule.STOP_AT_PRICE : FillRule.LIMIT_AT_PRICE;
            return reached(order) ? new FillRuling(order.tick, rule, true, false) : null;
        }
        if (passedAtEntry(order, lot)) {
            return new FillRuling(lot.marketTick, FillRule.EXIT_AT_ENTRY, true, false);
        }
        if (!reached(order)) {
            return null;
        }
        if (order.isStop()) {
            boolean certain = lot.byLimit || closedBeyond(order);
            return certain
                    ? new FillRuling(order.tick, FillRule.STOP_AT_PRICE, true, false)
                    : new FillRuling(order.tick, FillRule.STOP_AFTER_ENTRY, true, true);
        }
        if (!lot.byLimit) {
            return new FillRuling(order.tick, FillRule.LIMIT_AT_PRICE, true, false);
        }
        return closedBeyond(order) ? new FillRuling(order.tick, FillRule.TARGET_BY_CLOSE, true, false) : null;
    }

    /** Whether the bar's range holds a price that fills the order, at whatever moment. */
    boolean reached(Working order) {
        long need = order.isLimit() ? through : 0;
        return order.waitsAbove() ? ticks.highDown >= order.tick + need : ticks.lowUp <= order.tick - need;
    }

    private boolean closedBeyond(Working order) {
        long need = order.isLimit() ? through : 0;
        return order.waitsAbove() ? ticks.closeDown >= order.tick + need : ticks.closeUp <= order.tick - need;
    }

    private boolean passedAtEntry(Working exit, Lot lot) {
        long need = exit.isLimit() ? through : 0;
        return exit.waitsAbove() ? lot.marketTick >= exit.tick + need : lot.marketTick <= exit.tick - need;
    }
}
