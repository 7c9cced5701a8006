package futures.engine;

import java.util.function.ToDoubleBiFunction;

/**
 * Profits of the same run under the pessimistic and the optimistic reading of every bar, in the account's currency. A
 * strategy that acts on its fills may take another way after one, so the second is not always the larger.
 */
public record ProfitInterval(double pessimistic, double optimistic) {

    static ProfitInterval of(BacktestResult result, BacktestRequest request, Progress progress) {
        if (result.ambiguousBars() == 0) {
            return certain(result.equity());
        }
        return of(
                request.fills().mode(),
                profit(result.equity()),
                progress,
                (mode, observer) ->
                        profit(Backtest.run(request.withFills(request.fills().withMode(mode))
                                        .withProgress(observer))
                                .equity()));
    }

    static ProfitInterval of(JointResult result, JointRequest request, Progress progress) {
        if (result.ambiguousBars() == 0) {
            return certain(result.equity());
        }
        return of(
                request.fills().mode(),
                profit(result.equity()),
                progress,
                (mode, observer) -> profit(
                        JointBacktest.run(request.withFills(request.fills().withMode(mode))
                                        .withProgress(observer))
                                .equity()));
    }

    private static ProfitInterval certain(EquityCurve equity) {
        return new ProfitInterval(profit(equity), profit(equity));
    }

    /** @param rerun profit of the run made again in a mode */
    private static ProfitInterval of(
            FillMode own, double profit, Progress progress, ToDoubleBiFunction<FillMode, Progress> rerun) {
        boolean both = own != FillMode.PESSIMISTIC && own != FillMode.OPTIMISTIC;
        double pessimistic = own == FillMode.PESSIMISTIC
                ? profit
                : rerun.applyAsDouble(FillMode.PESSIMISTIC, both ? part(progress, 0) : progress);
        double optimistic = own == FillMode.OPTIMISTIC
                ? profit
                : rerun.applyAsDouble(FillMode.OPTIMISTIC, both ? part(progress, 1) : progress);
        return new ProfitInterval(pessimistic, optimistic);
    }

    /** The first or the second half of what is reported. */
    private static Progress part(Progress progress, int half) {
        return (done, total) -> progress.report(half * total + done, 2 * total);
    }

    private static double profit(EquityCurve equity) {
        return equity.last() - equity.initialCash();
    }
}
