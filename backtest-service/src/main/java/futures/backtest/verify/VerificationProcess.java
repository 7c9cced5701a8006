package futures.backtest.verify;

import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderIntake;
import futures.backtest.process.Said;
import futures.backtest.process.TaskProcess;
import futures.backtest.run.Outcome;
import futures.backtest.run.Runs;
import futures.backtest.series.DataClient;
import futures.backtest.strategy.BrokenStrategy;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.backtest.worker.History;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** The process that runs a backtest once more; it fetches the markets from the data service itself. */
public final class VerificationProcess {
    private static final double FETCHED = 0.1;

    private VerificationProcess() {}

    public static void main(String[] args) throws IOException {
        TaskProcess.run(Task.class, VerificationProcess::run);
    }

    private static void run(Task task, TaskProcess process) {
        Settings settings = Settings.given(Path.of(task.home()), task.settings());
        ScriptKind.allowHere(settings);
        StrategyRegistry strategies = strategies(task);
        DataClient data = new DataClient(new ServiceClient("data", settings));
        BacktestOrder order = new OrderIntake(strategies, settings).complete(task.order());
        ScriptKind.runs().history(new History(data, order));
        process.say(new Said(0, "fetching bars", null, null));
        Outcome outcome = new Runs(new EngineRequests(strategies, data, settings)).run(order, (done, total) -> {
            double share = total == 0 ? 1 : (double) done / total;
            process.progress(FETCHED + (1 - FETCHED) * share, "running again, bar %,d of %,d".formatted(done, total));
            return true;
        });
        process.say(new Said(1, "done", Json.mapper().valueToTree(outcome.manifest()), outcome.hash()));
    }

    private static StrategyRegistry strategies(Task task) {
        try {
            return StrategyRegistry.of(task.code(), Clock.systemUTC());
        } catch (BrokenStrategy e) {
            throw Problem.unprocessable(
                    "The code that is kept with the result cannot be loaded any more: " + e.getMessage());
        }
    }
}
