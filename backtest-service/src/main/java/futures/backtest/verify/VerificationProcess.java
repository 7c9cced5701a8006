package futures.backtest.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderIntake;
import futures.backtest.process.ParentWatch;
import futures.backtest.process.Said;
import futures.backtest.run.Outcome;
import futures.backtest.run.Runs;
import futures.backtest.series.DataClient;
import futures.backtest.strategy.BrokenStrategy;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.backtest.worker.History;
import futures.engine.StrategyFailed;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The process that runs a backtest once more. It takes a {@link Task} from its standard input, fetches the markets from the
 * data service itself, and writes {@link Said} lines. It ends with 0, with 1 and the reason on standard error, or with 3 when
 * whoever started it is gone.
 */
public final class VerificationProcess {
    private static final int FAILED = 1;
    private static final double FETCHED = 0.1;
    private static final long BETWEEN_LINES = TimeUnit.MILLISECONDS.toNanos(200);

    private final PrintStream out;
    private long lastLine = System.nanoTime();

    private VerificationProcess(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        PrintStream out = System.out;
        // Whatever a strategy or a library prints must not get between our lines.
        System.setOut(System.err);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Task task = Json.mapper().readValue(in.readLine(), Task.class);
        ParentWatch.start(in);
        try {
            new VerificationProcess(out).run(task);
        } catch (Problem | StrategyFailed e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
        System.exit(0);
    }

    private void run(Task task) {
        Settings settings = Settings.given(Path.of(task.home()), task.settings());
        ScriptKind.allowHere(settings);
        StrategyRegistry strategies = strategies(task);
        DataClient data = new DataClient(new ServiceClient("data", settings));
        BacktestOrder order = new OrderIntake(strategies, settings).complete(task.order());
        ScriptKind.runs().history(new History(data, order));
        say(new Said(0, "fetching bars", null, null));
        Outcome outcome = new Runs(new EngineRequests(strategies, data, settings))
                .run(order, () -> say(new Said(FETCHED, "running again", null, null)), this::progress);
        say(new Said(1, "done", Json.mapper().valueToTree(outcome.manifest()), outcome.hash()));
    }

    private static StrategyRegistry strategies(Task task) {
        try {
            return StrategyRegistry.of(task.code(), Clock.systemUTC());
        } catch (BrokenStrategy e) {
            throw Problem.unprocessable(
                    "The code that is kept with the result cannot be loaded any more: " + e.getMessage());
        }
    }

    private boolean progress(int done, int total) {
        if (System.nanoTime() - lastLine > BETWEEN_LINES) {
            lastLine = System.nanoTime();
            double share = total == 0 ? 1 : (double) done / total;
            say(new Said(
                    FETCHED + (1 - FETCHED) * share,
                    "running again, bar %,d of %,d".formatted(done, total),
                    null,
                    null));
        }
        return true;
    }

    private void say(Said line) {
        try {
            out.println(Json.mapper().writeValueAsString(line));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
