package futures.model;

import java.util.Arrays;

/**
 * Bars of one symbol and timeframe in columns, oldest first, read-only and shared by every run that needs them.
 *
 * <p>Open times strictly ascend. Prices are finite; low ≤ open, close ≤ high.
 */
public final class BarSeries {
    private final String symbol;
    private final Timeframe timeframe;
    private final String form;
    /** Null for bars that were not made of shorter ones. */
    private final Timeframe madeFrom;

    private final long[] openTime;
    /** Null where every bar is as long as the timeframe says. */
    private final long[] closeTime;

    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final int size;

    private BarSeries(
            String symbol,
            Timeframe timeframe,
            String form,
            Timeframe madeFrom,
            long[] openTime,
            long[] closeTime,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume) {
        this.symbol = symbol;
        this.timeframe = timeframe;
        this.form = form;
        this.madeFrom = madeFrom;
        this.openTime = openTime;
        this.closeTime = closeTime;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.size = openTime.length;
        for (double[] column : new double[][] {open, high, low, close, volume}) {
            if (column.length != size) {
                throw new IllegalArgumentException("columns of " + symbol + " differ in length");
            }
        }
        for (int i = 1; i < size; i++) {
            if (openTime[i] <= openTime[i - 1]) {
                throw new IllegalArgumentException("bars of " + symbol + " are not in ascending order at row " + i);
            }
        }
        if (closeTime != null) {
            requireCloses();
        }
    }

    private void requireCloses() {
        if (closeTime.length != size) {
            throw new IllegalArgumentException("columns of " + symbol + " differ in length");
        }
        for (int i = 0; i < size; i++) {
            if (closeTime[i] <= openTime[i] || (i > 0 && closeTime[i] < closeTime[i - 1])) {
                throw new IllegalArgumentException("a bar of " + symbol + " closes too early at row " + i);
            }
        }
    }

    /** Takes the arrays as they are, without a copy: the caller gives them away and must not write to them again. */
    public static BarSeries owning(
            String symbol,
            Timeframe timeframe,
            long[] openTime,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume) {
        return new BarSeries(
                symbol, timeframe, timeframe.toString(), null, openTime, null, open, high, low, close, volume);
    }

    /**
     * The same for bars that were made from shorter ones and end when their session does, or when enough was traded.
     *
     * @param timeframe the nominal length; the shortest that a bar can have where they differ
     * @param form      what they are, in words such as {@code 4h regular} or {@code volume:5000}
     * @param madeFrom  length of the shorter ones
     * @param closeTime when each bar is complete, never descending
     */
    public static BarSeries made(
            String symbol,
            Timeframe timeframe,
            String form,
            Timeframe madeFrom,
            long[] openTime,
            long[] closeTime,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume) {
        return new BarSeries(symbol, timeframe, form, madeFrom, openTime, closeTime, open, high, low, close, volume);
    }

    /** The same times with other prices and volumes; the arrays are taken as they are. */
    public BarSeries withPrices(double[] opens, double[] highs, double[] lows, double[] closes, double[] volumes) {
        return new BarSeries(
                symbol, timeframe, form, madeFrom, openTime, closeTime, opens, highs, lows, closes, volumes);
    }

    public static Builder builder(String symbol, Timeframe timeframe) {
        return new Builder(symbol, timeframe);
    }

    public String symbol() {
        return symbol;
    }

    public Timeframe timeframe() {
        return timeframe;
    }

    /** The timeframe, or what the bars are if they were made from shorter ones: {@code 4h regular}, {@code volume:5000}. */
    public String form() {
        return form;
    }

    /** Length of the bars that these were made of, and have closes of their own from; null for all others. */
    public Timeframe madeFrom() {
        return madeFrom;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public long openTime(int i) {
        return openTime[i];
    }

    /** When the bar is complete: open time plus the nominal length, or what its session or its size made of it. */
    public long closeTime(int i) {
        return closeTime == null ? openTime[i] + timeframe.millis() : closeTime[i];
    }

    public double open(int i) {
        return open[i];
    }

    public double high(int i) {
        return high[i];
    }

    public double low(int i) {
        return low[i];
    }

    public double close(int i) {
        return close[i];
    }

    public double volume(int i) {
        return volume[i];
    }

    public Bar bar(int i) {
        return new Bar(openTime[i], closeTime(i), open[i], high[i], low[i], close[i], volume[i]);
    }

    /** Index of the first bar whose open time is at or after the instant; {@link #size()} when there is none. */
    public int firstAtOrAfter(long epochMillis) {
        int found = Arrays.binarySearch(openTime, epochMillis);
        return found >= 0 ? found : -found - 1;
    }

    /** The bars with {@code from <= openTime < to}, copied. */
    public BarSeries between(long from, long to) {
        int first = firstAtOrAfter(from);
        int last = Math.max(first, firstAtOrAfter(to));
        return new BarSeries(
                symbol,
                timeframe,
                form,
                madeFrom,
                Arrays.copyOfRange(openTime, first, last),
                closeTime == null ? null : Arrays.copyOfRange(closeTime, first, last),
                Arrays.copyOfRange(open, first, last),
                Arrays.copyOfRange(high, first, last),
                Arrays.copyOfRange(low, first, last),
                Arrays.copyOfRange(close, first, last),
                Arrays.copyOfRange(volume, first, last));
    }

    /** Collects bars one by one. */
    public static final class Builder {
        private final String symbol;
        private final Timeframe timeframe;
        private long[] openTime = new long[1024];
        private final double[][] columns = new double[5][1024];
        private int size;

        private Builder(String symbol, Timeframe timeframe) {
            this.symbol = symbol;
            this.timeframe = timeframe;
        }

        public Builder add(long openTimeMillis, double open, double high, double low, double close, double volume) {
            if (size == openTime.length) {
                openTime = Arrays.copyOf(openTime, size * 2);
                for (int c = 0; c < columns.length; c++) {
                    columns[c] = Arrays.copyOf(columns[c], size * 2);
                }
            }
            openTime[size] = openTimeMillis;
            columns[0][size] = open;
            columns[1][size] = high;
            columns[2][size] = low;
            columns[3][size] = close;
            columns[4][size] = volume;
            size++;
            return this;
        }

        public BarSeries build() {
            return new BarSeries(
                    symbol,
                    timeframe,
                    timeframe.toString(),
                    null,
                    Arrays.copyOf(openTime, size),
                    null,
                    Arrays.copyOf(columns[0], size),
                    Arrays.copyOf(columns[1], size),
                    Arrays.copyOf(columns[2], size),
                    Arrays.copyOf(columns[3], size),
                    Arrays.copyOf(columns[4], size));
        }
    }
}
