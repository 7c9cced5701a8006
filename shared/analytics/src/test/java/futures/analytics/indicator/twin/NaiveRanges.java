package futures.analytics.indicator.twin;

/** Indicators of highest, lowest and plain differences, each bar looked up from nothing. */
public final class NaiveRanges {
    private NaiveRanges() {}

    public static double[] highest(double[] values, int n) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = i + 1 < n ? Double.NaN : values[i];
            for (int k = i; i + 1 >= n && k > i - n; k--) {
                result[i] = Math.max(result[i], values[k]);
            }
        }
        return result;
    }

    public static double[] lowest(double[] values, int n) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = i + 1 < n ? Double.NaN : values[i];
            for (int k = i; i + 1 >= n && k > i - n; k--) {
                result[i] = Math.min(result[i], values[k]);
            }
        }
        return result;
    }

    /** k and d. */
    public static double[][] stochastic(
            double[] high, double[] low, double[] close, int n, int slowing, int smoothing) {
        double[] highest = highest(high, n);
        double[] lowest = lowest(low, n);
        double[] raw = new double[close.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = highest[i] == lowest[i] ? 50 : (close[i] - lowest[i]) / (highest[i] - lowest[i]) * 100;
        }
        double[] k = mean(raw, slowing);
        return new double[][] {k, mean(k, smoothing)};
    }

    private static double[] mean(double[] values, int n) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < n; k++) {
                result[i] += k > i ? Double.NaN : values[i - k] / n;
            }
        }
        return result;
    }

    public static double[] obv(double[] close, double[] volume) {
        double[] result = new double[close.length];
        result[0] = volume[0];
        for (int i = 1; i < close.length; i++) {
            if (close[i] > close[i - 1]) {
                result[i] = result[i - 1] + volume[i];
            } else if (close[i] < close[i - 1]) {
                result[i] = result[i - 1] - volume[i];
            } else {
                result[i] = result[i - 1];
            }
        }
        return result;
    }

    public static double[] rateOfChange(double[] close, int n) {
        double[] result = new double[close.length];
        for (int i = 0; i < close.length; i++) {
            result[i] = i < n ? Double.NaN : (close[i] / close[i - n] - 1) * 100;
        }
        return result;
    }
}
