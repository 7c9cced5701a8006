package futures.backtest.worker;

import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.order.EngineRequests;
import futures.backtest.process.Said;
import futures.backtest.process.TaskProcess;
import futures.backtest.run.Combinations;
import futures.backtest.series.DataClient;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.engine.BacktestRequest;
import futures.engine.Progress;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The process that combinations of a script's parameters run in: markets are fetched once, and each run has an isolate of its own. It
 * says the number of each combination that it begins and the row of each that is done, and ends as {@link ScriptProcess} does.
 */
public final class SweepProcess {
    private final TaskProcess process;
    private final SweepTask task;
    private final AtomicInteger next = new AtomicInteger();

    private SweepProcess(TaskProcess process, SweepTask task) {
        this.process = process;
        this.task = task;
    }

    public static void main(String[] args) throws IOException {
        TaskProcess.run(SweepTask.class, (task, process) -> new SweepProcess(process, task).run());
    }

    private void run() {
        Settings settings = Settings.given(Path.of(task.home()), task.settings());
        ScriptKind.allowHere(settings);
        StrategyRegistry strategies = StrategyRegistry.told(task.code());
        DataClient data = new DataClient(new ServiceClient("data", settings));
        ScriptKind.runs().history(new History(data, task.order()));
        BacktestRequest request = new EngineRequests(
                        strategies, new ForetoldBars(data, task.order(), ScriptKind.runs()), settings)
                .single(task.order())
                .request();
        Combinations combinations = new Combinations(
                request, () -> ScriptFindings.of(ScriptKind.runs().end(), settings.home()), ScriptKind.runs()::drop);
        CompletableFuture.allOf(IntStream.range(0, task.threads())
                        .mapToObj(i -> CompletableFuture.runAsync(
                                () -> work(combinations), work -> new Thread(work, "sweep-" + i).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
        process.say(new Said(1, "done", null, ""));
    }

    private void work(Combinations combinations) {
        for (int i = next.getAndIncrement(); i < task.combinations().size(); i = next.getAndIncrement()) {
            SweepTask.Combination one = task.combinations().get(i);
            process.say(new Said(0, "begun", Json.mapper().getNodeFactory().numberNode(one.number()), null));
            JsonNode row =
                    Json.mapper().valueToTree(combinations.run(one.number(), one.parameters(), Progress.UNOBSERVED));
            process.say(new Said(0, "row", row, null));
        }
    }
}
