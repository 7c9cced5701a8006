package futures.wire.backtest;

/**
 * How a range is cut into windows.
 *
 * @param unit        {@code days} (trading days, standard), {@code weeks} (from Monday) or {@code months}
 * @param inSample    length of a window that is optimized, in units
 * @param outOfSample length of the window after it, in units
 * @param step        from one window to the next, in units, at least {@code out_of_sample}; null: the same
 * @param gapDays     trading days between the two that are in neither, e.g. as long as positions are held; null: 0
 * @param anchored    whether all windows begin with the range, so that they grow; null: false
 * @param warmUpBars  bars before a window from which indicators are computed, while the strategy is not called; rounded up to whole
 *                    trading days; null: 500
 */
public record WalkForwardWindows(
        String unit,
        Integer inSample,
        Integer outOfSample,
        Integer step,
        Integer gapDays,
        Boolean anchored,
        Integer warmUpBars) {}
