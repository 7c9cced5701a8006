package futures.backtest.series;

import futures.model.bars.BarForm;

/**
 * What a run wants to see.
 *
 * @param form     which bars; without a settlement
 * @param contract product that is traded; null: what the series says
 * @param start    trading day or instant as the data service takes it; null: from the first bar
 * @param end      null: to the last bar
 * @param rolls    rule by which the contracts of a continuous series follow each other; null: the calendar that the data service keeps
 */
public record SeriesKey(String symbol, BarForm form, String start, String end, String contract, RollChoice rolls) {
    /** By the calendar that the data service keeps. */
    public SeriesKey(String symbol, BarForm form, String start, String end, String contract) {
        this(symbol, form, start, end, contract, null);
    }

    public SeriesKey rolledBy(RollChoice choice) {
        return new SeriesKey(symbol, form, start, end, contract, choice);
    }
}
