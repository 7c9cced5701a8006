package futures.backtest.montecarlo;

import futures.analytics.inference.DrawnFigure;
import futures.model.BarSeries;
import futures.wire.backtest.MonteCarlo;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * The baseline of chance: each trade keeps its side, size, bars held and charges, and is entered at the open of a bar that is drawn.
 * It is left at the open as many bars later, or at the close of the same bar when it was held for none, and pays the run's
 * slippage twice. Trades may overlap, and hours are not heeded.
 */
final class RandomEntries {
    private final BarSeries bars;
    private final double moneyPerPoint;
    private final double slippage;

    /**
     * @param bars          on which profits of a position are differences of prices
     * @param moneyPerPoint of one contract, in millionths
     * @param slippage      of one contract and side, in millionths
     */
    RandomEntries(BarSeries bars, double moneyPerPoint, double slippage) {
        this.bars = bars;
        this.moneyPerPoint = moneyPerPoint;
        this.slippage = slippage;
    }

    MonteCarlo.Method method(StoredTrades trades, int paths, long seed) {
        DrawnFigure net = new DrawnFigure(DoubleStream.of(nets(trades, paths, seed)));
        double observed = Arrays.stream(trades.nets()).sum();
        return new MonteCarlo.Method(
                "random_entries",
                "Do entries know anything? As many trades of the same sides, sizes and holding times at bars that are drawn.",
                paths,
                List.of(Standing.money("net_profit", observed, net)),
                net.chanceOfReaching(observed),
                "chance that random entries earn as much or more: (1 + paths that do) / (1 + paths); above 0.05 the entries"
                        + " have shown no skill of their own");
    }

    /** Of each path, in millionths. */
    double[] nets(StoredTrades trades, int paths, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] nets = new double[paths];
        for (int path = 0; path < paths; path++) {
            for (StoredTrades.Trade trade : trades.all()) {
                nets[path] += net(trade, random.nextInt(Math.max(1, bars.size() - trade.held())));
            }
        }
        return nets;
    }

    private double net(StoredTrades.Trade trade, int entry) {
        int exit = Math.min(bars.size() - 1, entry + trade.held());
        double left = trade.held() == 0 ? bars.close(exit) : bars.open(exit);
        double points = trade.side() * (left - bars.open(entry));
        return trade.contracts() * (points * moneyPerPoint - 2 * slippage) - trade.costs();
    }
}
