package futures.ml.bars;

import futures.model.bars.BarForm;

/**
 * Which bars are wanted.
 *
 * @param symbol   as the data service has it: {@code MES}, {@code ESZ24}, {@code ES.v.0@diff}
 * @param form     timeframe and part of the day
 * @param start    trading day or instant as the data service takes it; null: from the first bar
 * @param end      null: to the last bar
 * @param contract product that the bars are prices of; null: what the series says
 */
public record SeriesKey(String symbol, BarForm form, String start, String end, String contract) {
    /** The same bars of another symbol, which names its own product. */
    public SeriesKey of(String other) {
        return new SeriesKey(other, form, start, end, null);
    }

    /** The same symbol in another range. */
    public SeriesKey between(String from, String to) {
        return new SeriesKey(symbol, form, from, to, contract);
    }
}
