package futures.backtest.montecarlo;

import futures.analytics.inference.DrawnFigure;
import futures.analytics.inference.TradePaths;
import futures.wire.backtest.MonteCarlo;
import java.util.Arrays;
import java.util.List;

/** The ways that draw a result's trades again. */
final class DrawnTrades {
    private final double[] nets;
    private final int paths;
    private final long seed;

    DrawnTrades(double[] nets, int paths, long seed) {
        this.nets = nets;
        this.paths = paths;
        this.seed = seed;
    }

    MonteCarlo.Method shuffled() {
        TradePaths drawn = TradePaths.shuffled(nets, paths, seed);
        DrawnFigure drawdown = drawn.maxDrawdown();
        double observed = TradePaths.maxDrawdown(nets);
        return new MonteCarlo.Method(
                "shuffled_trades",
                "Was the order of the trades kind? The same trades in another order end with the same profit and another"
                        + " drawdown.",
                paths,
                List.of(Standing.money("max_drawdown", observed, drawdown)),
                drawdown.chanceOfReaching(observed),
                "share of the orders with a drawdown no deeper than the observed one; a small one means that the order was"
                        + " lucky, and p5 is the drawdown to be ready for");
    }

    MonteCarlo.Method resampled() {
        return method(
                "resampled_trades",
                "What would as many other trades of the same kind come to?",
                TradePaths.resampled(nets, paths, seed));
    }

    MonteCarlo.Method skipped(double share) {
        return method(
                "skipped_trades",
                "Does the profit hang on a few trades? Each is missed with a probability of " + share + ".",
                TradePaths.skipping(nets, share, paths, seed));
    }

    private MonteCarlo.Method method(String name, String question, TradePaths drawn) {
        DrawnFigure net = drawn.netProfit();
        return new MonteCarlo.Method(
                name,
                question,
                paths,
                List.of(
                        Standing.money("net_profit", Arrays.stream(nets).sum(), net),
                        Standing.money("max_drawdown", TradePaths.maxDrawdown(nets), drawn.maxDrawdown())),
                1 - net.reaching(Math.nextUp(0.0)),
                "share of the paths that end without a profit");
    }
}
