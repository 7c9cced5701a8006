package futures.benchmarks;

import futures.model.BarSeries;

/**
 * What any engine has to do at least: two averages, a position, and equity at every bar, over plain arrays. It knows no
 * order, ledger or statistics. Signals are those of the strategies that are measured against it: a cross counts when one
 * average is above the other and was below when they last differed, and is acted on at the next open.
 */
final class BareLoop {
    private static final double POINT_VALUE = 50;
    /** Commission of 2.50 and a tick of slippage per contract and side. */
    private static final double COSTS = 15;

    final double[] opens;
    final double[] closes;
    /** Closes in ticks: what averages without drift are summed from. */
    final long[] units;

    BareLoop(BarSeries bars) {
        int size = bars.size();
        opens = new double[size];
        closes = new double[size];
        units = new long[size];
        for (int i = 0; i < size; i++) {
            opens[i] = bars.open(i);
            closes[i] = bars.close(i);
            units[i] = Walk.es().ticks().nearest(bars.close(i));
        }
    }

    /** Means of the last closes, without drift; NaN before there are enough. */
    double[] average(int period) {
        double[] means = new double[units.length];
        double divisor = 4.0 * period;
        long sum = 0;
        for (int i = 0; i < units.length; i++) {
            sum += units[i] - (i < period ? 0 : units[i - period]);
            means[i] = i < period - 1 ? Double.NaN : sum / divisor;
        }
        return means;
    }

    /**
     * @param equity filled with the account's worth at every close
     * @return the last of it
     */
    double run(double[] fast, double[] slow, double[] equity) {
        double cash = 100_000;
        int position = 0;
        int wanted = 0;
        int above = 0;
        for (int i = 0; i < equity.length; i++) {
            if (wanted != position) {
                cash -= (wanted - position) * opens[i] * POINT_VALUE + Math.abs(wanted - position) * COSTS;
                position = wanted;
            }
            equity[i] = cash + position * closes[i] * POINT_VALUE;
            int now = fast[i] > slow[i] ? 1 : fast[i] < slow[i] ? -1 : 0;
            if (now != 0) {
                wanted = now == -above ? now : wanted;
                above = now;
            }
        }
        return equity[equity.length - 1];
    }

    /** The same with averages kept as running sums of whole numbers, in one pass: the least that this strategy needs. */
    double runInOnePass(int fastPeriod, int slowPeriod, double[] equity) {
        double cash = 100_000;
        long fast = 0;
        long slow = 0;
        int position = 0;
        int wanted = 0;
        int above = 0;
        for (int i = 0; i < equity.length; i++) {
            if (wanted != position) {
                cash -= (wanted - position) * opens[i] * POINT_VALUE + Math.abs(wanted - position) * COSTS;
                position = wanted;
            }
            fast += units[i] - (i < fastPeriod ? 0 : units[i - fastPeriod]);
            slow += units[i] - (i < slowPeriod ? 0 : units[i - slowPeriod]);
            equity[i] = cash + position * closes[i] * POINT_VALUE;
            int now = i < slowPeriod - 1 ? 0 : Long.signum(fast * slowPeriod - slow * fastPeriod);
            if (now != 0) {
                wanted = now == -above ? now : wanted;
                above = now;
            }
        }
        return equity[equity.length - 1];
    }
}
