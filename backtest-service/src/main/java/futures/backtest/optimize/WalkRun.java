package futures.backtest.optimize;

import futures.backtest.run.Ran;
import futures.backtest.sweep.Pace;
import futures.engine.ParameterGrid;
import futures.engine.Sweep;
import futures.wire.backtest.WalkForwardWindow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Walks one window: searches in sample, then runs the best parameters out of sample. */
final class WalkRun {
    private final SearchPlan plan;
    private final RangeRuns runs;
    private final int warmUpBars;
    private final Pace pace;

    WalkRun(SearchPlan plan, RangeRuns runs, int warmUpBars, Pace pace) {
        this.plan = plan;
        this.runs = runs;
        this.warmUpBars = warmUpBars;
        this.pace = pace;
    }

    WalkedWindow walk(int number, Windows.Window window) throws InterruptedException {
        BestRow log = new BestRow();
        RangeRuns.Range inSample = runs.over(window.inStart(), window.inEnd(), warmUpBars);
        new Search(plan, inSample.evaluator(), log, pace).run();
        Ran best = log.best();
        Ran traded = best == null ? null : out(best.row().parameters(), window);
        List<LocalDate> days = runs.days();
        int inDays = window.inEnd() - window.inStart() + 1;
        double[] profits = traded == null || traded.row().performance() == null
                ? new double[window.outEnd() - window.outStart() + 1]
                : traded.dailyProfits();
        double inProfit = best == null ? 0 : Arrays.stream(best.dailyProfits()).sum();
        double inPerDay = inProfit / inDays;
        double outPerDay = Arrays.stream(profits).sum() / profits.length;
        return new WalkedWindow(
                new WalkForwardWindow(
                        number,
                        days.get(window.inStart()),
                        days.get(window.inEnd()),
                        days.get(window.outStart()),
                        days.get(window.outEnd()),
                        inSample.warmUpBars(),
                        log.rows(),
                        best == null ? null : best.row().parameters(),
                        best == null ? null : (Double) log.score(),
                        best == null ? null : best.row().performance(),
                        traded == null ? null : traded.row().performance(),
                        best == null ? null : (Double) inPerDay,
                        outPerDay,
                        best == null || inPerDay <= 0 ? null : (Double) (outPerDay / inPerDay),
                        reason(best, traded, inPerDay)),
                inProfit,
                inDays,
                profits);
    }

    private static String reason(Ran best, Ran traded, double inPerDay) {
        if (best == null) {
            return "no combination has a score and meets the constraints, so that nothing was traded";
        }
        if (traded.row().performance() == null) {
            return "out of sample the strategy failed: " + traded.row().error();
        }
        return inPerDay <= 0 ? "the best in sample made no profit, so that there is no efficiency" : null;
    }

    private Ran out(Map<String, Object> parameters, Windows.Window window) throws InterruptedException {
        AtomicReference<Ran> ran = new AtomicReference<>();
        Map<String, List<Object>> one = new LinkedHashMap<>();
        parameters.forEach((name, value) -> one.put(name, List.of(value)));
        runs.over(window.outStart(), window.outEnd(), warmUpBars)
                .evaluator()
                .run(ParameterGrid.some(one, new long[] {0}), Sweep.Stop.NEVER, ran::set, pace);
        return ran.get();
    }
}
