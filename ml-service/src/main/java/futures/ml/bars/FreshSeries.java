package futures.ml.bars;

import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.marketdata.Advice;
import futures.marketdata.ContractReader;
import futures.marketdata.FetchedBars;
import futures.marketdata.SeriesClient;
import futures.marketdata.SeriesKey;
import futures.model.Adjustment;
import futures.model.ContinuousSymbol;
import futures.model.ContractSpec;
import futures.model.RollCalendar;
import java.util.Optional;

/** Series of what the data service has now: bars as they were traded, with contract and rolls. */
final class FreshSeries {
    private static final Advice ADVICE = new Advice("; import some, or choose another one", "\"contract\": \"ES\"");

    private final SeriesClient data;

    FreshSeries(ServiceClient data) {
        this.data = new SeriesClient(data, ADVICE);
    }

    /**
     * @param kept what an earlier call gave; null when there is nothing
     * @return the same object when its bars are still current
     * @throws Problem what the data service says, or 422 when there are no bars in the range
     */
    Series get(SeriesKey key, Series kept) {
        Adjustment adjustment =
                key.continuous().map(series -> unlessByRatio(series, key)).orElse(Adjustment.NONE);
        Optional<FetchedBars> fetched = data.bars(key, kept == null ? null : kept.tag());
        if (fetched.isEmpty()) {
            return kept;
        }
        FetchedBars bars = fetched.get();
        ContractSpec contract = ContractReader.spec(data.contract(key, bars.product()));
        RollCalendar rolls = adjustment == Adjustment.NONE ? RollCalendar.NONE : data.rolls(key, bars.rollsRevision());
        return Series.of(key, bars.bars(), contract, rolls, bars.tag());
    }

    private static Adjustment unlessByRatio(ContinuousSymbol series, SeriesKey key) {
        if (series.adjustment() == Adjustment.RATIO) {
            throw Problem.unprocessable("Features are made of differences of prices, which a series adjusted by ratio"
                            + " does not keep; use " + series.with(Adjustment.DIFFERENCE) + ".")
                    .field("symbol", key.symbol(), "adjusted by ratio");
        }
        return series.adjustment();
    }
}
