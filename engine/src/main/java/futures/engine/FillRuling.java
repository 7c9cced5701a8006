package futures.engine;

import futures.model.FillRule;

/**
 * Where an order fills in the current bar, and why.
 *
 * @param tick      before slippage
 * @param inside    after the open
 * @param ambiguous the bar leaves open if and in which order this happened
 */
record FillRuling(long tick, FillRule rule, boolean inside, boolean ambiguous) {
    FillRuling doubtful() {
        return new FillRuling(tick, rule, inside, true);
    }
}
