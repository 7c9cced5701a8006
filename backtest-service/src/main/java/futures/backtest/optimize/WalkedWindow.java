package futures.backtest.optimize;

import futures.wire.backtest.WalkForwardWindow;

/**
 * A window that has ended.
 *
 * @param inSampleProfit of the best parameters over all days of the window
 * @param inSampleDays   trading days
 * @param profits        change of equity over each trading day out of sample; zeros where nothing was traded
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as values
public record WalkedWindow(WalkForwardWindow window, double inSampleProfit, int inSampleDays, double[] profits) {}
