package futures.analytics.label;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws labels again with replacement, each with a chance in proportion to how little it overlaps those drawn before (AFML 4.5): a
 * plain bootstrap would draw the same move many times. A draw costs the bars of the labels that overlap it. Not safe for
 * use by several threads.
 */
public final class SequentialBootstrap {
    private final int[] events;
    private final int[] ends;
    private final int longest;
    private final int[] drawn;
    private final SumTree chances;

    /** Begins with nothing drawn. Events are ascending bars, each end a bar after its event. */
    public SequentialBootstrap(int[] events, int[] ends, int bars) {
        SampleWeights.check(events, ends, bars);
        if (events.length == 0) {
            throw new IllegalArgumentException("there is no label to draw");
        }
        this.events = events.clone();
        this.ends = ends.clone();
        this.drawn = new int[bars];
        int most = 0;
        double[] unique = new double[events.length];
        Arrays.fill(unique, 1);
        for (int i = 0; i < events.length; i++) {
            most = Math.max(most, ends[i] - events[i]);
        }
        this.longest = most;
        this.chances = new SumTree(unique);
    }

    /** Draws labels, counted from 0; the same seed gives the same ones. What was drawn before stays drawn. */
    public int[] draw(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] labels = new int[count];
        for (int k = 0; k < count; k++) {
            labels[k] = chances.at(random.nextDouble());
            take(labels[k]);
        }
        return labels;
    }

    /** The chance of each label to be drawn next; their sum is 1. */
    public double[] chances() {
        double[] all = new double[events.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = chances.value(i) / chances.sum();
        }
        return all;
    }

    /** The mean over its bars of 1 / (1 + draws active then), as if the label were drawn next. */
    public double uniqueness(int label) {
        return chances.value(label);
    }

    /** As if it had been drawn. */
    void take(int label) {
        for (int t = events[label] + 1; t <= ends[label]; t++) {
            drawn[t]++;
        }
        int from = Arrays.binarySearch(events, events[label] - longest);
        for (int i = from < 0 ? -from - 1 : from; i < events.length && events[i] < ends[label]; i++) {
            if (ends[i] > events[label]) {
                double sum = 0;
                for (int t = events[i] + 1; t <= ends[i]; t++) {
                    sum += 1.0 / (1 + drawn[t]);
                }
                chances.set(i, sum / (ends[i] - events[i]));
            }
        }
    }
}
