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
        if (!order.waitsForPrice()) {
            return new FillRuling(ticks.open(order.buy), ruleAtOpen(order), false, false);
        }
        boolean there =
                order.isStop() ? touches(order, ticks.openDown, ticks.openUp) : passes(order, ticks.open(order.buy));
        return there ? new FillRuling(ticks.open(order.buy), ruleAtOpen(order), false, false) : null;
    }

    private static FillRule ruleAtOpen(Working order) {
        return switch (order.kind) {
            case MARKET ->
                order.role == futures.model.ExitReason.LIQUIDATION ? FillRule.LIQUIDATED : FillRule.MARKET_AT_OPEN;
            case ON_OPEN -> FillRule.ON_OPEN;
            case REST -> FillRule.REST_AT_OPEN;
            case STOP -> order.trails() ? FillRule.TRAILING_GAP : FillRule.STOP_GAP;
            case STOP_LIMIT -> FillRule.STOP_LIMIT_GAP;
            case TOUCH -> FillRule.TOUCHED_GAP;
            default -> FillRule.LIMIT_GAP;
        };
    }

    static FillRule ruleInside(Working order) {
        return switch (order.kind) {
            case STOP -> order.trails() ? FillRule.TRAILING_AT_PRICE : FillRule.STOP_AT_PRICE;
            case STOP_LIMIT -> FillRule.STOP_LIMIT_AT_PRICE;
            case TOUCH -> FillRule.TOUCHED_AT_PRICE;
            default -> FillRule.LIMIT_AT_PRICE;
        };
    }

    /**
     * After the open; null when not there or not assumed.
     *
     * @param lot        what the order would close if it can do nothing else; null for one that may open
     * @param optimistic where the bar leaves a choice, the better one for the trader
     */
    FillRuling inside(Working order, Lot lot, boolean optimistic) {
        if (lot == null || !lot.enteredInside(ticks.step)) {
            boolean fills = reached(order) && (order.triggeredStep != ticks.step || closedBeyond(order));
            return fills ? new FillRuling(order.tick, ruleInside(order), true, false) : null;
        }
        if (passedAtEntry(order, lot)) {
            return new FillRuling(lot.marketTick, FillRule.EXIT_AT_ENTRY, true, false);
        }
        if (!reached(order)) {
            return null;
        }
        boolean certain = order.isStop() == lot.byLimit || closedBeyond(order);
        if (order.isStop()) {
            return certain
                    ? new FillRuling(order.tick, ruleInside(order), true, false)
                    : optimistic ? null : new FillRuling(order.tick, FillRule.STOP_AFTER_ENTRY, true, true);
        }
        if (!lot.byLimit) {
            return new FillRuling(order.tick, ruleInside(order), true, false);
        }
        return certain
                ? new FillRuling(order.tick, FillRule.TARGET_BY_CLOSE, true, false)
                : optimistic ? new FillRuling(order.tick, FillRule.TARGET_AFTER_ENTRY, true, true) : null;
    }

    /** Whether the bar's range holds a price that fills the order, at whatever moment. */
    boolean reached(Working order) {
        return order.waitsAbove() ? ticks.highDown >= trigger(order) : ticks.lowUp <= trigger(order);
    }

    /**
     * Whether the bar leaves open if this leg, or order that reduces, was reached before or after the entry of what it
     * would close.
     */
    boolean doubtful(Working exit, Lot lot) {
        return lot.enteredInside(ticks.step)
                && exit.isStop() != lot.byLimit
                && !passedAtEntry(exit, lot)
                && reached(exit)
                && !closedBeyond(exit);
    }

    boolean closedBeyond(Working order) {
        return touches(order, ticks.closeDown, ticks.closeUp);
    }

    boolean passedAtEntry(Working exit, Lot lot) {
        return touches(exit, lot.marketTick, lot.marketTick);
    }

    /** Whether a price within its limit is good enough for a stop-limit order. */
    boolean withinLimit(Working order, long tick) {
        return order.buy ? tick <= order.limitTick - through : tick >= order.limitTick + through;
    }

    /** Tick at which price must trade for the order to fill. */
    long trigger(Working order) {
        long need = order.kind == Working.Kind.LIMIT ? through : 0;
        return order.waitsAbove() ? order.tick + need : order.tick - need;
    }

    /** Whether a price between these two ticks is certain to fill the order. */
    private boolean touches(Working order, long down, long up) {
        return order.waitsAbove() ? down >= trigger(order) : up <= trigger(order);
    }

    /** An open that is better than a limit, or as good: the worse tick of it decides. */
    private boolean passes(Working order, long tick) {
        return order.buy ? tick <= trigger(order) : tick >= trigger(order);
    }
}
