package futures.backtest.series;

import com.fasterxml.jackson.databind.JsonNode;
import futures.engine.Market;

/**
 * A market with what the data service said about it.
 *
 * @param tag      changes when the bars do
 * @param product  whose contract it is
 * @param contract that contract's specification as it came
 */
record FetchedMarket(Market market, String tag, String product, JsonNode contract) {}
