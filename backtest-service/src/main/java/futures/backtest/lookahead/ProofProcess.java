package futures.backtest.lookahead;

import futures.backtest.order.EngineRequests;
import futures.backtest.process.Said;
import futures.backtest.process.TaskProcess;
import futures.backtest.series.DataClient;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.backtest.worker.History;
import futures.engine.BacktestRequest;
import futures.javascript.ScriptRuns;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.json.Json;
import futures.wire.backtest.Lookahead;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The process in which a strategy is tried, so that it remembers nothing of runs that it had in the service, and a script that kills its process
 * kills this one.
 */
public final class ProofProcess {
    private ProofProcess() {}

    public static void main(String[] args) throws IOException {
        TaskProcess.run(ProofTask.class, ProofProcess::run);
    }

    private static void run(ProofTask task, TaskProcess process) {
        Settings settings = Settings.given(Path.of(task.home()), task.settings());
        ScriptKind.allowHere(settings);
        DataClient data = new DataClient(new ServiceClient("data", settings));
        ScriptRuns scripts = ScriptKind.runs();
        scripts.history(new History(data, task.order()));
        process.say(new Said(0, "fetching bars", null, null));
        BacktestRequest request = new EngineRequests(StrategyRegistry.told(task.code()), data, settings)
                .single(task.order())
                .request();
        // Scripts get bars many at a time, in the run as it is and in every other.
        Lookahead found = new Prover(
                        request,
                        market -> scripts.tape(market.contract().symbol(), market.signals()),
                        scripts::end,
                        process::progress)
                .prove(task.points(), task.seed());
        process.say(new Said(1, "done", Json.mapper().valueToTree(found), found.verdict()));
    }
}
