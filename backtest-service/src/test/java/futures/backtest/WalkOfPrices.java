package futures.backtest;

import futures.kit.columnar.Column;
import futures.kit.columnar.ColumnBatch;
import java.util.List;
import java.util.Random;

/** 5,000 minutes of a seeded random walk, as they are or put together to longer bars. */
final class WalkOfPrices {
    private static final int MINUTES = 5_000;
    private static final long START = 1_704_150_000_000L;

    private final long[] time;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;

    private WalkOfPrices(int rows) {
        this.time = new long[rows];
        this.open = new double[rows];
        this.high = new double[rows];
        this.low = new double[rows];
        this.close = new double[rows];
        this.volume = new double[rows];
    }

    static WalkOfPrices of(String symbol, long seed, int minutes) {
        boolean oil = symbol.equals("CL");
        WalkOfPrices walk = minutes(seed + (oil ? 1_000 : 0), oil ? 0.01 : 0.25, oil ? 8_000 : 20_000);
        return minutes == 1 ? walk : walk.joined(minutes);
    }

    private static WalkOfPrices minutes(long seed, double tick, int start) {
        WalkOfPrices walk = new WalkOfPrices(MINUTES);
        Random random = new Random(seed);
        int price = start;
        for (int i = 0; i < MINUTES; i++) {
            int last = price + random.nextInt(17) - 8;
            walk.time[i] = START + i * 60_000L;
            walk.open[i] = price * tick;
            walk.high[i] = (Math.max(price, last) + random.nextInt(4)) * tick;
            walk.low[i] = (Math.min(price, last) - random.nextInt(4)) * tick;
            walk.close[i] = last * tick;
            walk.volume[i] = 100 + random.nextInt(900);
            price = last;
        }
        return walk;
    }

    private WalkOfPrices joined(int count) {
        WalkOfPrices longer = new WalkOfPrices(MINUTES / count);
        for (int i = 0; i < longer.time.length; i++) {
            int from = i * count;
            longer.time[i] = time[from];
            longer.open[i] = open[from];
            longer.high[i] = high[from];
            longer.low[i] = low[from];
            for (int k = from; k < from + count; k++) {
                longer.high[i] = Math.max(longer.high[i], high[k]);
                longer.low[i] = Math.min(longer.low[i], low[k]);
                longer.volume[i] += volume[k];
            }
            longer.close[i] = close[from + count - 1];
        }
        return longer;
    }

    ColumnBatch batch(List<Column> columns) {
        return new ColumnBatch(columns, time.length, time, open, high, low, close, volume);
    }
}
