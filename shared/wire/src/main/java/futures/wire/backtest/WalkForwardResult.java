package futures.wire.backtest;

import java.util.List;

/**
 * What came of one way to cut the range.
 *
 * @param windows           the way, complete
 * @param netProfit         of all days out of sample together
 * @param sharpeRatio       of them, as a backtest's; null when it is undefined
 * @param maxDrawdown       deepest fall of the stitched equity at the ends of days, zero or negative
 * @param profitableWindows share of windows whose days out of sample sum to more than 0
 * @param efficiency        mean change of equity by day out of sample / in sample, over the windows that were traded; null unless
 *                          the latter is above 0
 * @param passed            profit above 0, efficiency of 0.5 at least, and half of the windows profitable at least
 * @param parts             by window
 * @param days              stitched; empty in a matrix
 */
public record WalkForwardResult(
        WalkForwardWindows windows,
        double netProfit,
        Double sharpeRatio,
        double maxDrawdown,
        double profitableWindows,
        Double efficiency,
        boolean passed,
        List<WalkForwardWindow> parts,
        List<DayRow> days) {

    public WalkForwardResult withoutDays() {
        return new WalkForwardResult(
                windows, netProfit, sharpeRatio, maxDrawdown, profitableWindows, efficiency, passed, parts, List.of());
    }
}
