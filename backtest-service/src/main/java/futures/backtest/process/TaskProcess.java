package futures.backtest.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.engine.StrategyFailed;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The inside of a {@link FreshProcess} that does one thing: takes its task from standard input, says how far it is and what came of it, and
 * ends with 0, with 1 and the reason on standard error, or with 3 when whoever started it is gone.
 */
public final class TaskProcess {
    private static final int FAILED = 1;
    private static final long BETWEEN_LINES = TimeUnit.MILLISECONDS.toNanos(200);

    private final PrintStream out;
    private long lastLine = System.nanoTime();

    /** What is done. */
    @FunctionalInterface
    public interface Work<T> {
        /** @throws Problem what kept it from being done */
        void run(T task, TaskProcess process) throws IOException;
    }

    private TaskProcess(PrintStream out) {
        this.out = out;
    }

    /** The whole of a {@code main}; does not come back. */
    public static <T> void run(Class<T> type, Work<T> work) throws IOException {
        Locale.setDefault(Locale.ROOT);
        PrintStream out = System.out;
        // Whatever a strategy or a library prints must not get between our lines.
        System.setOut(System.err);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        T task = Json.mapper().readValue(in.readLine(), type);
        ParentWatch.start(in);
        try {
            work.run(task, new TaskProcess(out));
        } catch (Problem | StrategyFailed e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(FAILED);
        }
        out.flush();
        // Nothing is left to do, and V8 need not be taken down piece by piece.
        Runtime.getRuntime().halt(0);
    }

    /** On any thread. */
    public synchronized void say(Said line) {
        try {
            out.println(Json.mapper().writeValueAsString(line));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How far it is, now and then, however often it is called. */
    public void progress(double fraction, String message) {
        if (System.nanoTime() - lastLine > BETWEEN_LINES) {
            lastLine = System.nanoTime();
            say(new Said(fraction, message, null, null));
        }
    }
}
