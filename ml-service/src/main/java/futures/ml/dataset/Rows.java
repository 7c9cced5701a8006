package futures.ml.dataset;

import futures.analytics.label.Labels;
import futures.wire.ml.LabelSpec;
import java.util.Arrays;

/**
 * Labels as rows to learn from: two classes, or a return.
 */
final class Rows {
    private final int[] events;
    private final int[] ends;
    private final double[] target;
    private final double[] returns;
    private final double[] values;
    private final int neutral;
    private final Labels labels;
    private final int ambiguous;

    Rows(
            int[] events,
            int[] ends,
            double[] target,
            double[] returns,
            double[] values,
            int neutral,
            Labels labels,
            int ambiguous) {
        this.events = events;
        this.ends = ends;
        this.target = target;
        this.returns = returns;
        this.values = values;
        this.neutral = neutral;
        this.labels = labels;
        this.ambiguous = ambiguous;
    }

    int[] events() {
        return events;
    }

    int[] ends() {
        return ends;
    }

    double[] target() {
        return target;
    }

    double[] returns() {
        return returns;
    }

    double[] values() {
        return values;
    }

    /** Labels without a move that were dropped. */
    int neutral() {
        return neutral;
    }

    Labels labels() {
        return labels;
    }

    /** Labels whose barriers lay in one bar. */
    int ambiguous() {
        return ambiguous;
    }

    static Rows of(Labels labels, LabelSpec spec) {
        double[] values = labels.values();
        boolean regression = spec.kind().equals("return");
        boolean meta = spec.kind().equals("meta");
        boolean drop = spec.neutral().equals("drop") && !regression && !meta;
        double wanted = meta || spec.positive().equals("up") ? 1 : -1;
        int[] kept = new int[values.length];
        int size = 0;
        int ambiguous = 0;
        for (int i = 0; i < values.length; i++) {
            if (!drop || values[i] != 0) {
                kept[size++] = i;
                ambiguous += labels.ambiguous(i) ? 1 : 0;
            }
        }
        int[] rows = Arrays.copyOf(kept, size);
        double[] chosen = pick(values, rows);
        double[] target = regression
                ? chosen
                : Arrays.stream(chosen).map(value -> value == wanted ? 1 : 0).toArray();
        return new Rows(
                pick(labels.events(), rows),
                pick(labels.ends(), rows),
                target,
                pick(labels.returns(), rows),
                chosen,
                values.length - size,
                labels,
                ambiguous);
    }

    int size() {
        return events.length;
    }

    /** What a column of bars has at the events. */
    double[] of(double[] column) {
        return pick(column, events);
    }

    int[] of(int[] column) {
        return pick(column, events);
    }

    private static double[] pick(double[] values, int[] places) {
        double[] picked = new double[places.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[places[i]];
        }
        return picked;
    }

    private static int[] pick(int[] values, int[] places) {
        int[] picked = new int[places.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[places[i]];
        }
        return picked;
    }
}
