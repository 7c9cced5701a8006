package futures.analytics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.indicator.twin.NaiveAverages;
import futures.model.BarSeries;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.TradingDays;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices that stand still, prices that are no decimals, small tables worked by hand, and wrong parameters. */
class SpecialCasesTest {
    private static final TickGrid WHOLE = new TickGrid(BigDecimal.ONE);

    @Test
    void whereNothingMovesNoDivisionByNothingShows() {
        BarSeries.Builder flat = BarSeries.builder("ES", Timeframe.MINUTE);
        for (int i = 0; i < 60; i++) {
            flat.add(i * 60_000L, 5000.1, 5000.1, 5000.1, 5000.1, 3);
        }
        IndicatorValues values = RandomWalk.values(flat.build());
        assertEquals(0, last(values, new StandardDeviation(Price.CLOSE, 20)));
        assertEquals(0, last(values, new LinearRegressionSlope(Price.CLOSE, 20)));
        assertEquals(0, last(values, new Cci(20)));
        assertEquals(0, last(values, new AverageDirectionalIndex(14).adx()));
        assertEquals(0, last(values, new AverageDirectionalIndex(14).plus()));
        assertEquals(50, last(values, new Stochastic(14, 3, 3).d()));
        assertEquals(50, last(values, new Rsi(Price.CLOSE, 14)));
        assertEquals(5000.1, last(values, new BollingerBands(Price.CLOSE, 20, 2).upper()));
        assertEquals(5000.1, last(values, new Vwap(2).upper()));
        assertEquals(5000.1, last(values, new SuperTrend(10, 3).line()));
    }

    @Test
    void pricesThatAreNoDecimalsAreTakenAsTheyAre() {
        BarSeries bars = RandomWalk.noDecimals(3_000, 12);
        IndicatorValues values = RandomWalk.values(bars);
        assertEquals(0, values.columns().of(Price.CLOSE).units().length);
        double[] close = Rolling.prices(bars, Price.CLOSE);
        same(NaiveAverages.sma(close, 20), values.of(new Sma(Price.CLOSE, 20)));
        same(NaiveAverages.wma(close, 20), values.of(new Wma(Price.CLOSE, 20)));
        same(NaiveAverages.standardDeviation(close, 20), values.of(new StandardDeviation(Price.CLOSE, 20)));
        same(NaiveAverages.slope(close, 14), values.of(new LinearRegressionSlope(Price.CLOSE, 14)));
        double[] high = Rolling.prices(bars, Price.HIGH);
        double[] low = Rolling.prices(bars, Price.LOW);
        same(NaiveAverages.cci(high, low, close, 20), values.of(new Cci(20)));
    }

    @Test
    void aPriceThatIsNoDecimalChangesNothingBeforeIt() {
        IndicatorValues values = RandomWalk.values(RandomWalk.mixed(3_000, 12));
        assertEquals(1_500, values.columns().of(Price.CLOSE).units().length);
        assertEquals(1_500, values.columns().of(Price.TYPICAL).units().length);
    }

    private static void same(double[] expected, double[] actual) {
        for (int i = 0; i < expected.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertTrue(Double.isNaN(actual[i]), "bar " + i);
            } else {
                assertEquals(expected[i], actual[i], 1e-9 * Math.max(1, Math.abs(expected[i])), "bar " + i);
            }
        }
    }

    /** Martin Luther King's Monday trades until noon and belongs to Tuesday, whose opening range is of its own morning. */
    @Test
    void theOpeningRangeAfterAHolidayIsOfTheDayItself() {
        BarSeries bars = BarSeries.builder("ES", Timeframe.MINUTE)
                .add(time("2024-01-15T14:30:00Z"), 5, 9, 1, 5, 1)
                .add(time("2024-01-16T14:30:00Z"), 5, 6, 4, 5, 1)
                .add(time("2024-01-16T15:30:00Z"), 5, 5, 5, 5, 1)
                .build();
        IndicatorValues values = new IndicatorValues(bars, () -> TradingDays.of(bars, TradingCalendar.CME_EQUITY));
        OpeningRange range = new OpeningRange(930, 30);
        assertTrue(Double.isNaN(values.of(range.high())[0]));
        assertEquals(6, values.of(range.high())[2]);
        assertEquals(4, values.of(range.low())[2]);
        // the volume-weighted price is of the whole day
        assertEquals((5 + 5 + 5) / 3.0, values.of(new Vwap(2).middle())[2], 1e-12);
    }

    /** Prices are 110, 100 and 104 on the first of two days; 2024-03-04 is a Monday. */
    @ParameterizedTest
    @CsvSource({
        "CLASSIC, 104.66666666666667, 109.33333333333333, 114.66666666666667, 119.33333333333333, 99.33333333333333",
        "FIBONACCI, 104.66666666666667, 108.48666666666667, 110.84666666666667, 114.66666666666667, 100.84666666666667",
        "CAMARILLA, 104.66666666666667, 104.91666666666667, 105.83333333333333, 106.75, 103.08333333333333"
    })
    void pivotsWorkedByHand(PivotPoints.Kind kind, double pivot, double r1, double r2, double r3, double s1) {
        BarSeries bars = BarSeries.builder("ES", Timeframe.MINUTE)
                .add(time("2024-03-04T15:00:00Z"), 105, 110, 103, 107, 1)
                .add(time("2024-03-04T16:00:00Z"), 107, 108, 100, 104, 1)
                .add(time("2024-03-05T15:00:00Z"), 90, 90, 90, 90, 1)
                .build();
        IndicatorValues values = RandomWalk.values(bars);
        PivotPoints pivots = new PivotPoints(kind);
        assertTrue(Double.isNaN(values.of(pivots.pivot())[1]));
        assertEquals(pivot, values.of(pivots.pivot())[2], 1e-12);
        assertEquals(r1, values.of(pivots.resistance(1))[2], 1e-12);
        assertEquals(r2, values.of(pivots.resistance(2))[2], 1e-12);
        assertEquals(r3, values.of(pivots.resistance(3))[2], 1e-12);
        assertEquals(s1, values.of(pivots.support(1))[2], 1e-12);
    }

    /**
     * Rows 100 to 104 hold 10, 10, 40, 20, 20 of 100 contracts: control 102; the pair above (40) joins before the pair
     * below (20), and the area holds 80.
     */
    @Test
    void volumeProfileWorkedByHand() {
        BarSeries bars = BarSeries.builder("ES", Timeframe.MINUTE)
                .add(time("2024-03-04T15:00:00Z"), 100, 101, 100, 101, 20)
                .add(time("2024-03-04T15:01:00Z"), 102, 102, 102, 102, 40)
                .add(time("2024-03-04T15:02:00Z"), 103, 104, 103, 104, 40)
                .build();
        IndicatorValues values = RandomWalk.values(bars);
        VolumeProfile profile = new VolumeProfile(WHOLE, 70);
        assertEquals(102, last(values, profile.pointOfControl()));
        assertEquals(104, last(values, profile.valueAreaHigh()));
        assertEquals(102, last(values, profile.valueAreaLow()));
        assertTrue(Double.isNaN(last(values, profile.previousPointOfControl())));
        assertEquals(100, values.of(profile.pointOfControl())[0], "the lower of two equal rows");
    }

    /** Rows 100 to 104 hold 10, 20, 40, 20, 10: both pairs hold 30, and 40 + 30 are 70 of 100. */
    @Test
    void ofTwoEqualPairsTheUpperJoinsTheValueArea() {
        BarSeries bars = BarSeries.builder("ES", Timeframe.MINUTE)
                .add(time("2024-03-04T15:00:00Z"), 100, 104, 100, 104, 50)
                .add(time("2024-03-04T15:01:00Z"), 101, 103, 101, 103, 30)
                .add(time("2024-03-04T15:02:00Z"), 102, 102, 102, 102, 20)
                .build();
        IndicatorValues values = RandomWalk.values(bars);
        VolumeProfile profile = new VolumeProfile(WHOLE, 70);
        assertEquals(102, last(values, profile.pointOfControl()));
        assertEquals(104, last(values, profile.valueAreaHigh()));
        assertEquals(102, last(values, profile.valueAreaLow()));
    }

    @Test
    void aPriceOutOfAllReasonIsRefusedByTheProfile() {
        BarSeries bars = BarSeries.builder("ES", Timeframe.MINUTE)
                .add(time("2024-03-04T15:00:00Z"), 5000, 900_000, 5000, 5000, 1)
                .build();
        IndicatorValues values = RandomWalk.values(bars);
        assertEquals(
                "a volume profile has at most 200000 rows in a day, this one would have 895001: choose higher rows, or look"
                        + " for wrong prices in the data",
                refusal(() -> values.of(new VolumeProfile(WHOLE, 70).pointOfControl())));
    }

    @Test
    void wrongParametersAreRefused() {
        assertEquals("a period must be at least 1, found 0", refusal(() -> new Sma(Price.CLOSE, 0)));
        assertEquals("a period must be at least 2, found 1", refusal(() -> new Cci(1)));
        assertEquals(
                "a width must be a number above zero, found NaN",
                refusal(() -> new BollingerBands(Price.CLOSE, 20, Double.NaN)));
        assertEquals(
                "the fast period of a MACD must be shorter than the slow one, found 26 and 12",
                refusal(() -> new Macd(Price.CLOSE, 26, 12, 9)));
        assertEquals("a value area holds 1 to 100 percent, found 0", refusal(() -> new VolumeProfile(WHOLE, 0)));
        assertEquals(
                "a pivot has levels 1 to 3, found 4",
                refusal(() -> new PivotPoints(PivotPoints.Kind.CLASSIC).support(4)));
        assertEquals(
                "an opening range begins 0 or more minutes after the session's opening and is at least 1 minute long,"
                        + " found -1 and 30",
                refusal(() -> new OpeningRange(-1, 30)));
    }

    private static String refusal(Runnable attempt) {
        return assertThrows(IllegalArgumentException.class, attempt::run).getMessage();
    }

    private static double last(IndicatorValues values, Indicator indicator) {
        double[] all = values.of(indicator);
        return all[all.length - 1];
    }

    private static long time(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
