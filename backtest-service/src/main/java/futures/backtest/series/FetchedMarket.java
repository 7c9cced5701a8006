package futures.backtest.series;

import futures.engine.Market;

/**
 * A market with what the data service said about its state.
 *
 * @param tag      changes when the bars do
 * @param contract specification as text; changes when the contract does
 */
record FetchedMarket(Market market, String tag, String contract) {}
