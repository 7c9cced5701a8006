package futures.analytics.indicator.twin;

import java.util.Arrays;

/** Recursive indicators as their authors wrote them down, with an array for every intermediate quantity. */
public final class NaiveTrends {
    private NaiveTrends() {}

    private static double[] undefined(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** Values may begin with NaN. */
    public static double[] ema(double[] values, int n) {
        double[] result = undefined(values.length);
        int start = 0;
        while (start < values.length && Double.isNaN(values[start])) {
            start++;
        }
        double k = 2.0 / (n + 1);
        for (int i = start + n - 1; i < values.length; i++) {
            if (i == start + n - 1) {
                double sum = 0;
                for (int b = start; b <= i; b++) {
                    sum += values[b];
                }
                result[i] = sum / n;
            } else {
                result[i] = values[i] * k + result[i - 1] * (1 - k);
            }
        }
        return result;
    }

    /** Mean of the first n values from an index on, then Wilder's (previous * (n - 1) + value) / n. */
    private static double[] wilder(double[] values, int from, int n) {
        double[] result = undefined(values.length);
        for (int i = from + n - 1; i < values.length; i++) {
            if (i == from + n - 1) {
                double sum = 0;
                for (int b = from; b <= i; b++) {
                    sum += values[b];
                }
                result[i] = sum / n;
            } else {
                result[i] = (result[i - 1] * (n - 1) + values[i]) / n;
            }
        }
        return result;
    }

    public static double[] rsi(double[] close, int n) {
        double[] gain = new double[close.length];
        double[] loss = new double[close.length];
        for (int i = 1; i < close.length; i++) {
            if (close[i] > close[i - 1]) {
                gain[i] = close[i] - close[i - 1];
            } else {
                loss[i] = close[i - 1] - close[i];
            }
        }
        double[] gains = wilder(gain, 1, n);
        double[] losses = wilder(loss, 1, n);
        double[] result = undefined(close.length);
        for (int i = n; i < close.length; i++) {
            double strength = gains[i] / losses[i];
            result[i] = gains[i] == 0 && losses[i] == 0 ? 50 : 100 - 100 / (1 + strength);
        }
        return result;
    }

    public static double[] trueRange(double[] high, double[] low, double[] close) {
        double[] range = undefined(high.length);
        for (int i = 1; i < high.length; i++) {
            double bar = high[i] - low[i];
            double up = Math.abs(high[i] - close[i - 1]);
            double down = Math.abs(low[i] - close[i - 1]);
            range[i] = Math.max(bar, Math.max(up, down));
        }
        return range;
    }

    public static double[] atr(double[] high, double[] low, double[] close, int n) {
        return wilder(trueRange(high, low, close), 1, n);
    }

    /** ADX, +DI, −DI; the first smoothed sum is that of n − 1 values, bars 1 to n − 1. */
    public static double[][] adx(double[] high, double[] low, double[] close, int n) {
        int size = high.length;
        double[] range = trueRange(high, low, close);
        double[] up = new double[size];
        double[] down = new double[size];
        for (int i = 1; i < size; i++) {
            double higher = high[i] - high[i - 1];
            double lower = low[i - 1] - low[i];
            up[i] = higher > lower && higher > 0 ? higher : 0;
            down[i] = lower > higher && lower > 0 ? lower : 0;
        }
        double[] ranges = smoothedSum(range, n);
        double[] ups = smoothedSum(up, n);
        double[] downs = smoothedSum(down, n);
        double[] plus = undefined(size);
        double[] minus = undefined(size);
        double[] index = undefined(size);
        for (int i = n; i < size; i++) {
            plus[i] = ups[i] / ranges[i] * 100;
            minus[i] = downs[i] / ranges[i] * 100;
            index[i] = Math.abs(plus[i] - minus[i]) / (plus[i] + minus[i]) * 100;
        }
        return new double[][] {wilder(index, n, n), plus, minus};
    }

    private static double[] smoothedSum(double[] values, int n) {
        double[] sums = undefined(values.length);
        for (int i = n - 1; i < values.length; i++) {
            if (i == n - 1) {
                sums[i] = 0;
                for (int b = 1; b <= i; b++) {
                    sums[i] += values[b];
                }
            } else {
                sums[i] = sums[i - 1] - sums[i - 1] / n + values[i];
            }
        }
        return sums;
    }

    /** Line and direction. */
    public static double[][] superTrend(double[] high, double[] low, double[] close, int n, double width) {
        double[] atr = atr(high, low, close, n);
        int size = close.length;
        double[] upper = undefined(size);
        double[] lower = undefined(size);
        double[] direction = undefined(size);
        double[] line = undefined(size);
        for (int i = n; i < size; i++) {
            double basicUpper = (high[i] + low[i]) / 2 + width * atr[i];
            double basicLower = (high[i] + low[i]) / 2 - width * atr[i];
            if (i == n) {
                upper[i] = basicUpper;
                lower[i] = basicLower;
                direction[i] = close[i] >= (high[i] + low[i]) / 2 ? 1 : -1;
            } else {
                boolean newUpper = basicUpper < upper[i - 1] || close[i - 1] > upper[i - 1];
                boolean newLower = basicLower > lower[i - 1] || close[i - 1] < lower[i - 1];
                upper[i] = newUpper ? basicUpper : upper[i - 1];
                lower[i] = newLower ? basicLower : lower[i - 1];
                if (close[i] > upper[i]) {
                    direction[i] = 1;
                } else if (close[i] < lower[i]) {
                    direction[i] = -1;
                } else {
                    direction[i] = direction[i - 1];
                }
            }
            line[i] = direction[i] == 1 ? lower[i] : upper[i];
        }
        return new double[][] {line, direction};
    }
}
