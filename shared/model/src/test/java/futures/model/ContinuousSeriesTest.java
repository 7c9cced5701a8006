package futures.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContinuousSeriesTest {
    private static final TickGrid QUARTER = new TickGrid(new BigDecimal("0.25"));

    private static Roll roll(int minute, String from, String to, String oldPrice, String newPrice) {
        return new Roll(minute * 60_000L, from, to, new BigDecimal(oldPrice), new BigDecimal(newPrice));
    }

    /** One bar a minute, all its prices the same. */
    private static BarSeries flat(double... prices) {
        BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.MINUTE);
        for (int i = 0; i < prices.length; i++) {
            bars.add(i * 60_000L, prices[i], prices[i], prices[i], prices[i], 10 + i);
        }
        return bars.build();
    }

    private static double[] closes(BarSeries bars) {
        double[] closes = new double[bars.size()];
        Arrays.setAll(closes, bars::close);
        return closes;
    }

    private static final RollCalendar TWO = RollCalendar.of(
            roll(4, "ESM24", "ESU24", "104.00", "103.00"), roll(2, "ESH24", "ESM24", "100.00", "105.00"));

    private final BarSeries real = flat(100, 101, 104.5, 104, 102.75);

    @Test
    void byDifferenceEarlierBarsMoveByTheSpreadsOfAllLaterRolls() {
        ContinuousSeries series = ContinuousSeries.of(real, QUARTER, TWO, Adjustment.DIFFERENCE);
        assertEquals("[104.0, 105.0, 103.5, 103.0, 102.75]", Arrays.toString(closes(series.adjusted())));
        assertEquals(12, series.adjusted().volume(2));
        assertEquals(real.openTime(3), series.adjusted().openTime(3));
        assertEquals(2, series.firstBar(0));
        assertEquals(20, series.spreadTicks(0));
        assertEquals(104.25, series.adjusted(1, 100.25));
        assertEquals(100.25, series.real(1, 104.25));
        assertEquals(100.35, series.real(1, 104.35), "a price off the grid keeps its decimals");
        assertEquals(102.75, series.real(4, 102.75));
        assertEquals(3.5, series.realDistance(0, 3.5));
    }

    @Test
    void byRatioEarlierBarsAreMultipliedByTheRatiosOfAllLaterRolls() {
        ContinuousSeries series = ContinuousSeries.of(real, QUARTER, TWO, Adjustment.RATIO);
        BigDecimal late = new BigDecimal("103").divide(new BigDecimal("104"), 30, RoundingMode.HALF_EVEN);
        BigDecimal early = late.multiply(new BigDecimal("1.05"));
        BigDecimal first = new BigDecimal("100").multiply(early).setScale(6, RoundingMode.HALF_EVEN);
        BigDecimal third = new BigDecimal("104.5").multiply(late).setScale(6, RoundingMode.HALF_EVEN);
        assertEquals(first.doubleValue(), series.adjusted().close(0), 0.0);
        assertEquals(third.doubleValue(), series.adjusted().close(2), 0.0);
        assertEquals(102.75, series.adjusted().close(4), 0.0);
        assertEquals(100, series.real(0, series.adjusted().close(0)), 1e-6);
        assertEquals(2 / early.doubleValue(), series.realDistance(1, 2), 1e-12);
    }

    @Test
    void withoutAnAdjustmentOrRollsInTheSeriesItIsTheSameSeries() {
        assertSame(
                real, ContinuousSeries.of(real, QUARTER, TWO, Adjustment.NONE).adjusted());
        RollCalendar outside =
                RollCalendar.of(roll(0, "ESH24", "ESM24", "100", "105"), roll(5, "ESM24", "ESU24", "104", "103"));
        ContinuousSeries series = ContinuousSeries.of(real, QUARTER, outside, Adjustment.DIFFERENCE);
        assertSame(real, series.adjusted());
        assertEquals(0, series.rolls().size());
    }

    @Test
    void aBarBelongsToTheContractOfItsOpen() {
        RollCalendar inside = RollCalendar.of(
                new Roll(2 * 60_000L - 59_999, "ESH24", "ESM24", new BigDecimal("1"), new BigDecimal("2")));
        ContinuousSeries series = ContinuousSeries.of(real, QUARTER, inside, Adjustment.DIFFERENCE);
        assertEquals(102, series.adjusted().close(1));
        assertEquals(104.5, series.adjusted().close(2));
    }

    @Test
    void differencesWithinAContractAndOverARollAreThoseOfAPositionHeld() {
        Random random = new Random(3);
        for (String size : new String[] {"0.25", "0.015625", "0.0000005", "5"}) {
            TickGrid grid = new TickGrid(new BigDecimal(size));
            long[] ticks = new long[60];
            double[] prices = new double[60];
            for (int i = 0; i < 60; i++) {
                ticks[i] = 20_000L + random.nextInt(400) - 200;
                prices[i] = grid.price(ticks[i]);
            }
            Roll[] rolls = new Roll[3];
            long[] spread = new long[3];
            for (int r = 0; r < 3; r++) {
                spread[r] = random.nextInt(80) - 40L;
                BigDecimal old = grid.tickSize().multiply(BigDecimal.valueOf(20_000));
                rolls[r] = new Roll(
                        (15 + 15 * r) * 60_000L,
                        "C" + r,
                        "C" + (r + 1),
                        old,
                        old.add(grid.tickSize().multiply(BigDecimal.valueOf(spread[r]))));
            }
            BarSeries adjusted = ContinuousSeries.of(flat(prices), grid, RollCalendar.of(rolls), Adjustment.DIFFERENCE)
                    .adjusted();
            for (int i = 1; i < 60; i++) {
                long jump = i % 15 == 0 ? spread[i / 15 - 1] : 0;
                long change = grid.nearest(adjusted.close(i)) - grid.nearest(adjusted.close(i - 1));
                assertEquals(ticks[i] - ticks[i - 1] - jump, change);
                assertTrue(grid.isOnGrid(adjusted.close(i)));
            }
            assertEquals(prices[59], adjusted.close(59));
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        assertSays(
                "the roll from ESH24 to ESM24 and the roll from ESM24 to ESU24 are both at 1970-01-01T00:02:00Z",
                () -> RollCalendar.of(roll(2, "ESH24", "ESM24", "1", "2"), roll(2, "ESM24", "ESU24", "1", "2")));
        assertSays(
                "does not leave ESM24, to which the one before had led",
                () -> RollCalendar.of(roll(2, "ESH24", "ESM24", "1", "2"), roll(3, "ESU24", "ESZ24", "1", "2")));
        assertSays("found ESH24 twice", () -> roll(2, "ESH24", "ESH24", "1", "2"));
        assertSays(
                "a price of 1.10, which is not a multiple of the tick size 0.25",
                () -> ContinuousSeries.of(
                        real, QUARTER, RollCalendar.of(roll(2, "A", "B", "1.10", "2")), Adjustment.NONE));
        assertSays(
                "a price of -37.50: a ratio needs prices above zero; adjust by difference",
                () -> ContinuousSeries.of(
                        real, QUARTER, RollCalendar.of(roll(2, "A", "B", "-37.50", "20")), Adjustment.RATIO));
    }

    private static void assertSays(String part, Runnable does) {
        String message = assertThrows(IllegalArgumentException.class, does::run).getMessage();
        assertTrue(message.contains(part), message);
    }
}
