package futures.backtest.series;

import futures.engine.Market;
import futures.model.Timeframe;
import java.util.List;

/** Where runs get their markets from. */
public interface MarketSource {
    /** @throws futures.kit.http.Problem what the data service says, or 422 when there are no bars in the range */
    Market get(SeriesKey key);

    /** In which the data service has bars of a symbol; none when it does not know the symbol. */
    List<Timeframe> timeframes(String symbol);
}
