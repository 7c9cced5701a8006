package futures.strategy;

import futures.analytics.indicator.Atr;
import futures.analytics.indicator.Ema;
import futures.analytics.indicator.Indicator;
import futures.analytics.indicator.Price;
import futures.analytics.indicator.Rsi;
import futures.analytics.indicator.Sma;
import futures.model.ContractSpec;
import futures.model.Timeframe;
import java.util.Random;

/** What a strategy may ask for before the first bar. */
public interface Setup {
    ContractSpec contract();

    Timeframe timeframe();

    /** Randomness that the run's seed decides, so that the run can be repeated. */
    Random random();

    Line line(Indicator indicator);

    /** Simple moving average of closes. */
    default Line sma(int period) {
        return line(new Sma(Price.CLOSE, period));
    }

    /** Exponential moving average of closes. */
    default Line ema(int period) {
        return line(new Ema(Price.CLOSE, period));
    }

    /** Wilder's relative strength index of closes. */
    default Line rsi(int period) {
        return line(new Rsi(Price.CLOSE, period));
    }

    /** Wilder's average true range. */
    default Line atr(int period) {
        return line(new Atr(period));
    }
}
