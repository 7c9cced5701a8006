package futures.marketdata;

import futures.model.ContinuousSymbol;
import futures.model.bars.BarForm;
import java.util.Optional;

/**
 * Which bars are wanted.
 *
 * @param symbol   as the data service has it: {@code MES}, {@code ESZ24}, {@code ES.v.0@diff}
 * @param form     timeframe and part of the day; without a settlement
 * @param start    trading day or instant as the data service takes it; null: from the first bar
 * @param end      null: to the last bar
 * @param contract product that the bars are prices of; null: what the series says
 * @param rolls    rule by which the contracts of a continuous series follow each other; null: the calendar that the data service keeps
 */
public record SeriesKey(String symbol, BarForm form, String start, String end, String contract, RollChoice rolls) {
    /** By the calendar that the data service keeps. */
    public SeriesKey(String symbol, BarForm form, String start, String end, String contract) {
        this(symbol, form, start, end, contract, null);
    }

    /** The contracts that it names one after the other; empty when it is not such a name. */
    public Optional<ContinuousSymbol> continuous() {
        return ContinuousSymbol.parse(symbol);
    }

    /** The same bars of another symbol, which names its own product. */
    public SeriesKey of(String other) {
        return new SeriesKey(other, form, start, end, null);
    }

    /** The same symbol in another range. */
    public SeriesKey between(String from, String to) {
        return new SeriesKey(symbol, form, from, to, contract, rolls);
    }

    /** The same contracts, following each other by another rule. */
    public SeriesKey rolledBy(RollChoice choice) {
        return new SeriesKey(symbol, form, start, end, contract, choice);
    }
}
