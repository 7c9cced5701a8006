package futures.analytics.indicator;

import futures.model.TickGrid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** At least one indicator of every kind; {@link EveryKindTest} fails when a kind is missing here. */
final class Samples {
    private static final TickGrid QUARTERS = new TickGrid(new BigDecimal("0.25"));

    private Samples() {}

    static List<Indicator> singles() {
        return List.of(
                new Sma(Price.CLOSE, 10),
                new Sma(Price.TYPICAL, 7),
                new Sma(Price.MEDIAN, 1),
                new Ema(Price.OPEN, 9),
                new Wma(Price.CLOSE, 12),
                new Hma(Price.CLOSE, 16),
                new Rsi(Price.CLOSE, 14),
                new Atr(14),
                new Cci(20),
                new OnBalanceVolume(),
                new RateOfChange(Price.CLOSE, 10),
                new StandardDeviation(Price.CLOSE, 20),
                new StandardDeviation(Price.TYPICAL, 5),
                new LinearRegressionSlope(Price.CLOSE, 14),
                new Highest(Price.HIGH, 20),
                new Lowest(Price.LOW, 20));
    }

    static List<Study> studies() {
        return List.of(
                new Macd(Price.CLOSE, 12, 26, 9),
                new BollingerBands(Price.CLOSE, 20, 2),
                new KeltnerChannel(20, 10, 1.5),
                new DonchianChannel(20),
                new AverageDirectionalIndex(14),
                new Stochastic(14, 3, 3),
                new SuperTrend(10, 3),
                new Vwap(2),
                new PreviousDay(),
                new PivotPoints(PivotPoints.Kind.CLASSIC),
                new PivotPoints(PivotPoints.Kind.FIBONACCI),
                new PivotPoints(PivotPoints.Kind.CAMARILLA),
                new OpeningRange(0, 30),
                new OpeningRange(930, 15),
                new VolumeProfile(QUARTERS, 70));
    }

    static List<Indicator> all() {
        List<Indicator> all = new ArrayList<>(singles());
        for (Study study : studies()) {
            for (int line = 0; line < study.names().length; line++) {
                all.add(study.line(line));
            }
        }
        return all;
    }
}
