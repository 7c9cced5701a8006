package futures.strategy;

import futures.analytics.indicator.Atr;
import futures.analytics.indicator.AverageDirectionalIndex;
import futures.analytics.indicator.BollingerBands;
import futures.analytics.indicator.Cci;
import futures.analytics.indicator.DonchianChannel;
import futures.analytics.indicator.Ema;
import futures.analytics.indicator.Highest;
import futures.analytics.indicator.Hma;
import futures.analytics.indicator.Indicator;
import futures.analytics.indicator.KeltnerChannel;
import futures.analytics.indicator.LinearRegressionSlope;
import futures.analytics.indicator.Lowest;
import futures.analytics.indicator.Macd;
import futures.analytics.indicator.OnBalanceVolume;
import futures.analytics.indicator.OpeningRange;
import futures.analytics.indicator.PivotPoints;
import futures.analytics.indicator.PreviousDay;
import futures.analytics.indicator.Price;
import futures.analytics.indicator.RateOfChange;
import futures.analytics.indicator.Rsi;
import futures.analytics.indicator.Sma;
import futures.analytics.indicator.StandardDeviation;
import futures.analytics.indicator.Stochastic;
import futures.analytics.indicator.SuperTrend;
import futures.analytics.indicator.VolumeProfile;
import futures.analytics.indicator.Vwap;
import futures.analytics.indicator.Wma;
import futures.model.TickGrid;

/**
 * The indicators by their everyday names, on closes where a price has to be chosen; {@link #line} takes any other price. Each
 * is NaN until it is warm; formula, seed and warm-up stand with the class it is made from, and in a table in {@code
 * docs/indicators.md}. Asking twice costs nothing: equal indicators are computed once.
 */
public interface Indicators {
    Line line(Indicator indicator);

    /** Simple moving average. */
    default Line sma(int period) {
        return line(new Sma(Price.CLOSE, period));
    }

    /** Exponential moving average. */
    default Line ema(int period) {
        return line(new Ema(Price.CLOSE, period));
    }

    /** Linearly weighted moving average. */
    default Line wma(int period) {
        return line(new Wma(Price.CLOSE, period));
    }

    /** Hull moving average. */
    default Line hma(int period) {
        return line(new Hma(Price.CLOSE, period));
    }

    /** Wilder's relative strength index, 0 to 100. */
    default Line rsi(int period) {
        return line(new Rsi(Price.CLOSE, period));
    }

    /** Wilder's average true range, in price units. */
    default Line atr(int period) {
        return line(new Atr(period));
    }

    /** Commodity channel index. */
    default Line cci(int period) {
        return line(new Cci(period));
    }

    /** On-balance volume. */
    default Line obv() {
        return line(new OnBalanceVolume());
    }

    /** Rate of change, in percent. */
    default Line rateOfChange(int period) {
        return line(new RateOfChange(Price.CLOSE, period));
    }

    /** Standard deviation of the population, in price units. */
    default Line standardDeviation(int period) {
        return line(new StandardDeviation(Price.CLOSE, period));
    }

    /** Slope of the regression line, in price units per bar. */
    default Line slope(int period) {
        return line(new LinearRegressionSlope(Price.CLOSE, period));
    }

    /** Highest high of the last bars, the current one included: a breakout is {@code close > highest.ago(1)}. */
    default Line highest(int period) {
        return line(new Highest(Price.HIGH, period));
    }

    /** Lowest low of the last bars, the current one included: a breakout is {@code close < lowest.ago(1)}. */
    default Line lowest(int period) {
        return line(new Lowest(Price.LOW, period));
    }

    /** MACD; 12, 26, 9 is usual. */
    default MacdLines macd(int fast, int slow, int signal) {
        Macd macd = new Macd(Price.CLOSE, fast, slow, signal);
        return new MacdLines(line(macd.line()), line(macd.signal()), line(macd.histogram()));
    }

    /** Bollinger bands, their width in standard deviations; 20, 2 is usual. */
    default BandLines bollinger(int period, double width) {
        BollingerBands bands = new BollingerBands(Price.CLOSE, period, width);
        return new BandLines(line(bands.middle()), line(bands.upper()), line(bands.lower()));
    }

    /** Keltner channel, its width in average true ranges; 20, 10, 2 is usual. */
    default BandLines keltner(int period, int atrPeriod, double width) {
        KeltnerChannel channel = new KeltnerChannel(period, atrPeriod, width);
        return new BandLines(line(channel.middle()), line(channel.upper()), line(channel.lower()));
    }

    /** Donchian channel of the last bars, the current one included: a breakout is {@code close > upper.ago(1)}. */
    default BandLines donchian(int period) {
        DonchianChannel channel = new DonchianChannel(period);
        return new BandLines(line(channel.middle()), line(channel.upper()), line(channel.lower()));
    }

    /** ADX with +DI and −DI, 0 to 100; 14 is usual. */
    default DirectionalLines adx(int period) {
        AverageDirectionalIndex index = new AverageDirectionalIndex(period);
        return new DirectionalLines(line(index.adx()), line(index.plus()), line(index.minus()));
    }

    /** Slow stochastic, 0 to 100; 14, 3, 3 is usual. */
    default StochasticLines stochastic(int period, int slowing, int smoothing) {
        Stochastic stochastic = new Stochastic(period, slowing, smoothing);
        return new StochasticLines(line(stochastic.k()), line(stochastic.d()));
    }

    /** SuperTrend, its width in average true ranges; 10, 3 is usual. */
    default SuperTrendLines superTrend(int period, double width) {
        SuperTrend trend = new SuperTrend(period, width);
        return new SuperTrendLines(line(trend.line()), line(trend.direction()));
    }

    /** Volume-weighted average price of the trading day so far, with bands one standard deviation away. */
    default BandLines vwap() {
        return vwap(1);
    }

    /** Volume-weighted average price of the trading day so far, with bands so many standard deviations away. */
    default BandLines vwap(double width) {
        Vwap vwap = new Vwap(width);
        return new BandLines(line(vwap.middle()), line(vwap.upper()), line(vwap.lower()));
    }

    /** Classic floor traders' pivots of the previous trading day. */
    default PivotLines pivots() {
        return pivots(PivotPoints.Kind.CLASSIC);
    }

    /** Pivots of the previous trading day. */
    default PivotLines pivots(PivotPoints.Kind kind) {
        PivotPoints pivots = new PivotPoints(kind);
        return new PivotLines(
                line(pivots.pivot()),
                line(pivots.resistance(1)),
                line(pivots.resistance(2)),
                line(pivots.resistance(3)),
                line(pivots.support(1)),
                line(pivots.support(2)),
                line(pivots.support(3)));
    }

    /** Point of control and value area of 70 %, with rows of the given height. */
    default ProfileLines volumeProfile(TickGrid rows) {
        VolumeProfile profile = new VolumeProfile(rows, 70);
        return new ProfileLines(
                line(profile.pointOfControl()),
                line(profile.valueAreaHigh()),
                line(profile.valueAreaLow()),
                line(profile.previousPointOfControl()),
                line(profile.previousValueAreaHigh()),
                line(profile.previousValueAreaLow()));
    }

    /** High and low of the session's first minutes, once they are over. */
    default OpeningRangeLines openingRange(int minutes) {
        return openingRange(0, minutes);
    }

    /**
     * High and low of the first minutes after a moment of the session, once they are over.
     *
     * @param after minutes from the session's opening; 930 is 08:30 of a session that opens at 17:00
     */
    default OpeningRangeLines openingRange(int after, int minutes) {
        OpeningRange range = new OpeningRange(after, minutes);
        return new OpeningRangeLines(line(range.high()), line(range.low()));
    }

    /** Open, high, low and close of the previous trading day. */
    default DayLines previousDay() {
        PreviousDay day = new PreviousDay();
        return new DayLines(line(day.open()), line(day.high()), line(day.low()), line(day.close()));
    }
}
