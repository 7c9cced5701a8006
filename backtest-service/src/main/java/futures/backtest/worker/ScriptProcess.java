package futures.backtest.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderNames;
import futures.backtest.process.ParentWatch;
import futures.backtest.process.Said;
import futures.backtest.run.Computation;
import futures.backtest.run.Delivered;
import futures.backtest.run.Told;
import futures.backtest.series.DataClient;
import futures.backtest.strategy.BrokenStrategy;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.javascript.ScriptReport;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.JobHandle;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.StrategyOrder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The process that a backtest with scripts runs in. It takes its {@link Surroundings} and then a {@link ScriptTask} from its standard input, fetches the markets itself
 * and leaves the result as files. It ends with 0, with 1 and the reason on standard error, or with 3 when whoever started it is gone.
 */
public final class ScriptProcess implements JobHandle {
    private static final int FAILED = 1;
    private static final long BETWEEN_LINES = TimeUnit.MILLISECONDS.toNanos(200);

    private final PrintStream out;
    private final String id;
    private long lastLine;
    private String lastStage = "";

    private ScriptProcess(PrintStream out, String id) {
        this.out = out;
        this.id = id;
    }

    public static void main(String[] args) throws IOException, BrokenStrategy {
        Locale.setDefault(Locale.ROOT);
        PrintStream out = System.out;
        System.setOut(System.err);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Surroundings surroundings = Json.mapper().readValue(in.readLine(), Surroundings.class);
        Settings settings = Settings.given(Path.of(surroundings.home()), surroundings.settings());
        ScriptKind.allowHere(settings);
        Warmth.gather(settings, in);
        ScriptTask task = Warmth.task(in, SpareProcess.PATIENCE);
        ParentWatch.start(in);
        try {
            new ScriptProcess(out, task.id()).run(task, settings);
        } catch (Problem | BrokenStrategy e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(FAILED);
        }
        out.flush();
        // Nothing is left to do, and V8 need not be taken down piece by piece.
        Runtime.getRuntime().halt(0);
    }

    private void run(ScriptTask task, Settings settings) throws IOException, BrokenStrategy {
        StrategyRegistry strategies = StrategyRegistry.of(task.code(), Clock.systemUTC());
        DataClient data = new DataClient(new ServiceClient("data", settings));
        ScriptKind.runs().history(new History(data, task.order()));
        Path consoles = settings.path("directories.data").resolve("console");
        ScriptKind.runs().consoleFiles(consoles, id);
        Computation.Computed computed = Computation.ofScripts(
                        new EngineRequests(
                                strategies, new ForetoldBars(data, task.order(), ScriptKind.runs()), settings),
                        settings.integer("limits.result_rows"),
                        () -> told(task.order(), strategies, settings.home()),
                        ScriptKind.runs()::drop)
                .compute(id, task.order(), this);
        JsonNode figures = Delivered.leave(computed, Path.of(task.directory()));
        say(new Said(1, "done", figures, computed.hash()));
    }

    private static Told told(BacktestOrder order, StrategyRegistry strategies, Path home) {
        List<ScriptReport> reports = ScriptKind.runs().end();
        return new Told(ScriptFindings.of(reports, home), ScriptLog.of(reports, names(order, strategies)));
    }

    /** Of the scripts among the strategies of a joint run, in the order in which they begin; none of a run of one. */
    private static List<String> names(BacktestOrder order, StrategyRegistry strategies) {
        return OrderNames.joint(order)
                ? order.strategies().stream()
                        .filter(one ->
                                strategies.code(one.strategyName()).kind().equals(ScriptKind.WORD))
                        .map(StrategyOrder::name)
                        .toList()
                : List.of();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void progress(double fraction, String message) {
        String stage = message.substring(0, Math.max(0, message.indexOf(' ')));
        if (System.nanoTime() - lastLine > BETWEEN_LINES || !stage.equals(lastStage)) {
            lastLine = System.nanoTime();
            lastStage = stage;
            say(new Said(fraction, message, null, null));
        }
    }

    @Override
    public void progress(double fraction, String message, Double secondsLeft, Object details) {
        progress(fraction, message);
    }

    /** Who cancels it ends it. */
    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public void href(String href) {}

    private void say(Said line) {
        try {
            out.println(Json.mapper().writeValueAsString(line));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
