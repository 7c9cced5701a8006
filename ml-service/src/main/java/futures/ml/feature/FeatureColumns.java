package futures.ml.feature;

import futures.ml.bars.Series;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes columns, and keeps them by the content of the series and the feature's text up to a number of bytes, those unused
 * for longest dropped first. What is taken of other symbols is not kept, for they may have changed. Safe for threads.
 */
public final class FeatureColumns {
    private final long limit;
    private final Map<String, double[]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private long computed;

    /** @param limit bytes of columns to keep */
    public FeatureColumns(long limit) {
        this.limit = limit;
    }

    /** One column for each feature. Shared: never write to them. */
    public double[][] of(List<Feature> features, FeatureInput input) {
        double[][] columns = new double[features.size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = of(features.get(i), input);
        }
        return columns;
    }

    private double[] of(Feature feature, FeatureInput input) {
        String key = feature.symbols().isEmpty() ? key(feature, input.series()) : null;
        synchronized (this) {
            double[] found = key == null ? null : kept.get(key);
            if (found != null) {
                return found;
            }
            computed++;
        }
        double[] column = feature.compute(input);
        for (int i = 0; i < column.length; i++) {
            // no model can take an infinity
            column[i] = Double.isInfinite(column[i]) ? Double.NaN : column[i];
        }
        if (key != null) {
            keep(key, column);
        }
        return column;
    }

    private static String key(Feature feature, Series series) {
        return series.hash() + " " + feature.text();
    }

    private synchronized void keep(String key, double[] column) {
        long size = 8L * column.length;
        if (size > limit) {
            return;
        }
        if (kept.put(key, column) == null) {
            bytes += size;
        }
        Iterator<double[]> oldest = kept.values().iterator();
        while (bytes > limit) {
            bytes -= 8L * oldest.next().length;
            oldest.remove();
        }
    }

    /** Columns that were computed and not found. */
    public synchronized long computed() {
        return computed;
    }

    /** Bytes kept now. */
    public synchronized long bytes() {
        return bytes;
    }
}
