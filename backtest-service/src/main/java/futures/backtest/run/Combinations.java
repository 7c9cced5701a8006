package futures.backtest.run;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.DailyResult;
import futures.engine.Progress;
import futures.engine.StrategyFailed;
import futures.wire.backtest.FindingRow;
import futures.wire.backtest.SweepRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs combinations of a sweep one by one, each as a whole backtest; on any number of threads, each of which may ask for another. */
public final class Combinations {
    private final BacktestRequest request;
    private final Supplier<List<FindingRow>> further;
    private final Runnable lost;

    /**
     * @param request whose parameters are those that stay
     * @param further findings about the strategy itself, asked for after each run on its thread
     * @param lost    called in place of it, on the same thread, after a run that failed
     */
    public Combinations(BacktestRequest request, Supplier<List<FindingRow>> further, Runnable lost) {
        this.request = request;
        this.further = further;
        this.lost = lost;
    }

    /** Runs one, whatever comes of it. */
    public Ran run(int number, Map<String, Object> parameters, Progress progress) {
        Map<String, Object> all = new TreeMap<>(request.parameters());
        all.putAll(parameters);
        try {
            BacktestResult result = Backtest.run(request.withParameters(all).withProgress(progress));
            return new Ran(
                    new SweepRow(
                            number,
                            parameters,
                            "done",
                            null,
                            SweepFigures.of(result.metrics(), result.ambiguousBars()),
                            result.hash(),
                            Stream.concat(result.findings().stream().map(Answers::finding), further.get().stream())
                                    .toList()),
                    result.days().stream().mapToDouble(DailyResult::profit).toArray());
        } catch (IllegalArgumentException e) {
            lost.run();
            return Ran.without(number, parameters, "refused", e.getMessage());
        } catch (StrategyFailed e) {
            lost.run();
            return Ran.without(number, parameters, "failed", e.getMessage());
        }
    }
}
