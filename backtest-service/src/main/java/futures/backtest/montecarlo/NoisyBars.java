package futures.backtest.montecarlo;

import futures.model.BarSeries;
import futures.model.TickGrid;
import java.util.SplittableRandom;

/**
 * Bars whose open, high, low and close are each moved by a whole number of ticks, drawn evenly from −most to most. Where the four no
 * longer go together the high becomes the highest of them and the low the lowest. A price on the tick grid stays on it.
 */
final class NoisyBars {
    private NoisyBars() {}

    static BarSeries of(BarSeries bars, TickGrid ticks, int most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = bars.size();
        double[] open = new double[size];
        double[] high = new double[size];
        double[] low = new double[size];
        double[] close = new double[size];
        double[] volume = new double[size];
        for (int i = 0; i < size; i++) {
            open[i] = ticks.moved(bars.open(i), random.nextInt(-most, most + 1));
            close[i] = ticks.moved(bars.close(i), random.nextInt(-most, most + 1));
            double top = ticks.moved(bars.high(i), random.nextInt(-most, most + 1));
            double bottom = ticks.moved(bars.low(i), random.nextInt(-most, most + 1));
            high[i] = Math.max(Math.max(open[i], close[i]), Math.max(top, bottom));
            low[i] = Math.min(Math.min(open[i], close[i]), Math.min(top, bottom));
            volume[i] = bars.volume(i);
        }
        return bars.withPrices(open, high, low, close, volume);
    }
}
