package futures.data.quality;

import futures.data.quality.RepairProposal.Change;
import futures.model.BarSeries;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The bars of a window while repairs are tried on them: as they were, as they are now, and why. */
final class RepairedBars {
    private final Window window;
    private final double[][] prices;
    private final boolean[] deleted;
    /** By place in the window, like the reasons. */
    private final Map<Integer, Set<RepairKind>> kinds = new HashMap<>();

    private final Map<Integer, Set<String>> reasons = new HashMap<>();
    /** Positions of the bars of {@link #now} in the window. */
    private int[] places = {};

    private BarSeries now;

    RepairedBars(Window window) {
        this.window = window;
        int size = window.bars().size();
        this.prices = new double[size][];
        this.deleted = new boolean[size];
    }

    int size() {
        return deleted.length;
    }

    /** Takes what was repaired so far as what is there. */
    void begin() {
        BarSeries bars = window.bars();
        BarSeries.Builder builder = BarSeries.builder(bars.symbol(), bars.timeframe());
        int[] found = new int[size()];
        int count = 0;
        for (int i = 0; i < size(); i++) {
            if (!deleted[i]) {
                double[] bar = bar(i);
                builder.add(bars.openTime(i), bar[0], bar[1], bar[2], bar[3], bars.volume(i));
                found[count++] = i;
            }
        }
        now = builder.build();
        places = Arrays.copyOf(found, count);
    }

    private double[] bar(int i) {
        BarSeries bars = window.bars();
        return prices[i] == null ? new double[] {bars.open(i), bars.high(i), bars.low(i), bars.close(i)} : prices[i];
    }

    /** What is there in this round. */
    BarSeries now() {
        return now;
    }

    /** Whether a bar of this round is one of the window's days, and still there. */
    boolean open(int i) {
        int place = places[i];
        return !deleted[place] && place >= window.from() && place < window.to();
    }

    boolean deleteNow(int i, RepairKind kind, String reason) {
        if (!open(i)) {
            return false;
        }
        delete(places[i], kind, reason);
        return true;
    }

    void delete(int place, RepairKind kind, String reason) {
        deleted[place] = true;
        note(place, kind, reason);
    }

    boolean set(int i, RepairKind kind, double[] bar, String reason) {
        int place = places[i];
        if (Arrays.equals(bar(place), bar)) {
            return false;
        }
        prices[place] = bar;
        note(place, kind, reason);
        return true;
    }

    private void note(int place, RepairKind kind, String reason) {
        kinds.computeIfAbsent(place, first -> EnumSet.noneOf(RepairKind.class)).add(kind);
        reasons.computeIfAbsent(place, first -> new LinkedHashSet<>()).add(reason);
    }

    /** Whether a bar of the window is repaired, in the end to something else than it was. */
    boolean changed(int place) {
        return deleted[place] || (prices[place] != null && !Arrays.equals(prices[place], before(place)));
    }

    boolean deleted(int place) {
        return deleted[place];
    }

    Set<RepairKind> kinds(int place) {
        return kinds.get(place);
    }

    String reason(int place) {
        return String.join("; ", reasons.get(place));
    }

    private double[] before(int place) {
        BarSeries bars = window.bars();
        return new double[] {bars.open(place), bars.high(place), bars.low(place), bars.close(place)};
    }

    Change change(int place) {
        double volume = window.bars().volume(place);
        return new Change(
                window.bars().openTime(place),
                withVolume(before(place), volume),
                deleted[place] ? null : withVolume(bar(place), volume));
    }

    private static double[] withVolume(double[] bar, double volume) {
        double[] all = Arrays.copyOf(bar, bar.length + 1);
        all[bar.length] = volume;
        return all;
    }
}
