package futures.backtest.worker;

import futures.backtest.strategy.ScriptKind;
import futures.javascript.ScriptCheck;
import futures.javascript.ScriptFailed;
import futures.javascript.ScriptSource;
import futures.kit.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process of scripts before its task: V8 and what a run needs of it are loaded meanwhile. */
final class Warmth {
    private static final String NOTHING = "module.exports = class { processMarketData() { return null; } };";

    private Warmth() {}

    static void gather() {
        try {
            ScriptCheck.of(ScriptSource.of("Nothing", NOTHING), ScriptKind.limits(), Map.of());
        } catch (ScriptFailed e) {
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
