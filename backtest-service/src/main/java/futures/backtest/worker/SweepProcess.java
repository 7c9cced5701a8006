package futures.backtest.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.order.EngineRequests;
import futures.backtest.process.ParentWatch;
import futures.backtest.process.Said;
import futures.backtest.run.Combinations;
import futures.backtest.series.DataClient;
import futures.backtest.strategy.BrokenStrategy;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.engine.BacktestRequest;
import futures.engine.Progress;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The process that combinations of a script's parameters run in: markets are fetched once, and each run has an isolate of its own. It
 * says the number of each combination that it begins and the row of each that is done, and ends as {@link ScriptProcess} does.
 */
public final class SweepProcess {
    private static final int FAILED = 1;

    private final PrintStream out;
    private final SweepTask task;
    private final AtomicInteger next = new AtomicInteger();

    private SweepProcess(PrintStream out, SweepTask task) {
        this.out = out;
        this.task = task;
    }

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        PrintStream out = System.out;
        System.setOut(System.err);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        SweepTask task = read(in);
        ParentWatch.start(in);
        try {
            new SweepProcess(out, task).run();
        } catch (Problem | BrokenStrategy e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(FAILED);
        }
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static SweepTask read(BufferedReader in) throws IOException {
        return Json.mapper().readValue(in.readLine(), SweepTask.class);
    }

    private void run() throws BrokenStrategy, InterruptedException {
        Settings settings = Settings.given(Path.of(task.home()), task.settings());
        ScriptKind.allowHere(settings);
        StrategyRegistry strategies = StrategyRegistry.of(task.code(), Clock.systemUTC());
        DataClient data = new DataClient(new ServiceClient("data", settings));
        ScriptKind.runs().history(new History(data, task.order()));
        BacktestRequest request = new EngineRequests(
                        strategies, new ForetoldBars(data, task.order(), ScriptKind.runs()), settings)
                .single(task.order())
                .request();
        Combinations combinations = new Combinations(
                request, () -> ScriptFindings.of(ScriptKind.runs().end(), settings.home()), ScriptKind.runs()::drop);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < task.threads(); i++) {
            Thread thread = new Thread(() -> work(combinations), "sweep-" + i);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        say(new Said(1, "done", null, ""));
    }

    private void work(Combinations combinations) {
        for (int i = next.getAndIncrement(); i < task.combinations().size(); i = next.getAndIncrement()) {
            SweepTask.Combination one = task.combinations().get(i);
            say(new Said(0, "begun", Json.mapper().getNodeFactory().numberNode(one.number()), null));
            JsonNode row =
                    Json.mapper().valueToTree(combinations.run(one.number(), one.parameters(), Progress.UNOBSERVED));
            say(new Said(0, "row", row, null));
        }
    }

    private synchronized void say(Said line) {
        try {
            out.println(Json.mapper().writeValueAsString(line));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
