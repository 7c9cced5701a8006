package futures.backtest.series;

import futures.model.bars.BarForm;

/**
 * What a run wants to see.
 *
 * @param form     which bars; without a settlement
 * @param contract product that is traded; null: what the series says
 * @param start    trading day or instant as the data service takes it; null: from the first bar
 * @param end      null: to the last bar
 */
public record SeriesKey(String symbol, BarForm form, String start, String end, String contract) {}
