package futures.ml.train;

import futures.analytics.inference.SharpeSample;
import futures.analytics.performance.Measure;
import futures.ml.bars.Series;
import futures.ml.dataset.Dataset;
import futures.wire.ml.TrainReport.SignalResult;
import java.util.Arrays;

/**
 * Positions by out-of-fold predictions, one contract at a time: entered at the open behind a row whose prediction passes the
 * threshold, held to the close of the label's last bar. Rolls on the way are carried over at their spread.
 */
final class SignalTrades {
    private final Dataset dataset;
    private final double threshold;
    private final double roundTrip;
    private final boolean both;
    private final double[] profits;
    private int longs;
    private int size;
    private double gross;

    /**
     * @param predictions by row; NaN where there is none
     * @param roundTrip   costs in money
     */
    SignalTrades(Dataset dataset, double[] predictions, double threshold, double roundTrip) {
        this.dataset = dataset;
        this.threshold = threshold;
        this.roundTrip = roundTrip;
        this.both = sells(dataset);
        this.profits = new double[dataset.rows()];
        Series series = dataset.series();
        double pointValue = series.contract().pointValue().doubleValue();
        int free = -1;
        for (int row = 0; row < dataset.rows(); row++) {
            int event = dataset.events()[row];
            int side = event < free || Double.isNaN(predictions[row]) ? 0 : side(row, predictions[row]);
            if (side != 0) {
                int end = dataset.ends()[row];
                double points = series.bars().close(end) - series.bars().open(event + 1);
                double money = side * points * pointValue;
                gross += money;
                profits[size++] = money - roundTrip;
                longs += side > 0 ? 1 : 0;
                free = end;
            }
        }
    }

    /** Whether the false class is a move the other way, which a position may take; else it may only be no move. */
    static boolean sells(Dataset dataset) {
        String kind = dataset.about().order().label().kind();
        boolean twoSided = dataset.about().order().label().neutral().equals("drop")
                || !dataset.about().labels().containsKey("0");
        return !kind.equals("meta") && (kind.equals("return") || twoSided);
    }

    private int side(int row, double predicted) {
        if (!dataset.classification()) {
            return predicted >= threshold ? 1 : predicted <= -threshold ? -1 : 0;
        }
        if (dataset.side() != null) {
            return predicted >= threshold ? dataset.side()[row] : 0;
        }
        int up = dataset.about().order().label().positive().equals("up") ? 1 : -1;
        return predicted >= threshold ? up : both && predicted <= 1 - threshold ? -up : 0;
    }

    /** Money of each trade after costs. */
    double[] profits() {
        return Arrays.copyOf(profits, size);
    }

    /** @param trials combinations that were tried, of which this one was kept */
    SignalResult result(long trials) {
        double[] trades = profits();
        double net = gross - size * roundTrip;
        if (size < 2) {
            return new SignalResult(
                    threshold, size, longs, roundTrip, gross, net, size == 0 ? null : net, null, null, null, null);
        }
        int won = 0;
        for (double profit : trades) {
            won += profit > 0 ? 1 : 0;
        }
        double mean = net / size;
        Double winRate = (double) won / size;
        SharpeSample sample;
        try {
            sample = SharpeSample.of(trades);
        } catch (IllegalArgumentException e) {
            return new SignalResult(threshold, size, longs, roundTrip, gross, net, mean, winRate, null, null, null);
        }
        // the ratios of tries without skill vary as one of them does
        Measure deflated = sample.deflated(Math.max(1, trials), 1.0 / (size - 1));
        return new SignalResult(
                threshold,
                size,
                longs,
                roundTrip,
                gross,
                net,
                mean,
                winRate,
                sample.ratio() * Math.sqrt(size),
                sample.ratio(),
                deflated.defined() ? deflated.value() : null);
    }
}
