package futures.wire.backtest;

import java.util.List;

/**
 * Newest first.
 *
 * @param cursor pass it on for the next page; null on the last one
 */
public record BacktestList(List<BacktestListItem> backtests, String cursor) {}
