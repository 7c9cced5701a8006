package futures.ml.dataset;

import futures.analytics.split.Spans;
import futures.ml.bars.Series;
import futures.ml.feature.Feature;
import futures.wire.ml.DatasetAnswer;
import java.util.List;

/**
 * Rows to learn from, in columns, oldest first. Immutable: arrays are shared and never written to.
 *
 * @param about      definitions, hashes and counts
 * @param series     that it was made of
 * @param features   of the columns
 * @param columns    values by feature, then by row; NaN where missing
 * @param events     bar at whose close each row is known
 * @param ends       last bar that each label has seen
 * @param target     class 1 or 0, or the return, by row
 * @param returns    simple return from the event's close to the label's end, of the price; after costs of the side of a meta label
 * @param side       of meta labels 1 or -1 by row; null for others
 * @param weights    of the rows, mean 1
 * @param uniqueness part of each label that is its own
 */
public record Dataset(
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
