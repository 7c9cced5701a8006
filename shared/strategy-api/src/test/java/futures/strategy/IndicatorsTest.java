package futures.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.analytics.indicator.Indicator;
import futures.analytics.indicator.PivotPoints;
import futures.model.TickGrid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which indicators the everyday names stand for, and in which field each line of a record is. */
class IndicatorsTest {
    /** A line that knows only what it is of. */
    private record Named(String name) implements Line {
        @Override
        public double now() {
            return Double.NaN;
        }

        @Override
        public double ago(int bars) {
            return Double.NaN;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final class Asked implements Indicators {
        private final List<String> asked = new ArrayList<>();

        @Override
        public Line line(Indicator indicator) {
            asked.add(indicator.toString());
            return new Named(indicator.toString());
        }
    }

    private final Asked setup = new Asked();

    @Test
    void singleLines() {
        setup.sma(3);
        setup.ema(4);
        setup.wma(5);
        setup.hma(6);
        setup.rsi(7);
        setup.atr(8);
        setup.cci(9);
        setup.obv();
        setup.rateOfChange(10);
        setup.standardDeviation(11);
        setup.slope(12);
        setup.highest(13);
        setup.lowest(14);
        assertEquals(
                List.of(
                        "SMA(CLOSE, 3)",
                        "EMA(CLOSE, 4)",
                        "WMA(CLOSE, 5)",
                        "HMA(CLOSE, 6)",
                        "RSI(CLOSE, 7)",
                        "ATR(8)",
                        "CCI(9)",
                        "OBV",
                        "ROC(CLOSE, 10)",
                        "STDDEV(CLOSE, 11)",
                        "SLOPE(CLOSE, 12)",
                        "HIGHEST(HIGH, 13)",
                        "LOWEST(LOW, 14)"),
                setup.asked);
    }

    @Test
    void studies() {
        assertEquals(
                "MacdLines[line=MACD(CLOSE, 12, 26, 9).line, signal=MACD(CLOSE, 12, 26, 9).signal,"
                        + " histogram=MACD(CLOSE, 12, 26, 9).histogram]",
                setup.macd(12, 26, 9).toString());
        assertEquals(bands("BOLLINGER(CLOSE, 20, 2.0)"), setup.bollinger(20, 2).toString());
        assertEquals(bands("KELTNER(20, 10, 1.5)"), setup.keltner(20, 10, 1.5).toString());
        assertEquals(bands("DONCHIAN(20)"), setup.donchian(20).toString());
        assertEquals(bands("VWAP(1.0)"), setup.vwap().toString());
        assertEquals(bands("VWAP(2.5)"), setup.vwap(2.5).toString());
        assertEquals(
                "DirectionalLines[adx=ADX(14).adx, plus=ADX(14).plus, minus=ADX(14).minus]",
                setup.adx(14).toString());
        assertEquals(
                "StochasticLines[k=STOCHASTIC(14, 3, 5).k, d=STOCHASTIC(14, 3, 5).d]",
                setup.stochastic(14, 3, 5).toString());
        assertEquals(
                "SuperTrendLines[line=SUPERTREND(10, 3.0).line, direction=SUPERTREND(10, 3.0).direction]",
                setup.superTrend(10, 3).toString());
    }

    private static String bands(String study) {
        return "BandLines[middle=" + study + ".middle, upper=" + study + ".upper, lower=" + study + ".lower]";
    }

    @Test
    void studiesOfTheTradingDay() {
        assertEquals(
                "PivotLines[pivot=PIVOTS(CLASSIC).pivot, r1=PIVOTS(CLASSIC).r1, r2=PIVOTS(CLASSIC).r2,"
                        + " r3=PIVOTS(CLASSIC).r3, s1=PIVOTS(CLASSIC).s1, s2=PIVOTS(CLASSIC).s2, s3=PIVOTS(CLASSIC).s3]",
                setup.pivots().toString());
        assertEquals(
                "PIVOTS(CAMARILLA).s2",
                setup.pivots(PivotPoints.Kind.CAMARILLA).s2().toString());
        assertEquals(
                "OpeningRangeLines[high=OPENING_RANGE(0, 30).high, low=OPENING_RANGE(0, 30).low]",
                setup.openingRange(30).toString());
        assertEquals(
                "OPENING_RANGE(930, 15).low", setup.openingRange(930, 15).low().toString());
        assertEquals(
                "DayLines[open=PREVIOUS_DAY.open, high=PREVIOUS_DAY.high, low=PREVIOUS_DAY.low,"
                        + " close=PREVIOUS_DAY.close]",
                setup.previousDay().toString());
        String profile = "VOLUME_PROFILE(0.25, 70)";
        assertEquals(
                "ProfileLines[pointOfControl=" + profile + ".poc, valueAreaHigh=" + profile + ".vah, valueAreaLow="
                        + profile + ".val, previousPointOfControl=" + profile + ".previous_poc, previousValueAreaHigh="
                        + profile + ".previous_vah, previousValueAreaLow=" + profile + ".previous_val]",
                setup.volumeProfile(new TickGrid(new BigDecimal("0.250"))).toString());
    }
}
