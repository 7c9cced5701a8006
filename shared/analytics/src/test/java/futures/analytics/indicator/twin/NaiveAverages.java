package futures.analytics.indicator.twin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** Averages and statistics of windows, each window from nothing, in decimal arithmetic. */
public final class NaiveAverages {
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private NaiveAverages() {}

    /** What is to be made of one window, oldest price first. */
    private interface Formula {
        BigDecimal of(BigDecimal[] window);
    }

    private static double[] windows(double[] prices, int n, Formula formula) {
        double[] result = new double[prices.length];
        for (int i = 0; i < prices.length; i++) {
            if (i + 1 < n) {
                result[i] = Double.NaN;
                continue;
            }
            BigDecimal[] window = new BigDecimal[n];
            for (int k = 0; k < n; k++) {
                window[k] = BigDecimal.valueOf(prices[i + 1 - n + k]);
            }
            result[i] = formula.of(window).doubleValue();
        }
        return result;
    }

    private static BigDecimal sum(BigDecimal[] values) {
        return Arrays.stream(values).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal mean(BigDecimal[] values) {
        return sum(values).divide(BigDecimal.valueOf(values.length), DIGITS);
    }

    public static double[] sma(double[] prices, int n) {
        return windows(prices, n, NaiveAverages::mean);
    }

    public static double[] wma(double[] prices, int n) {
        return windows(prices, n, window -> {
            BigDecimal weighted = BigDecimal.ZERO;
            long weights = 0;
            for (int k = 0; k < n; k++) {
                weighted = weighted.add(window[k].multiply(BigDecimal.valueOf(k + 1L)));
                weights += k + 1;
            }
            return weighted.divide(BigDecimal.valueOf(weights), DIGITS);
        });
    }

    /** Of the population. */
    public static double[] standardDeviation(double[] prices, int n) {
        return windows(prices, n, window -> {
            BigDecimal mean = mean(window);
            BigDecimal squares = BigDecimal.ZERO;
            for (BigDecimal price : window) {
                squares = squares.add(price.subtract(mean).pow(2));
            }
            return squares.divide(BigDecimal.valueOf(n), DIGITS).sqrt(DIGITS);
        });
    }

    public static double[] slope(double[] prices, int n) {
        return windows(prices, n, window -> {
            BigDecimal products = BigDecimal.ZERO;
            BigDecimal squares = BigDecimal.ZERO;
            BigDecimal middle = BigDecimal.valueOf(n - 1L).divide(BigDecimal.valueOf(2));
            for (int k = 0; k < n; k++) {
                BigDecimal away = BigDecimal.valueOf(k).subtract(middle);
                products = products.add(away.multiply(window[k]));
                squares = squares.add(away.pow(2));
            }
            return products.divide(squares, DIGITS);
        });
    }

    public static double[] cci(double[] high, double[] low, double[] close, int n) {
        double[] result = new double[close.length];
        for (int i = 0; i < result.length; i++) {
            if (i + 1 < n) {
                result[i] = Double.NaN;
                continue;
            }
            BigDecimal[] typical = new BigDecimal[n];
            for (int k = 0; k < n; k++) {
                int bar = i + 1 - n + k;
                typical[k] = sum(new BigDecimal[] {
                            BigDecimal.valueOf(high[bar]), BigDecimal.valueOf(low[bar]), BigDecimal.valueOf(close[bar])
                        })
                        .divide(BigDecimal.valueOf(3), DIGITS);
            }
            BigDecimal mean = mean(typical);
            BigDecimal deviation = BigDecimal.ZERO;
            for (BigDecimal price : typical) {
                deviation = deviation.add(price.subtract(mean).abs());
            }
            deviation = deviation.divide(BigDecimal.valueOf(n), DIGITS);
            BigDecimal distance = typical[n - 1].subtract(mean);
            result[i] = deviation.signum() == 0
                    ? 0
                    : distance.divide(new BigDecimal("0.015").multiply(deviation), DIGITS)
                            .doubleValue();
        }
        return result;
    }

    /** Weighted prices that are not decimals: a plain sum of products. */
    public static double[] hma(double[] prices, int n) {
        double[] half = wma(prices, n / 2);
        double[] whole = wma(prices, n);
        int root = (int) Math.floor(Math.sqrt(n));
        double[] result = new double[prices.length];
        for (int i = 0; i < result.length; i++) {
            double weighted = 0;
            double weights = 0;
            for (int k = 0; k < root; k++) {
                double value = i < k ? Double.NaN : 2 * half[i - k] - whole[i - k];
                weighted += value * (root - k);
                weights += root - k;
            }
            result[i] = weighted / weights;
        }
        return result;
    }
}
