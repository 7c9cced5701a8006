package futures.engine;

/**
 * Profits of the same run under the pessimistic and the optimistic reading of every bar, in the account's currency. A
 * strategy that acts on its fills may take another way after one, so the second is not always the larger.
 */
public record ProfitInterval(double pessimistic, double optimistic) {

    static ProfitInterval of(BacktestResult result, BacktestRequest request) {
        double profit = result.equity().last() - result.equity().initialCash();
        if (result.ambiguousBars() == 0) {
            return new ProfitInterval(profit, profit);
        }
        return new ProfitInterval(
                profit(result, request, FillMode.PESSIMISTIC), profit(result, request, FillMode.OPTIMISTIC));
    }

    private static double profit(BacktestResult result, BacktestRequest request, FillMode mode) {
        BacktestResult under = request.fills().mode() == mode
                ? result
                : Backtest.run(request.withFills(request.fills().withMode(mode)).withProgress(Progress.UNOBSERVED));
        return under.equity().last() - under.equity().initialCash();
    }
}
