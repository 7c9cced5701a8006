package futures.analytics.indicator;

/**
 * Floor traders' pivots of the previous trading day, in price units, with H, L, C of {@link PreviousDay}. NaN during the
 * first trading day.
 *
 * <p>The pivot is {@code P = (H + L + C) / 3} in every kind; the levels are those of {@link Kind}.
 */
public final class PivotPoints extends Study {
    /** How resistances above and supports below the pivot are set; with range R = H − L. */
    public enum Kind {
        /** {@code R1 = 2P - L, R2 = P + R, R3 = H + 2(P - L); S1 = 2P - H, S2 = P - R, S3 = L - 2(H - P)}. */
        CLASSIC,
        /** {@code P ± 0.382 R, P ± 0.618 R, P ± R}. */
        FIBONACCI,
        /** {@code C ± 1.1 R / 12, C ± 1.1 R / 6, C ± 1.1 R / 4} (Nick Scott, 1989). */
        CAMARILLA
    }

    private static final double[] FIBONACCI = {0.382, 0.618, 1};
    private static final double[] CAMARILLA = {1.1 / 12, 1.1 / 6, 1.1 / 4};

    private final Kind kind;

    public PivotPoints(Kind kind) {
        this.kind = kind;
    }

    public Indicator pivot() {
        return line(0);
    }

    /** @param level 1, the nearest, to 3 */
    public Indicator resistance(int level) {
        return line(checked(level));
    }

    /** @param level 1, the nearest, to 3 */
    public Indicator support(int level) {
        return line(3 + checked(level));
    }

    private static int checked(int level) {
        if (level < 1 || level > 3) {
            throw new IllegalArgumentException("a pivot has levels 1 to 3, found " + level);
        }
        return level;
    }

    @Override
    double[][] compute(IndicatorValues values) {
        PreviousDay day = new PreviousDay();
        double[] high = values.of(day.high());
        double[] low = values.of(day.low());
        double[] close = values.of(day.close());
        double[][] lines = new double[7][high.length];
        for (int i = 0; i < high.length; i++) {
            if (i > 0 && high[i] == high[i - 1] && low[i] == low[i - 1] && close[i] == close[i - 1]) {
                for (double[] line : lines) {
                    line[i] = line[i - 1];
                }
            } else {
                double[] levels = levels(high[i], low[i], close[i]);
                for (int line = 0; line < lines.length; line++) {
                    lines[line][i] = levels[line];
                }
            }
        }
        return lines;
    }

    private double[] levels(double high, double low, double close) {
        double pivot = (high + low + close) / 3;
        return switch (kind) {
            case CLASSIC ->
                new double[] {
                    pivot,
                    2 * pivot - low,
                    pivot + (high - low),
                    high + 2 * (pivot - low),
                    2 * pivot - high,
                    pivot - (high - low),
                    low - 2 * (high - pivot)
                };
            case FIBONACCI -> around(pivot, pivot, high - low, FIBONACCI);
            case CAMARILLA -> around(pivot, close, high - low, CAMARILLA);
        };
    }

    private static double[] around(double pivot, double centre, double range, double[] shares) {
        double[] levels = new double[7];
        levels[0] = pivot;
        for (int i = 0; i < shares.length; i++) {
            levels[1 + i] = centre + shares[i] * range;
            levels[4 + i] = centre - shares[i] * range;
        }
        return levels;
    }

    @Override
    String[] names() {
        return new String[] {"pivot", "r1", "r2", "r3", "s1", "s2", "s3"};
    }

    @Override
    public String toString() {
        return "PIVOTS(" + kind + ")";
    }
}
