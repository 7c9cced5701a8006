package futures.analytics.account;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import java.util.Map;

/** Periods that won and that lost, in one pass. */
final class PeriodTally {
    private int won;
    private int lost;
    private double gains;
    private double falls;
    private double best = Double.NEGATIVE_INFINITY;
    private double worst = Double.POSITIVE_INFINITY;
    private int longestWon;
    private int longestLost;

    PeriodTally(double[] returns) {
        int winning = 0;
        int losing = 0;
        // without branches: which way a return goes cannot be foretold, by processors neither
        for (double value : returns) {
            best = Math.max(best, value);
            worst = Math.min(worst, value);
            gains += Math.max(value, 0);
            falls += Math.min(value, 0);
            won += value > 0 ? 1 : 0;
            lost += value < 0 ? 1 : 0;
            winning = value > 0 ? winning + 1 : 0;
            losing = value < 0 ? losing + 1 : 0;
            longestWon = Math.max(longestWon, winning);
            longestLost = Math.max(longestLost, losing);
        }
    }

    void add(Map<Metric, Measure> figures) {
        boolean none = best == Double.NEGATIVE_INFINITY;
        Measure empty = Measure.undefined("there are no periods");
        Measure noWin = none ? empty : Measure.undefined("no period won");
        Measure noLoss = none ? empty : Measure.undefined("no period lost");
        figures.put(Metric.BEST_RETURN, none ? empty : Measure.of(best));
        figures.put(Metric.WORST_RETURN, none ? empty : Measure.of(worst));
        figures.put(Metric.MAX_CONSECUTIVE_GAINS, Measure.of(longestWon));
        figures.put(Metric.MAX_CONSECUTIVE_FALLS, Measure.of(longestLost));
        Measure gain = won == 0 ? noWin : Measure.of(gains / won);
        Measure fall = lost == 0 ? noLoss : Measure.of(falls / lost);
        figures.put(Metric.AVERAGE_GAIN, gain);
        figures.put(Metric.AVERAGE_FALL, fall);
        figures.put(
                Metric.DAILY_WIN_RATE,
                won + lost == 0
                        ? none ? empty : Measure.undefined("no period won or lost")
                        : Measure.of((double) won / (won + lost)));
        if (won == 0 || lost == 0) {
            Measure missing = lost == 0 ? noLoss : noWin;
            figures.put(Metric.DAILY_PAYOFF, missing);
            figures.put(Metric.KELLY_DAILY, missing);
        } else {
            double payoff = gain.value() / -fall.value();
            double rate = (double) won / (won + lost);
            figures.put(Metric.DAILY_PAYOFF, Measure.of(payoff));
            figures.put(Metric.KELLY_DAILY, Measure.of(rate - (1 - rate) / payoff));
        }
    }
}
