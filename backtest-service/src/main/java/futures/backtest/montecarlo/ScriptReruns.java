package futures.backtest.montecarlo;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.backtest.process.FreshProcess;
import futures.backtest.process.Said;
import futures.backtest.strategy.KeptCode;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Has a script run again by a process of its own. When that dies, what it was at is left out, and another one does the rest. */
final class ScriptReruns {
    private static final int TENTHS = 9;
    /** What was found by other means would be lost with a job that ran out of time. */
    private static final String TIME = "nine tenths of limits.job_minutes, in seconds";

    private final Settings settings;
    private final RerunTask task;
    private final BiConsumer<Double, String> progress;
    private final Duration longest;
    private double furthest;

    /** @param longest for all of it together */
    ScriptReruns(Settings settings, RerunTask task, Duration longest, BiConsumer<Double, String> progress) {
        this.settings = settings;
        this.task = task;
        this.longest = longest;
        this.progress = progress;
    }

    static ScriptReruns of(
            Settings settings, List<KeptCode> code, List<Rerun> all, Noise noise, BiConsumer<Double, String> progress) {
        RerunTask task = new RerunTask(all, 0, noise, code, settings.home().toString(), settings.all());
        Duration job = Duration.ofMinutes(settings.integer("limits.job_minutes"));
        return new ScriptReruns(settings, task, job.multipliedBy(TENTHS).dividedBy(10), progress);
    }

    /** What came of each, in their order. */
    List<Reran> run() throws InterruptedException {
        long begin = System.nanoTime();
        List<Reran> found = new ArrayList<>();
        while (found.size() < task.all().size()) {
            Duration left = longest.minusNanos(System.nanoTime() - begin);
            Problem failure = left.isNegative()
                    ? Problem.unprocessable("there was no time left for it within " + TIME + ".")
                    : attempt(left, found);
            if (failure != null && found.size() < task.all().size()) {
                found.add(task.all().get(found.size()).leftOut(failure.getMessage()));
            }
        }
        return found;
    }

    /** One process for all that is not done yet; null when it did. */
    private Problem attempt(Duration left, List<Reran> found) throws InterruptedException {
        List<Reran> heard = new CopyOnWriteArrayList<>();
        Problem failure = null;
        try (FreshProcess process =
                FreshProcess.start(RerunProcess.class, task.from(found.size()), use(left), said -> hear(said, heard))) {
            process.await(this::tell);
        } catch (Problem e) {
            failure = e;
        }
        found.addAll(List.copyOf(heard));
        if (failure == null && found.size() < task.all().size()) {
            throw new IllegalStateException(
                    "a process ended with " + found.size() + " of " + task.all().size() + " done");
        }
        return failure;
    }

    private static void hear(Said said, List<Reran> heard) {
        if (said.manifest() == null || said.manifest().isNull()) {
            return;
        }
        try {
            heard.add(Json.mapper().treeToValue(said.manifest(), Reran.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tell(double share, String what) {
        furthest = Math.max(furthest, share); // a process that is being started stands at nothing
        progress.accept(furthest, what);
    }

    private FreshProcess.Use use(Duration left) {
        return new FreshProcess.Use(
                "Running the script again", settings.integer("limits.verify_mb"), "limits.verify_mb", left, TIME);
    }
}
