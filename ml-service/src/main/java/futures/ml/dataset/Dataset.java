package futures.ml.dataset;

import futures.analytics.split.Spans;
import futures.ml.bars.Series;
import futures.ml.feature.Feature;
import futures.wire.ml.DatasetAnswer;
import java.util.List;

/**
 * Rows to learn from, in columns, oldest first. Immutable: arrays are shared and never written to.
 */
public final class Dataset {
    private final DatasetAnswer about;
    private final Series series;
    private final List<Feature> features;
    private final double[][] columns;
    private final int[] events;
    private final int[] ends;
    private final double[] target;
    private final double[] returns;
    private final int[] side;
    private final double[] weights;
    private final double[] uniqueness;

    public Dataset(
            DatasetAnswer about,
            Series series,
            List<Feature> features,
            double[][] columns,
            int[] events,
            int[] ends,
            double[] target,
            double[] returns,
            int[] side,
            double[] weights,
            double[] uniqueness) {
        this.about = about;
        this.series = series;
        this.features = features;
        this.columns = columns;
        this.events = events;
        this.ends = ends;
        this.target = target;
        this.returns = returns;
        this.side = side;
        this.weights = weights;
        this.uniqueness = uniqueness;
    }

    /** Definitions, hashes and counts. */
    public DatasetAnswer about() {
        return about;
    }

    /** That it was made of. */
    public Series series() {
        return series;
    }

    /** Of the columns. */
    public List<Feature> features() {
        return features;
    }

    /** Values by feature, then by row; NaN where missing. */
    public double[][] columns() {
        return columns;
    }

    /** Bar at whose close each row is known. */
    public int[] events() {
        return events;
    }

    /** Last bar that each label has seen. */
    public int[] ends() {
        return ends;
    }

    /** Class 1 or 0, or the return, by row. */
    public double[] target() {
        return target;
    }

    /** Simple return from the event's close to the label's end, of the price; after costs of the side of a meta label. */
    public double[] returns() {
        return returns;
    }

    /** Of meta labels 1 or -1 by row; null for others. */
    public int[] side() {
        return side;
    }

    /** Of the rows, mean 1. */
    public double[] weights() {
        return weights;
    }

    /** Part of each label that is its own. */
    public double[] uniqueness() {
        return uniqueness;
    }

    public int rows() {
        return events.length;
    }

    public boolean classification() {
        return about.task().equals("classification");
    }

    /** From which bar to which each label reaches. */
    public Spans spans() {
        return new Spans(events, ends);
    }
}
