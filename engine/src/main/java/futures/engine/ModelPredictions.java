package futures.engine;

import futures.model.BarSeries;
import java.time.Instant;
import java.util.Arrays;

/**
 * What a model said of bars, and when it was known. Runs see a value at the bar that it is of, at whose close it must be known.
 * Immutable: its columns are kept as they are given and must not be changed.
 */
public final class ModelPredictions {
    private final String name;
    private final String model;
    private final int version;
    private final String hash;
    private final long[] openTimes;
    private final long[] knownAt;
    private final double[] values;
    private final boolean[] inTraining;

    /**
     * @param name       that strategies ask for
     * @param model      its id where it was trained
     * @param version    of that model's name
     * @param hash       of its content
     * @param openTimes  of bars, epoch milliseconds, ascending
     * @param knownAt    when each value was known
     * @param values     of each bar
     * @param inTraining whether the model was trained on the bar
     */
    public ModelPredictions(
            String name,
            String model,
            int version,
            String hash,
            long[] openTimes,
            long[] knownAt,
            double[] values,
            boolean[] inTraining) {
        int rows = openTimes.length;
        if (knownAt.length != rows || values.length != rows || inTraining.length != rows) {
            throw new IllegalArgumentException("columns of " + rows + ", " + knownAt.length + ", " + values.length
                    + " and " + inTraining.length + " rows do not go together");
        }
        for (int i = 1; i < rows; i++) {
            if (openTimes[i] <= openTimes[i - 1]) {
                throw new IllegalArgumentException(
                        "predictions are not in the order of their bars at " + Instant.ofEpochMilli(openTimes[i]));
            }
        }
        this.name = name;
        this.model = model;
        this.version = version;
        this.hash = hash;
        this.openTimes = openTimes;
        this.knownAt = knownAt;
        this.values = values;
        this.inTraining = inTraining;
    }

    public String name() {
        return name;
    }

    /** By bar; NaN where there is none. */
    double[] of(BarSeries bars) {
        double[] column = new double[bars.size()];
        for (int bar = 0; bar < column.length; bar++) {
            int row = row(bars, bar);
            column[bar] = row < 0 ? Double.NaN : values[row];
        }
        return column;
    }

    /** @throws IllegalArgumentException when a value was known only after its bar */
    private int row(BarSeries bars, int bar) {
        int row = Arrays.binarySearch(openTimes, bars.openTime(bar));
        if (row >= 0 && knownAt[row] > bars.closeTime(bar)) {
            throw new IllegalArgumentException("what model " + model + " says of the bar of "
                    + Instant.ofEpochMilli(openTimes[row]) + " was known at " + Instant.ofEpochMilli(knownAt[row])
                    + " only, and the bar closed at " + Instant.ofEpochMilli(bars.closeTime(bar))
                    + "; take the timeframe that the model was trained on");
        }
        return row;
    }

    /** What a run on these bars depends on. */
    ModelIdentity identity(BarSeries bars) {
        Sha256 content = new Sha256();
        int predicted = 0;
        int seen = 0;
        for (int bar = 0; bar < bars.size(); bar++) {
            int row = row(bars, bar);
            if (row >= 0) {
                predicted++;
                seen += inTraining[row] ? 1 : 0;
                content.add(openTimes[row]).add(values[row]);
            }
        }
        return new ModelIdentity(name, model, version, hash, content.hex(), predicted, seen);
    }
}
