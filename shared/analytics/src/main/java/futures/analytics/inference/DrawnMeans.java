package futures.analytics.inference;

import java.util.Arrays;

/**
 * Means of several strategies over days that are drawn for all of them alike. A day that is drawn three times is multiplied by
 * three, and four days are added at once: sums stay in near memory, and the inner loop is one that processors do several values of
 * at a time.
 */
final class DrawnMeans {
    private final double[] values;
    private final int days;
    private final int strategies;
    private final StationaryBootstrap bootstrap;
    private final int[] places;
    private final int[] times;
    /** Where the row of a drawn day begins, each once, and how often it was drawn; zeros stand behind the last one. */
    private final int[] rows;

    private final double[] weights;

    DrawnMeans(ReturnMatrix returns, double meanBlock, long seed) {
        this.values = returns.values();
        this.days = returns.days();
        this.strategies = returns.strategies();
        this.bootstrap = new StationaryBootstrap(days, meanBlock, seed);
        this.places = new int[days];
        this.times = new int[days];
        this.rows = new int[days + 3];
        this.weights = new double[days + 3];
    }

    /** Fills in the mean of each strategy over the days of the next draw. */
    void draw(double[] means) {
        bootstrap.draw(places);
        Arrays.fill(times, 0);
        for (int place : places) {
            times[place]++;
        }
        int drawn = 0;
        for (int day = 0; day < days; day++) {
            if (times[day] > 0) {
                rows[drawn] = day * strategies;
                weights[drawn++] = (double) times[day] / days;
            }
        }
        Arrays.fill(rows, drawn, drawn + 3, 0);
        Arrays.fill(weights, drawn, drawn + 3, 0);
        Arrays.fill(means, 0);
        for (int i = 0; i < drawn; i += 4) {
            add(means, i);
        }
    }

    private void add(double[] means, int i) {
        double[] from = values;
        int a = rows[i];
        int b = rows[i + 1];
        int c = rows[i + 2];
        int d = rows[i + 3];
        double ofA = weights[i];
        double ofB = weights[i + 1];
        double ofC = weights[i + 2];
        double ofD = weights[i + 3];
        for (int k = 0; k < strategies; k++) {
            means[k] += ofA * from[a + k] + ofB * from[b + k] + ofC * from[c + k] + ofD * from[d + k];
        }
    }
}
