package futures.analytics.inference;

/**
 * How long the blocks of a stationary bootstrap should be on average for a series (Politis and White 2004, "Automatic
 * block-length selection for the dependent bootstrap", with the constant as corrected by Patton, Politis and White 2009).
 */
public final class BlockLength {
    /** Lags in a row that must look like noise; max(5, √log₁₀ n) of the paper is 5 for any n below 10²⁵. */
    private static final int QUIET_LAGS = 5;

    private BlockLength() {}

    /**
     * The mean length that makes the variance of the bootstrapped mean most exact: n^⅓ (2 G² / D)^⅓, at most
     * min(3 √n, n / 3) rounded up. It may be below 1 and is 0 for white noise; a block has at least 1.
     *
     * @param series at least 3 values, in order
     * @return 0 when the series does not vary: then any length does
     */
    public static double automatic(double[] series) {
        int n = series.length;
        if (n < 3) {
            throw new IllegalArgumentException("a block length needs three values, there are " + n);
        }
        int mostLags = Math.min(n - 1, (int) Math.ceil(Math.sqrt(n)) + QUIET_LAGS);
        double[] covariance = covariances(series, mostLags);
        if (covariance[0] == 0) {
            return 0;
        }
        int lags = Math.min(2 * firstQuiet(covariance, n), mostLags);
        double weighted = 0;
        double longRun = covariance[0];
        for (int k = 1; k <= lags; k++) {
            double window = Math.min(1, 2 * (1 - (double) k / lags));
            weighted += 2 * window * k * covariance[k];
            longRun += 2 * window * covariance[k];
        }
        double most = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0));
        if (longRun == 0) {
            return most;
        }
        return Math.min(most, StrictMath.cbrt(weighted * weighted / (longRun * longRun) * n));
    }

    /**
     * The lag from which on so many in a row stay inside 2 √(log₁₀ n / n), as the authors' programme has it; the highest lag
     * when there is none.
     */
    private static int firstQuiet(double[] covariance, int n) {
        double bound = 2 * Math.sqrt(StrictMath.log10(n) / n) * covariance[0];
        int quiet = 0;
        for (int k = 1; k < covariance.length; k++) {
            quiet = Math.abs(covariance[k]) < bound ? quiet + 1 : 0;
            if (quiet == QUIET_LAGS) {
                return k - QUIET_LAGS + 1;
            }
        }
        return covariance.length - 1;
    }

    /** By lag, each sum divided by n; all zero when the series does not vary beyond rounding. */
    private static double[] covariances(double[] series, int mostLags) {
        int n = series.length;
        double sum = 0;
        double largest = 0;
        for (double value : series) {
            sum += value;
            largest = Math.max(largest, Math.abs(value));
        }
        double mean = sum / n;
        double[] covariance = new double[mostLags + 1];
        for (int k = 0; k <= mostLags; k++) {
            double products = 0;
            for (int i = k; i < n; i++) {
                products += (series[i] - mean) * (series[i - k] - mean);
            }
            covariance[k] = products / n;
        }
        boolean constant = Math.sqrt(covariance[0]) <= largest * 1e-12;
        return constant ? new double[mostLags + 1] : covariance;
    }
}
