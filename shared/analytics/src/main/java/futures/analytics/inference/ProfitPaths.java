package futures.analytics.inference;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * What else could have become of an account: paths of as many days as there were, drawn from its daily profits by the {@link
 * StationaryBootstrap}.
 */
public final class ProfitPaths {
    private final ProfitFigures[] figures;
    private final double[][] worth;

    private ProfitPaths(ProfitFigures[] figures, double[][] worth) {
        this.figures = figures;
        this.worth = worth;
    }

    /**
     * Takes a time that grows with paths × days, and memory that grows with paths × kept days.
     *
     * @param profits     by day, in any unit of money; whole numbers give sums without rounding
     * @param initialCash above zero, in the same unit
     * @param meanBlock   mean length of the blocks, in days
     * @param kept        days at whose end the worth of the account is kept, counted from 0, ascending
     */
    public static ProfitPaths draw(
            double[] profits, double initialCash, double meanBlock, int paths, long seed, int[] kept) {
        StationaryBootstrap bootstrap = new StationaryBootstrap(profits.length, meanBlock, seed);
        ProfitFigures[] figures = new ProfitFigures[paths];
        double[][] worth = new double[kept.length][paths];
        int[] places = new int[profits.length];
        double[] drawn = new double[profits.length];
        for (int path = 0; path < paths; path++) {
            bootstrap.draw(places);
            double now = initialCash;
            int next = 0;
            for (int day = 0; day < drawn.length; day++) {
                drawn[day] = profits[places[day]];
                now += drawn[day];
                if (next < kept.length && kept[next] == day) {
                    worth[next++][path] = now;
                }
            }
            figures[path] = ProfitFigures.of(drawn, initialCash);
        }
        return new ProfitPaths(figures, worth);
    }

    public DrawnFigure figure(ToDoubleFunction<ProfitFigures> of) {
        return new DrawnFigure(Arrays.stream(figures).mapToDouble(of));
    }

    /** What the account was worth at the end of a kept day, by its place among them. */
    public DrawnFigure worth(int place) {
        return new DrawnFigure(Arrays.stream(worth[place]));
    }
}
