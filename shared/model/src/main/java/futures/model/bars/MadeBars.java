package futures.model.bars;

import futures.model.BarSeries;
import futures.model.Timeframe;
import java.util.Arrays;

/** Collects made bars in columns. */
public final class MadeBars implements BarSink {
    /** Columns of {@link #value}: open, high, low and close come before it, from 0 on. */
    public static final int VOLUME = 4;

    private long[] openTime = new long[256];
    private long[] closeTime = new long[256];
    private final double[][] columns = new double[5][256];
    private int size;

    @Override
    public void bar(long opened, long closed, double open, double high, double low, double close, double volume) {
        if (size == openTime.length) {
            openTime = Arrays.copyOf(openTime, size * 2);
            closeTime = Arrays.copyOf(closeTime, size * 2);
            for (int c = 0; c < columns.length; c++) {
                columns[c] = Arrays.copyOf(columns[c], size * 2);
            }
        }
        openTime[size] = opened;
        closeTime[size] = closed;
        columns[0][size] = open;
        columns[1][size] = high;
        columns[2][size] = low;
        columns[3][size] = close;
        columns[4][size] = volume;
        size++;
    }

    public int size() {
        return size;
    }

    /** Epoch milliseconds UTC at which the bars open, from one on. */
    public long[] openTimes(int first) {
        return Arrays.copyOfRange(openTime, first, size);
    }

    public long[] closeTimes(int first) {
        return Arrays.copyOfRange(closeTime, first, size);
    }

    /** @param column 0 to {@link #VOLUME} */
    public double value(int column, int bar) {
        return columns[column][bar];
    }

    /** @param madeFrom the timeframe of the shorter bars, which stands in for one that the form does not have */
    public BarSeries series(String symbol, BarForm form, Timeframe madeFrom) {
        return BarSeries.made(
                symbol,
                form.nominal(madeFrom),
                form.toString(),
                madeFrom,
                Arrays.copyOf(openTime, size),
                Arrays.copyOf(closeTime, size),
                Arrays.copyOf(columns[0], size),
                Arrays.copyOf(columns[1], size),
                Arrays.copyOf(columns[2], size),
                Arrays.copyOf(columns[3], size),
                Arrays.copyOf(columns[4], size));
    }
}
