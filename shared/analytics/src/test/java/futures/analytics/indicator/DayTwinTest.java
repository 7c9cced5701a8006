package futures.analytics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.indicator.twin.NaiveDays;
import futures.model.BarSeries;
import futures.model.TickGrid;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Indicators of the trading day on 50,000 minutes against formulas that share no code with them. */
class DayTwinTest {
    private static final int BARS = 50_000;
    private static final BarSeries SERIES = RandomWalk.quarterTicks(BARS, 31);
    private static final IndicatorValues VALUES = RandomWalk.values(SERIES);
    private static final NaiveDays TWIN = twin();

    private static NaiveDays twin() {
        long[] times = new long[BARS];
        double[] volume = new double[BARS];
        for (int i = 0; i < BARS; i++) {
            times[i] = SERIES.openTime(i);
            volume[i] = SERIES.volume(i);
        }
        return new NaiveDays(
                times,
                Rolling.prices(SERIES, Price.OPEN),
                Rolling.prices(SERIES, Price.HIGH),
                Rolling.prices(SERIES, Price.LOW),
                Rolling.prices(SERIES, Price.CLOSE),
                volume);
    }

    private static double at(double[] figures, int which) {
        return figures == null ? Double.NaN : figures[which];
    }

    @Test
    void previousDayIsEqualToTheLastBit() {
        PreviousDay day = new PreviousDay();
        Indicator[] lines = {day.open(), day.high(), day.low(), day.close()};
        for (int line = 0; line < lines.length; line++) {
            double[] values = VALUES.of(lines[line]);
            for (int i = 0; i < BARS; i += 7) {
                assertEquals(at(TWIN.previousDay(i), line), values[i], 0.0, lines[line] + " at bar " + i);
            }
        }
    }

    @Test
    void pivotsAreThoseOfTheFormulas() {
        for (int i = 0; i < BARS; i += 501) {
            double[] day = TWIN.previousDay(i);
            double h = at(day, 1);
            double l = at(day, 2);
            double c = at(day, 3);
            double p = (h + l + c) / 3;
            pivots(
                    PivotPoints.Kind.CLASSIC,
                    i,
                    p,
                    2 * p - l,
                    p + h - l,
                    h + 2 * (p - l),
                    2 * p - h,
                    p - h + l,
                    l - 2 * (h - p));
            double r = h - l;
            pivots(
                    PivotPoints.Kind.FIBONACCI,
                    i,
                    p,
                    p + .382 * r,
                    p + .618 * r,
                    p + r,
                    p - .382 * r,
                    p - .618 * r,
                    p - r);
            pivots(
                    PivotPoints.Kind.CAMARILLA,
                    i,
                    p,
                    c + r * 1.1 / 12,
                    c + r * 1.1 / 6,
                    c + r * 1.1 / 4,
                    c - r * 1.1 / 12,
                    c - r * 1.1 / 6,
                    c - r * 1.1 / 4);
        }
    }

    private static void pivots(PivotPoints.Kind kind, int bar, double... expected) {
        PivotPoints pivots = new PivotPoints(kind);
        assertEquals(expected[0], VALUES.of(pivots.pivot())[bar], 1e-9, kind + " at bar " + bar);
        for (int level = 1; level <= 3; level++) {
            assertEquals(expected[level], VALUES.of(pivots.resistance(level))[bar], 1e-9, kind + " R" + level);
            assertEquals(expected[3 + level], VALUES.of(pivots.support(level))[bar], 1e-9, kind + " S" + level);
        }
    }

    /** The average is equal to the last bit; the bands to 1e-12 of the price. */
    @Test
    void vwapIsTheExactQuotient() {
        double[] middle = VALUES.of(new Vwap(2).middle());
        double[] upper = VALUES.of(new Vwap(2).upper());
        double[] lower = VALUES.of(new Vwap(2).lower());
        for (int i = 0; i < BARS; i += i < 1500 ? 1 : 97) {
            double[] expected = TWIN.vwap(i);
            double mean = at(expected, 0);
            double deviation = at(expected, 1);
            assertEquals(mean, middle[i], 0.0, "bar " + i);
            assertEquals(mean + 2 * deviation, upper[i], 1e-12 * mean, "bar " + i);
            assertEquals(mean - 2 * deviation, lower[i], 1e-12 * mean, "bar " + i);
        }
    }

    @Test
    void openingRangesAreEqualToTheLastBit() {
        OpeningRange session = new OpeningRange(0, 30);
        OpeningRange regular = new OpeningRange(930, 15);
        for (int i = 0; i < BARS; i += i < 3000 ? 1 : 13) {
            double[] first = TWIN.openingRange(i, 17, 0, 30);
            assertEquals(at(first, 0), VALUES.of(session.high())[i], 0.0, "bar " + i);
            assertEquals(at(first, 1), VALUES.of(session.low())[i], 0.0, "bar " + i);
            double[] second = TWIN.openingRange(i, 8, 30, 15);
            assertEquals(at(second, 0), VALUES.of(regular.high())[i], 0.0, "bar " + i);
            assertEquals(at(second, 1), VALUES.of(regular.low())[i], 0.0, "bar " + i);
        }
    }

    @Test
    void volumeProfilesAreEqualToTheLastBit() {
        VolumeProfile profile = new VolumeProfile(new TickGrid(new BigDecimal("0.25")), 70);
        Indicator[] today = {profile.pointOfControl(), profile.valueAreaHigh(), profile.valueAreaLow()};
        Indicator[] before = {
            profile.previousPointOfControl(), profile.previousValueAreaHigh(), profile.previousValueAreaLow()
        };
        int compared = 0;
        for (int i = 0; i < BARS; i += i < 300 ? 1 : 97) {
            double[] expected = TWIN.profile(i);
            int last = TWIN.lastOfDayBefore(i);
            double[] previous = last < 0 ? null : TWIN.profile(last);
            for (int line = 0; line < 3; line++) {
                assertEquals(at(expected, line), VALUES.of(today[line])[i], 0.0, today[line] + " at bar " + i);
                assertEquals(at(previous, line), VALUES.of(before[line])[i], 0.0, before[line] + " at bar " + i);
            }
            compared++;
        }
        assertTrue(compared > 800, "compared only " + compared);
    }
}
