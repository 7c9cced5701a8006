package futures.analytics.ruin;

/**
 * Figures of many drawn paths of returns, in columns: what an interval around a figure is made of. Filled by ranges of paths,
 * which may be filled at the same time.
 */
public final class ReturnPaths {
    private final PathDraw draw;
    private final double[] means;
    private final double[] deviations;
    private final double[] sharpes;
    private final double[] sortinos;
    private final double[] omegas;
    private final double[] drawdowns;

    public ReturnPaths(PathDraw draw, int paths) {
        this.draw = draw;
        means = new double[paths];
        deviations = new double[paths];
        sharpes = new double[paths];
        sortinos = new double[paths];
        omegas = new double[paths];
        drawdowns = new double[paths];
    }

    public int paths() {
        return means.length;
    }

    /** Draws and measures paths from one number up to, not including, another. */
    public void fill(int from, int to) {
        double[] drawn = new double[draw.length()];
        for (int path = from; path < to; path++) {
            draw.draw(path, drawn);
            measure(path, drawn);
        }
    }

    private void measure(int path, double[] drawn) {
        int n = drawn.length;
        double sum = 0;
        double gains = 0;
        double losses = 0;
        double below = 0;
        double peak = 0;
        double deepest = 0;
        for (double value : drawn) {
            sum += value;
            gains += Math.max(value, 0);
            double loss = Math.min(value, 0);
            losses -= loss;
            below += loss * loss;
            peak = Math.max(peak, sum);
            deepest = Math.min(deepest, sum - peak);
        }
        double mean = sum / n;
        double squares = 0;
        for (double value : drawn) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / (n - 1));
        means[path] = mean;
        deviations[path] = deviation;
        sharpes[path] = deviation > 1e-12 * Math.abs(mean) ? mean / deviation : Double.NaN;
        sortinos[path] = below > 0 ? mean / Math.sqrt(below / n) : Double.NaN;
        omegas[path] = losses > 0 ? gains / losses : Double.NaN;
        drawdowns[path] = deepest;
    }

    /** Mean return of a period, by path; not a copy, as are those below. */
    public double[] means() {
        return means;
    }

    /** Divided by n − 1; a path of one return has none (NaN). */
    public double[] deviations() {
        return deviations;
    }

    /** Mean / deviation of a period; NaN where returns do not vary. */
    public double[] sharpes() {
        return sharpes;
    }

    /** Mean / downside deviation of a period; NaN where none lost. */
    public double[] sortinos() {
        return sortinos;
    }

    /** Gains / losses; NaN where none lost. */
    public double[] omegas() {
        return omegas;
    }

    /** Deepest fall of the sum of returns from its peak, the start included; zero or negative. */
    public double[] drawdowns() {
        return drawdowns;
    }
}
