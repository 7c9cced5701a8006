package futures.analytics.tail;

import java.util.SplittableRandom;

/** Filtered historical simulation: residuals of a variance model, drawn again through the same model from now on. */
final class FilteredTail {
    private FilteredTail() {}

    static TailModel of(VarianceModel model, double[] returns, int horizon, int paths, long seed) {
        double[] residuals = model.residuals(returns);
        double next = model.next(returns);
        if (horizon == 1) {
            // one period ahead nothing has to be drawn
            double deviation = Math.sqrt(next);
            double[] outcomes = new double[residuals.length];
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] = model.mean() + deviation * residuals[i];
            }
            return level -> HistoricalTail.of(outcomes, level);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] sums = new double[paths];
        for (int path = 0; path < paths; path++) {
            double variance = next;
            double sum = 0;
            for (int step = 0; step < horizon; step++) {
                double away = residuals[random.nextInt(residuals.length)] * Math.sqrt(variance);
                sum += model.mean() + away;
                variance = model.after(variance, away * away);
            }
            sums[path] = sum;
        }
        return level -> HistoricalTail.of(sums, level);
    }
}
