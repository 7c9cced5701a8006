package futures.analytics.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One drawdown, from a peak to a value as high again, or to the end.
 *
 * @param peak      index of the point of equity that it fell from; 0 is the start
 * @param trough    index of its lowest point
 * @param end       index of its recovery, or of the last point
 * @param recovered whether it did
 * @param depth     of the trough below the peak, money, negative
 * @param fraction  of the peak, negative
 */
public record Episode(int peak, int trough, int end, boolean recovered, double depth, double fraction) {
    /**
     * The deepest ones by their fraction, deepest first.
     *
     * @param equity start value, then one per period
     */
    public static List<Episode> deepest(double[] equity, int most) {
        List<Episode> all = new ArrayList<>();
        int peak = 0;
        int trough = 0;
        for (int i = 1; i < equity.length; i++) {
            if (equity[i] >= equity[peak]) {
                if (trough > peak) {
                    all.add(of(equity, peak, trough, i, true));
                }
                peak = i;
                trough = i;
            } else if (trough == peak || equity[i] < equity[trough]) {
                trough = i;
            }
        }
        if (trough > peak) {
            all.add(of(equity, peak, trough, equity.length - 1, false));
        }
        all.sort(Comparator.comparingDouble(Episode::fraction));
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    private static Episode of(double[] equity, int peak, int trough, int end, boolean recovered) {
        double depth = equity[trough] - equity[peak];
        return new Episode(peak, trough, end, recovered, depth, equity[peak] > 0 ? depth / equity[peak] : 0);
    }
}
