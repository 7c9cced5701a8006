package futures.backtest.series;

import futures.engine.Market;
import futures.marketdata.SeriesKey;
import futures.model.Timeframe;
import futures.wire.backtest.DataGrade;
import java.util.List;
import java.util.Optional;

/** Where runs get their markets and currency rates from. */
public interface MarketSource {
    /** @throws futures.kit.http.Problem what the data service says, or 422 when there are no bars in the range */
    Market get(SeriesKey key);

    /** In which the data service has bars of a symbol; none when it does not know the symbol. */
    List<Timeframe> timeframes(String symbol);

    /** How far the bars can be trusted; without a grade when the data service does not say. */
    DataGrade grade(SeriesKey key);

    /** All rates of a pair such as {@code EURUSD}, as they are now; empty when the data service has none. */
    Optional<RateTable> rates(String pair);
}
