package futures.backtest.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.backtest.process.FreshProcess;
import futures.backtest.process.Said;
import futures.backtest.strategy.KeptCode;
import futures.backtest.strategy.ScriptChecker;
import futures.backtest.strategy.ScriptVerdict;
import futures.kit.config.Settings;
import futures.kit.json.Json;
import java.time.Duration;
import java.util.Map;

/** Looks at scripts in a process of its own, for making a strategy runs code of the script. */
public final class CheckRunner implements ScriptChecker {
    private static final int HEAP_MEGABYTES = 256;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Settings settings;

    public CheckRunner(Settings settings) {
        this.settings = settings;
    }

    @Override
    public ScriptVerdict check(KeptCode code, Map<String, Object> values) throws InterruptedException {
        CheckTask task = new CheckTask(code, values, settings.home().toString(), settings.all());
        FreshProcess.Use use = new FreshProcess.Use(
                "The check of a script", HEAP_MEGABYTES, "that of a check", LONGEST, "a check may");
        try (FreshProcess process = FreshProcess.start(CheckProcess.class, task, use)) {
            Said end = process.await();
            return Json.mapper().treeToValue(end.manifest(), ScriptVerdict.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the verdict cannot be read", e);
        }
    }
}
