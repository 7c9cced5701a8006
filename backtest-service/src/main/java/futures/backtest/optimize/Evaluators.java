package futures.backtest.optimize;

import futures.backtest.luck.CountedRuns;
import futures.backtest.order.EngineRequests;
import futures.backtest.order.Prepared;
import futures.backtest.run.DataGrades;
import futures.backtest.strategy.KeptCode;
import futures.backtest.strategy.StrategyRegistry;
import futures.backtest.sweep.JavaSweep;
import futures.backtest.worker.ScriptSweep;
import futures.engine.BacktestRequest;
import futures.kit.config.Settings;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.DataGrade;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes ready what combinations are run with: in this process for strategies in Java, in others for scripts. */
final class Evaluators {
    private final EngineRequests requests;
    private final StrategyRegistry strategies;
    private final CountedRuns counted;
    private final Settings settings;

    Evaluators(EngineRequests requests, StrategyRegistry strategies, CountedRuns counted, Settings settings) {
        this.counted = counted;
        this.requests = requests;
        this.strategies = strategies;
        this.settings = settings;
    }

    /**
     * @param fingerprint of the code and of the bars behind the run
     * @param script      whether each batch has a process to start
     */
    record Ready(Evaluator evaluator, List<String> warnings, String fingerprint, boolean script) {}

    /** @param order complete */
    Ready ready(BacktestOrder order, int threads) {
        DataGrades grades = new DataGrades(requests.grades(order));
        grades.check(order);
        List<String> warnings = new ArrayList<>(grades.warnings());
        String fingerprint = strategies.find(order.strategyName()).contentHash()
                + grades.all().stream().map(DataGrade::revision).collect(Collectors.joining(" ", " ", ""));
        List<KeptCode> scripts = requests.scripts(order);
        if (!scripts.isEmpty()) {
            warnings.addAll(requests.strategyWarnings(order));
            return new Ready(
                    counted(
                            (grid, stop, to, handle) ->
                                    new ScriptSweep(settings, order, scripts, grid, threads, to, handle).run(),
                            order),
                    warnings,
                    fingerprint,
                    true);
        }
        Prepared<BacktestRequest> prepared = requests.single(order);
        warnings.addAll(prepared.warnings());
        return new Ready(
                counted(
                        (grid, stop, to, handle) -> new JavaSweep(prepared.request(), grid, to, handle)
                                .stopping(stop)
                                .run(threads),
                        order),
                warnings,
                fingerprint,
                false);
    }

    private Evaluator counted(Evaluator evaluator, BacktestOrder order) {
        return new CountedEvaluator(evaluator, counted, order);
    }
}
