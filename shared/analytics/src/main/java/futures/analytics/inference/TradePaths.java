package futures.analytics.inference;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What else could have become of an account that made these trades one after the other. Drawdowns are of closed trades, the start
 * counting as a peak. The time grows with paths × trades; the same seed gives the same paths.
 */
public final class TradePaths {
    private final double[] net;
    private final double[] drawdown;

    private TradePaths(double[] net, double[] drawdown) {
        this.net = net;
        this.drawdown = drawdown;
    }

    /** Fills in the trades of one path and says how many they are. */
    private interface Draw {
        int into(double[] path, SplittableRandom random);
    }

    /**
     * The same trades in another order: what they come to stays, the way there does not.
     *
     * @param nets net result of each trade, in any unit of money; whole numbers give sums without rounding
     */
    public static TradePaths shuffled(double[] nets, int paths, long seed) {
        return draw(nets, paths, seed, (path, random) -> {
            System.arraycopy(nets, 0, path, 0, nets.length);
            for (int i = nets.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                double kept = path[i];
                path[i] = path[other];
                path[other] = kept;
            }
            return nets.length;
        });
    }

    /** As many trades, each drawn from all of them whatever was drawn before: independent ones of the same kind. */
    public static TradePaths resampled(double[] nets, int paths, long seed) {
        return draw(nets, paths, seed, (path, random) -> {
            for (int i = 0; i < nets.length; i++) {
                path[i] = nets[random.nextInt(nets.length)];
            }
            return nets.length;
        });
    }

    /**
     * The trades in their order, each of them missed with a probability.
     *
     * @param missed 0 to 1
     */
    public static TradePaths skipping(double[] nets, double missed, int paths, long seed) {
        if (!(missed >= 0 && missed <= 1)) {
            throw new IllegalArgumentException("a probability was expected, found " + missed);
        }
        return draw(nets, paths, seed, (path, random) -> {
            int taken = 0;
            for (double one : nets) {
                if (random.nextDouble() >= missed) {
                    path[taken++] = one;
                }
            }
            return taken;
        });
    }

    private static TradePaths draw(double[] nets, int paths, long seed, Draw draw) {
        if (nets.length == 0 || paths < 1) {
            throw new IllegalArgumentException(
                    "at least one trade and one path were expected, found " + nets.length + " and " + paths);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] net = new double[paths];
        double[] drawdown = new double[paths];
        double[] path = new double[nets.length];
        for (int i = 0; i < paths; i++) {
            int trades = draw.into(path, random);
            for (int k = 0; k < trades; k++) {
                net[i] += path[k];
            }
            drawdown[i] = maxDrawdown(path, trades);
        }
        return new TradePaths(net, drawdown);
    }

    /** Deepest fall of the sum of the first trades from its peak; zero or negative. */
    public static double maxDrawdown(double[] nets) {
        return maxDrawdown(nets, nets.length);
    }

    private static double maxDrawdown(double[] nets, int trades) {
        double sum = 0;
        double peak = 0;
        double deepest = 0;
        for (int i = 0; i < trades; i++) {
            sum += nets[i];
            peak = Math.max(peak, sum);
            deepest = Math.min(deepest, sum - peak);
        }
        return deepest;
    }

    public DrawnFigure netProfit() {
        return new DrawnFigure(Arrays.stream(net));
    }

    public DrawnFigure maxDrawdown() {
        return new DrawnFigure(Arrays.stream(drawdown));
    }
}
