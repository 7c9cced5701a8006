package futures.backtest.worker;

import futures.backtest.strategy.BrokenStrategy;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process of scripts before its task: it rehearses a run meanwhile. */
final class Warmth {
    /** Each of so many bars, from one that loads all to those that are worth compiling. */
    private static final int[] RUNS = {50, 500, 2_000, 5_000, 10_000, 20_000, 40_000, 40_000, 80_000};

    private Warmth() {}

    /** Rehearses until the task has come, or it has done it often enough. */
    static void gather(Settings settings, BufferedReader in) throws IOException, BrokenStrategy {
        if (in.ready()) {
            return;
        }
        Rehearsal rehearsal = new Rehearsal(settings);
        try {
            for (int i = 0; i < RUNS.length && !in.ready(); i++) {
                rehearsal.run(RUNS[i]);
                rehearsal.ask();
            }
        } catch (Problem e) {
            // There is no V8 here: the run will say so, with its reason.
        }
    }

    /** The task, when it comes; the process ends when none does, or when whoever would send it is gone. */
    static ScriptTask task(BufferedReader in, Duration patience) throws IOException {
        CountDownLatch come = new CountDownLatch(1);
        Thread waiting = new Thread(() -> endWithout(come, patience), "patience");
        waiting.setDaemon(true);
        waiting.start();
        String line = in.readLine();
        if (line == null) {
            Runtime.getRuntime().halt(0);
        }
        come.countDown();
        return Json.mapper().readValue(line, ScriptTask.class);
    }

    private static void endWithout(CountDownLatch come, Duration patience) {
        try {
            if (!come.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
