package futures.backtest.montecarlo;

import futures.analytics.inference.BlockLength;
import futures.analytics.inference.DrawnFigure;
import futures.analytics.inference.ProfitFigures;
import futures.analytics.inference.ProfitPaths;
import futures.wire.backtest.MonteCarlo;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The way that draws days in blocks, as the bands of a result do, with the same paths for the same seed. */
final class DayBlocks {
    private DayBlocks() {}

    /**
     * @param profits by day, in millionths
     * @param cash    initial, in millionths
     */
    static MonteCarlo.Method of(double[] profits, double cash, int paths, long seed) {
        double block = Math.max(1, BlockLength.automatic(profits));
        ProfitPaths drawn = ProfitPaths.draw(profits, cash, block, paths, seed, new int[0]);
        ProfitFigures observed = ProfitFigures.of(profits, cash);
        DrawnFigure net = drawn.figure(ProfitFigures::netProfit);
        return new MonteCarlo.Method(
                "day_blocks",
                String.format(
                        Locale.ROOT,
                        "What would as many other days like these come to, drawn in blocks of %.1f days on average?",
                        block),
                paths,
                List.of(
                        Standing.money("net_profit", observed.netProfit(), net),
                        Standing.money(
                                "max_drawdown", observed.maxDrawdown(), drawn.figure(ProfitFigures::maxDrawdown)),
                        ratio("sharpe", observed, drawn, ProfitFigures::sharpe),
                        ratio("profit_factor", observed, drawn, ProfitFigures::profitFactor)),
                1 - net.reaching(Math.nextUp(0.0)),
                "share of the paths that end without a profit");
    }

    private static MonteCarlo.Figure ratio(
            String name, ProfitFigures observed, ProfitPaths drawn, ToDoubleFunction<ProfitFigures> of) {
        return Standing.ratio(name, of.applyAsDouble(observed), drawn.figure(of));
    }
}
