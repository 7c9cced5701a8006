package futures.backtest.worker;

import futures.backtest.process.FreshProcess;
import futures.backtest.process.Said;
import futures.backtest.run.Delivered;
import futures.backtest.run.Elsewhere;
import futures.backtest.strategy.KeptCode;
import futures.backtest.strategy.ScriptChecker;
import futures.backtest.strategy.ScriptVerdict;
import futures.kit.config.Settings;
import futures.kit.job.JobHandle;
import futures.wire.backtest.BacktestOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Has an order carried out by a process of its own, engine and scripts together: a call from process to process for each bar would
 * cost more than the script does, and a V8 that runs out of memory takes its process with it.
 */
public final class ScriptRunner implements Elsewhere, AutoCloseable {
    private static final long PAUSE_MILLIS = 500;

    private final Settings settings;
    private final SpareProcess spare;

    public ScriptRunner(Settings settings) {
        this.settings = settings;
        this.spare = new SpareProcess(this::fresh);
    }

    private FreshProcess fresh() {
        FreshProcess process =
                FreshProcess.prepare(ScriptProcess.class, FreshProcess.Use.ofJob("The run of a script", settings));
        process.tell(new Surroundings(settings.home().toString(), settings.all()));
        return process;
    }

    @Override
    public Delivered run(String id, BacktestOrder order, List<KeptCode> code, JobHandle handle)
            throws InterruptedException {
        Path directory = temporary();
        boolean delivered = false;
        try (FreshProcess process = spare.take()) {
            process.tell(new ScriptTask(id, order, code, directory.toString()));
            Said end = process.await(handle);
            Delivered result = new Delivered(directory, end.manifest());
            delivered = true;
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("the result of the process cannot be read", e);
        } finally {
            if (!delivered) {
                Delivered.remove(directory);
            }
            expectAnother();
        }
    }

    /** The same checker; when it finds a script good a process is made ready, for who wrote or keeps one will run it. */
    public ScriptChecker expecting(ScriptChecker checker) {
        return (code, values) -> {
            ScriptVerdict verdict = checker.check(code, values);
            if (verdict.errors().isEmpty() && verdict.unavailable() == null) {
                expectAnother();
            }
            return verdict;
        };
    }

    /** In a moment: what was run is stored and answered first, and another process would be in its way. */
    private void expectAnother() {
        if (settings.integer("scripts.ready_processes") > 0) {
            CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(spare::refill);
        }
    }

    /** Ends the process that waits for a run. */
    @Override
    public void close() {
        spare.close();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("backtest-");
        } catch (IOException e) {
            throw new UncheckedIOException("no directory can be made for the result", e);
        }
    }
}
