package futures.backtest.series;

import futures.model.Timeframe;

/**
 * What a run wants to see.
 *
 * @param contract product that is traded; null: what the series says
 * @param start    trading day or instant as the data service takes it; null: from the first bar
 * @param end      null: to the last bar
 */
public record SeriesKey(String symbol, Timeframe timeframe, String start, String end, String contract) {}
