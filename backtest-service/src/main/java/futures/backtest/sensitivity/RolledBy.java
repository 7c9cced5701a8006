package futures.backtest.sensitivity;

import futures.backtest.series.MarketSource;
import futures.backtest.series.RateTable;
import futures.engine.Market;
import futures.marketdata.RollChoice;
import futures.marketdata.SeriesKey;
import futures.model.Timeframe;
import futures.wire.backtest.DataGrade;
import java.util.List;
import java.util.Optional;

/** The same markets, rolled by a rule in place of the calendar that is kept. */
record RolledBy(MarketSource source, RollChoice choice) implements MarketSource {
    @Override
    public Market get(SeriesKey key) {
        return source.get(key.rolledBy(choice));
    }

    @Override
    public List<Timeframe> timeframes(String symbol) {
        return source.timeframes(symbol);
    }

    @Override
    public DataGrade grade(SeriesKey key) {
        return source.grade(key.rolledBy(choice));
    }

    @Override
    public Optional<RateTable> rates(String pair) {
        return source.rates(pair);
    }
}
