package futures.backtest.optimize;

import futures.analytics.performance.Measure;
import futures.analytics.performance.ReturnStatistics;
import futures.backtest.run.Figures;
import futures.wire.backtest.DayRow;
import futures.wire.backtest.WalkForwardResult;
import futures.wire.backtest.WalkForwardWindows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts the days out of sample one after the other. */
final class Stitching {
    private static final double TRADING_DAYS_A_YEAR = 252;
    private static final double EFFICIENT = 0.5;

    private Stitching() {}

    /**
     * @param windows of the range, as the walked ones
     * @param days    of the whole range
     * @param cash    with which each window begins
     */
    static WalkForwardResult of(
            WalkForwardWindows how,
            List<Windows.Window> windows,
            List<WalkedWindow> walked,
            List<LocalDate> days,
            double cash) {
        List<DayRow> rows = new ArrayList<>();
        double equity = cash;
        double peak = cash;
        double deepest = 0;
        double inProfit = 0;
        double outProfit = 0;
        int inDays = 0;
        int outDays = 0;
        int profitable = 0;
        for (int i = 0; i < walked.size(); i++) {
            WalkedWindow one = walked.get(i);
            double sum = 0;
            for (int day = 0; day < one.profits().length; day++) {
                double profit = one.profits()[day];
                sum += profit;
                equity += profit;
                peak = Math.max(peak, equity);
                deepest = Math.min(deepest, equity - peak);
                rows.add(new DayRow(
                        days.get(windows.get(i).outStart() + day), Figures.money(profit), Figures.money(equity), null));
            }
            profitable += sum > 0 ? 1 : 0;
            if (one.window().parameters() != null) {
                inProfit += one.inSampleProfit();
                inDays += one.inSampleDays();
                outProfit += sum;
                outDays += one.profits().length;
            }
        }
        Double efficiency =
                inDays == 0 || inProfit <= 0 ? null : (Double) ((outProfit / outDays) / (inProfit / inDays));
        double share = (double) profitable / walked.size();
        double net = equity - cash;
        return new WalkForwardResult(
                how,
                net,
                sharpe(walked, cash),
                deepest,
                share,
                efficiency,
                net > 0 && efficiency != null && efficiency >= EFFICIENT && share >= 0.5,
                walked.stream().map(WalkedWindow::window).toList(),
                rows);
    }

    private static Double sharpe(List<WalkedWindow> walked, double cash) {
        double[] returns = walked.stream()
                .flatMapToDouble(one -> Arrays.stream(one.profits()))
                .map(profit -> profit / cash)
                .toArray();
        Measure sharpe = ReturnStatistics.of(returns, TRADING_DAYS_A_YEAR).sharpe(0);
        return sharpe.defined() ? sharpe.value() : null;
    }
}
