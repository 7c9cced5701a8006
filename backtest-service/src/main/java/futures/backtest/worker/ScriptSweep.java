package futures.backtest.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.backtest.process.FreshProcess;
import futures.backtest.process.Said;
import futures.backtest.run.Ran;
import futures.backtest.strategy.KeptCode;
import futures.engine.ParameterGrid;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.JobHandle;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Has combinations of a script's parameters run by a process of their own. When it dies, those that it was at run again, each in a
 * process for itself, so that it is known which one kills; the others go on in a new one.
 */
public final class ScriptSweep {
    private final Settings settings;
    private final Consumer<Ran> to;
    private final JobHandle handle;
    private final SweepTask whole;
    private final Map<Integer, SweepTask.Combination> left = new TreeMap<>();

    /** @param to takes the row of each combination, on any thread, one at a time */
    public ScriptSweep(
            Settings settings,
            BacktestOrder order,
            List<KeptCode> code,
            ParameterGrid grid,
            int threads,
            Consumer<Ran> to,
            JobHandle handle) {
        this.settings = settings;
        this.to = to;
        this.handle = handle;
        this.whole =
                new SweepTask(order, code, List.of(), threads, settings.home().toString(), settings.all());
        IntStream.range(0, grid.size())
                .forEach(number -> left.put(number, new SweepTask.Combination(number, grid.get(number))));
    }

    /** @throws Problem when no combination can be run */
    public void run() throws InterruptedException {
        while (!left.isEmpty()) {
            Attempt attempt = new Attempt(List.copyOf(left.values()), whole.threads());
            if (attempt.failure == null) {
                return;
            }
            if (attempt.suspects.isEmpty()) {
                throw attempt.failure; // it did not come to a combination
            }
            for (int suspect : attempt.suspects) {
                SweepTask.Combination one = left.get(suspect);
                Attempt alone = new Attempt(List.of(one), 1);
                if (alone.failure != null) {
                    done(Ran.without(suspect, one.parameters(), "failed", alone.failure.getMessage()));
                }
            }
        }
    }

    private void done(Ran ran) {
        left.remove(ran.row().number());
        to.accept(ran);
    }

    /** One process. */
    private final class Attempt {
        private final Set<Integer> suspects = new TreeSet<>();
        private final Problem failure;

        Attempt(List<SweepTask.Combination> combinations, int threads) throws InterruptedException {
            Problem problem = null;
            try (FreshProcess process = FreshProcess.start(
                    SweepProcess.class,
                    whole.of(combinations, threads),
                    FreshProcess.Use.ofJob("The run of a script", settings),
                    this::hear)) {
                process.await(handle);
            } catch (Problem e) {
                problem = e;
            }
            failure = problem;
        }

        private void hear(Said said) {
            if ("begun".equals(said.message())) {
                suspects.add(said.manifest().intValue());
            } else if ("row".equals(said.message())) {
                Ran ran = ran(said);
                suspects.remove(ran.row().number());
                done(ran);
            }
        }
    }

    private static Ran ran(Said said) {
        try {
            return Json.mapper().treeToValue(said.manifest(), Ran.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
