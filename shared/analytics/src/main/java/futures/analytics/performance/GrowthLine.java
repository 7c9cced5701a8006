package futures.analytics.performance;

/**
 * The straight line through the logarithm of growing capital over time, by least squares: how steadily it grew.
 *
 * @param stability R², 1 when all points are on the line
 * @param kRatio    slope / standard error of the slope (Kestner 1996, without his later divisors)
 */
public record GrowthLine(Measure stability, Measure kRatio) {
    /** The first term that is left out is below a tenth of the last bit. */
    private static final double SMALL = 2e-3;

    /** @param returns one per period, above −1; the line goes through the end of each */
    static GrowthLine of(double[] returns) {
        int n = returns.length;
        if (n < 3) {
            return undefined("a line with an error needs three periods, there are " + n);
        }
        double[] grown = new double[n];
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            if (returns[i] <= -1) {
                return undefined("the account was lost");
            }
            sum += logarithm(returns[i]);
            grown[i] = sum;
            mean += sum;
        }
        mean /= n;
        double middle = (n - 1) / 2.0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            double x = i - middle;
            double y = grown[i] - mean;
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        if (yy == 0) {
            return undefined("capital did not change");
        }
        double slope = xy / xx;
        double rest = yy - slope * xy;
        Measure kRatio = rest <= yy * 1e-12
                ? Measure.undefined("capital grew along a line")
                : Measure.of(slope / Math.sqrt(rest / (n - 2) / xx));
        return new GrowthLine(Measure.of(Math.min(1, xy * xy / xx / yy)), kRatio);
    }

    /** log(1 + r); of small returns, of which long series are made, by its series up to r⁷. */
    private static double logarithm(double r) {
        return Math.abs(r) > SMALL
                ? StrictMath.log1p(r)
                : r * (1 - r * (1 / 2.0 - r * (1 / 3.0 - r * (1 / 4.0 - r * (1 / 5.0 - r * (1 / 6.0 - r / 7))))));
    }

    static GrowthLine undefined(String reason) {
        return new GrowthLine(Measure.undefined(reason), Measure.undefined(reason));
    }
}
