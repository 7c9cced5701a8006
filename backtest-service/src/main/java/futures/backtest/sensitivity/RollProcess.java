package futures.backtest.sensitivity;

import futures.backtest.process.Said;
import futures.backtest.process.TaskProcess;
import futures.backtest.series.DataClient;
import futures.backtest.series.MarketSource;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.backtest.worker.ForetoldBars;
import futures.backtest.worker.History;
import futures.javascript.ScriptRuns;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.json.Json;
import futures.wire.backtest.RollSensitivity;
import java.io.IOException;
import java.nio.file.Path;

/** The process in which a script runs under several ways of rolling, which it may take with it. */
public final class RollProcess {
    private RollProcess() {}

    public static void main(String[] args) throws IOException {
        TaskProcess.run(RollTask.class, RollProcess::run);
    }

    private static void run(RollTask task, TaskProcess process) {
        Settings settings = Settings.given(Path.of(task.home()), task.settings());
        ScriptKind.allowHere(settings);
        DataClient data = new DataClient(new ServiceClient("data", settings));
        ScriptRuns scripts = ScriptKind.runs();
        RollSensitivity found = new RollComparison(
                        RollPlan.of(task.asked()),
                        task.order(),
                        task.warnings(),
                        StrategyRegistry.told(task.code()),
                        (choice, rolled) -> {
                            MarketSource source = new RolledBy(data, choice);
                            scripts.history(
                                    new History(source, rolled)); // of contracts that follow each other in the same way
                            return new ForetoldBars(source, rolled, scripts);
                        },
                        scripts::drop,
                        settings)
                .compare(process::progress);
        process.say(new Said(1, "done", Json.mapper().valueToTree(found), ""));
    }
}
