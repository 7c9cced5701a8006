package futures.backtest;

import futures.model.BarSeries;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.bars.BarForm;
import futures.model.bars.BarMaker;
import futures.model.bars.MadeBars;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;

/** 5,000 minutes of a seeded random walk, as they are or put together to longer bars. */
final class WalkOfPrices {
    private static final int MINUTES = 5_000;
    private static final long START = 1_704_150_000_000L;

    private static final SessionHours REGULAR =
            new SessionHours(ZoneId.of("America/Chicago"), LocalTime.of(8, 30), LocalTime.of(15, 0));

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

    /** ESH24 until a bar, and from it on ESM24, which stands 15 points higher: open of the bar of the roll, and what both closed at before. */
    record RollOfWalk(long time, double oldPrice, double newPrice) {}

    static final double SPREAD = 15;

    WalkOfPrices rolledAt(int bar) {
        for (double[] column : new double[][] {open, high, low, close}) {
            for (int i = bar; i < column.length; i++) {
                column[i] += SPREAD;
            }
        }
        return this;
    }

    /** The bars that open from a time on and before another. */
    WalkOfPrices between(long start, long end) {
        int first = 0;
        while (first < time.length && time[first] < start) {
            first++;
        }
        int rows = 0;
        while (first + rows < time.length && time[first + rows] < end) {
            rows++;
        }
        WalkOfPrices part = new WalkOfPrices(rows);
        System.arraycopy(time, first, part.time, 0, rows);
        System.arraycopy(open, first, part.open, 0, rows);
        System.arraycopy(high, first, part.high, 0, rows);
        System.arraycopy(low, first, part.low, 0, rows);
        System.arraycopy(close, first, part.close, 0, rows);
        System.arraycopy(volume, first, part.volume, 0, rows);
        return part;
    }

    /** Of a walk that is not rolled. */
    RollOfWalk rollAt(int bar) {
        return new RollOfWalk(time[bar], close[bar - 1], close[bar - 1] + SPREAD);
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

    /** The minutes made into other bars, as the data service does it. */
    BarSeries made(BarForm form) {
        MadeBars made = new MadeBars();
        BarMaker maker = BarMaker.of(form, TradingCalendar.of(SessionHours.CME_GLOBEX), REGULAR, null, made);
        for (int i = 0; i < time.length; i++) {
            maker.add(time[i], time[i] + 60_000, open[i], high[i], low[i], close[i], volume[i]);
        }
        maker.finish(false);
        return made.series("", form, Timeframe.MINUTE);
    }

    /** @param timeframe that it was walked in */
    BarSeries bars(Timeframe timeframe) {
        return BarSeries.owning("", timeframe, time, open, high, low, close, volume);
    }
}
