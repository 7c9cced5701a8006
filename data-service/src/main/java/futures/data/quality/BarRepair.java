package futures.data.quality;

import futures.model.TickGrid;

/** The values that a bar gets: open, high, low, close in, and out. */
final class BarRepair {
    private BarRepair() {}

    static boolean broken(double[] bar) {
        return !(bar[2] <= bar[1] && bar[2] <= bar[0] && bar[0] <= bar[1] && bar[2] <= bar[3] && bar[3] <= bar[1]);
    }

    /** High and low change places when they are the wrong way round, and are widened to open and close. */
    static double[] mended(double[] bar) {
        double high = Math.max(bar[1], bar[2]);
        double low = Math.min(bar[1], bar[2]);
        return new double[] {
            bar[0], Math.max(high, Math.max(bar[0], bar[3])), Math.min(low, Math.min(bar[0], bar[3])), bar[3]
        };
    }

    static double[] aboveZero(double[] bar) {
        return new double[] {bar[0], bar[1], Math.min(bar[0], bar[3]), bar[3]};
    }

    /** The nearest tick, which keeps the order of the prices. */
    static double[] onGrid(double[] bar, TickGrid grid) {
        double[] ticks = new double[bar.length];
        for (int i = 0; i < bar.length; i++) {
            ticks[i] = grid.isOnGrid(bar[i]) ? bar[i] : grid.price(grid.nearest(bar[i]));
        }
        return ticks;
    }

    static double[] within(double[] bar, double least, double most) {
        double[] cut = new double[bar.length];
        for (int i = 0; i < bar.length; i++) {
            cut[i] = Math.max(least, Math.min(most, bar[i]));
        }
        return cut;
    }
}
