package futures.analytics.account;

/**
 * What figures of a series are made with.
 *
 * @param periodsPerYear above zero; 252 for trading days
 * @param riskFree       return of a period that costs nothing to earn; 0 for futures, whose gains are in excess of it already
 * @param minimum        return of a period below which it counts as a loss to Sortino and Omega
 */
public record SeriesTerms(double periodsPerYear, double riskFree, double minimum) {
    public static final SeriesTerms DAYS = new SeriesTerms(252, 0, 0);

    public SeriesTerms {
        if (!(periodsPerYear > 0) || Double.isInfinite(periodsPerYear)) {
            throw new IllegalArgumentException("periods a year must be above 0, found " + periodsPerYear);
        }
        if (!Double.isFinite(riskFree) || !Double.isFinite(minimum)) {
            throw new IllegalArgumentException("returns must be finite, found " + riskFree + " and " + minimum);
        }
    }

    /** The return of a period that comes to a yearly one by adding up: r / n. */
    public static double simple(double yearly, double periodsPerYear) {
        return yearly / periodsPerYear;
    }

    /**
     * The return of a period that comes to a yearly one by compounding: (1 + r)^(1/n) − 1.
     *
     * @param yearly above −1
     */
    public static double compound(double yearly, double periodsPerYear) {
        return StrictMath.pow(1 + yearly, 1 / periodsPerYear) - 1;
    }
}
