package futures.backtest.montecarlo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.TickGrid;
import futures.model.Timeframe;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoisyBarsTest {
    private static final TickGrid TICKS = new TickGrid(new BigDecimal("0.01"));

    private static BarSeries walk(int size) {
        Random random = new Random(2);
        long[] time = new long[size];
        double[][] prices = new double[5][size];
        long price = 8_000;
        for (int i = 0; i < size; i++) {
            long close = price + random.nextInt(7) - 3;
            time[i] = i * 60_000L;
            prices[0][i] = TICKS.price(price);
            prices[1][i] = TICKS.price(Math.max(price, close) + random.nextInt(3));
            prices[2][i] = TICKS.price(Math.min(price, close) - random.nextInt(3));
            prices[3][i] = TICKS.price(close);
            prices[4][i] = i;
            price = close;
        }
        return BarSeries.owning("CL", Timeframe.MINUTE, time, prices[0], prices[1], prices[2], prices[3], prices[4]);
    }

    @Test
    void barsStayBarsOnTheGridAndNearTheirPrices() {
        BarSeries bars = walk(5_000);
        for (int most : new int[] {1, 4}) {
            BarSeries noisy = NoisyBars.of(bars, TICKS, most, 9);
            long[] times = new long[2 * most + 1];
            for (int i = 0; i < bars.size(); i++) {
                assertTrue(noisy.low(i) <= Math.min(noisy.open(i), noisy.close(i)));
                assertTrue(noisy.high(i) >= Math.max(noisy.open(i), noisy.close(i)));
                for (double price : new double[] {noisy.open(i), noisy.high(i), noisy.low(i), noisy.close(i)}) {
                    assertEquals(TICKS.price(TICKS.nearest(price)), price);
                }
                long moved = TICKS.nearest(noisy.close(i)) - TICKS.nearest(bars.close(i));
                times[(int) moved + most]++;
                assertTrue(Math.abs(TICKS.nearest(noisy.high(i)) - TICKS.nearest(bars.high(i))) <= most);
                assertTrue(Math.abs(TICKS.nearest(noisy.low(i)) - TICKS.nearest(bars.low(i))) <= most);
                assertEquals(bars.volume(i), noisy.volume(i));
                assertEquals(bars.openTime(i), noisy.openTime(i));
            }
            double expected = bars.size() / (2.0 * most + 1);
            for (long count : times) {
                assertEquals(expected, (double) count, 4 * Math.sqrt(expected), "each number of ticks is as likely");
            }
        }
    }

    @Test
    void theSeedDecides() {
        BarSeries bars = walk(50);
        BarSeries one = NoisyBars.of(bars, TICKS, 3, 1);
        BarSeries again = NoisyBars.of(bars, TICKS, 3, 1);
        BarSeries other = NoisyBars.of(bars, TICKS, 3, 2);
        int differ = 0;
        for (int i = 0; i < bars.size(); i++) {
            assertEquals(one.close(i), again.close(i));
            differ += one.close(i) == other.close(i) ? 0 : 1;
        }
        assertTrue(differ > 25, "differ: " + differ);
    }
}
