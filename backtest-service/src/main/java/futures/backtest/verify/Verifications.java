package futures.backtest.verify;

import futures.backtest.process.FreshProcess;
import futures.backtest.process.Said;
import futures.backtest.store.BacktestStore;
import futures.backtest.store.CodeStore;
import futures.backtest.store.StoredBacktest;
import futures.backtest.strategy.KeptCode;
import futures.backtest.strategy.StrategyRegistry;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.Job;
import futures.kit.job.JobHandle;
import futures.kit.job.JobRunner;
import futures.wire.backtest.Verification;
import futures.wire.backtest.Verification.Difference;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Verifies stored backtests, as jobs on the pool that runs them. */
public final class Verifications {
    private final BacktestStore store;
    private final CodeStore code;
    private final StrategyRegistry strategies;
    private final JobRunner runner;
    private final Settings settings;
    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();

    public Verifications(
            BacktestStore store,
            CodeStore code,
            StrategyRegistry strategies,
            JobRunner runner,
            Settings settings,
            Clock clock) {
        this.store = store;
        this.code = code;
        this.strategies = strategies;
        this.runner = runner;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws Problem 409 when the backtest has no result, 429 when too many jobs wait */
    public Job submit(StoredBacktest found) {
        if (found.summary() == null) {
            throw Problem.conflict("There is no result to verify: the backtest is "
                    + found.state().text() + ".");
        }
        return runner.submit(
                found.id() + "-verify-" + count.incrementAndGet(), "verification", handle -> verify(found, handle));
    }

    /** @throws Problem what kept it from a verdict */
    public Verification verifyAndWait(StoredBacktest found) throws InterruptedException {
        return submit(found).awaitResult(Verification.class);
    }

    private Verification verify(StoredBacktest found, JobHandle handle) throws InterruptedException {
        List<KeptCode> kept = new ArrayList<>();
        found.code().forEach((name, hash) -> code.find(name, hash).ifPresent(kept::add));
        Task task = new Task(found.order(), settings.home().toString(), settings.all(), kept);
        try (FreshProcess fresh = FreshProcess.start(VerificationProcess.class, task, use())) {
            Said again = fresh.await(handle);
            Verification verification = Comparison.of(found.summary(), again, since(kept), clock.instant());
            store.verified(found.id(), verification);
            handle.href("/api/backtests/" + found.id());
            return verification;
        }
    }

    /** Strategies whose file is no longer what was run: the run was made with what is kept, and this is said beside it. */
    private List<Difference> since(List<KeptCode> kept) {
        return kept.stream()
                .map(one -> new Difference(
                        "strategy_hash of " + one.strategy(),
                        one.hash(),
                        strategies.hash(one.strategy()).orElse(null)))
                .filter(one -> !one.stored().equals(one.now()))
                .toList();
    }

    private FreshProcess.Use use() {
        return new FreshProcess.Use(
                "The run in a fresh process",
                settings.integer("limits.verify_mb"),
                "limits.verify_mb",
                Duration.ofSeconds(settings.integer("limits.verify_seconds")),
                "limits.verify_seconds");
    }
}
