package futures.backtest.worker;

import futures.backtest.series.MarketSource;
import futures.backtest.series.RateTable;
import futures.engine.Market;
import futures.javascript.ScriptRuns;
import futures.marketdata.SeriesKey;
import futures.model.Timeframe;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.DataGrade;
import java.util.List;
import java.util.Optional;

/** Tells scripts' runs which bars will come, so that many of them go into V8 in one call; the scripts see none of them early. */
public record ForetoldBars(MarketSource source, BacktestOrder order, ScriptRuns runs) implements MarketSource {
    @Override
    public Market get(SeriesKey key) {
        Market market = source.get(key);
        boolean walked = key.form().name().equals(order.timeframe())
                && key.form().hours().text().equals(order.hours());
        if (walked) {
            runs.tape(market.contract().symbol(), market.signals());
        }
        return market;
    }

    @Override
    public List<Timeframe> timeframes(String symbol) {
        return source.timeframes(symbol);
    }

    @Override
    public DataGrade grade(SeriesKey key) {
        return source.grade(key);
    }

    @Override
    public Optional<RateTable> rates(String pair) {
        return source.rates(pair);
    }
}
