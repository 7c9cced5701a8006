package futures.backtest.strategy;

import futures.wire.backtest.StrategyError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verdicts on scripts by their content, found one after the other beside all else, so that nobody who lists strategies waits. */
final class ScriptChecks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptChecks.class);
    private static final int MOST_KNOWN = 1_000;

    private final ScriptChecker checker;
    private final ExecutorService one = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "script-checks");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, CompletableFuture<ScriptVerdict>> known = new LinkedHashMap<>(16, 0.75f, true);

    ScriptChecks(ScriptChecker checker) {
        this.checker = checker;
    }

    /** Begins to look at what is not known yet. */
    synchronized CompletableFuture<ScriptVerdict> of(StrategyVersion version, Map<String, Object> values) {
        String key = version.name() + " " + version.hash() + " " + new TreeMap<>(values);
        CompletableFuture<ScriptVerdict> verdict = known.get(key);
        if (verdict == null) {
            verdict = CompletableFuture.supplyAsync(() -> look(version, values), one);
            known.put(key, verdict);
            if (known.size() > MOST_KNOWN) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return verdict;
    }

    private ScriptVerdict look(StrategyVersion version, Map<String, Object> values) {
        KeptCode code = new KeptCode(
                version.name(),
                version.kind(),
                version.hash(),
                version.source().entry(),
                version.source().files());
        try {
            return checker.check(code, values);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ScriptVerdict.unavailable("the service ends");
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("the script " + version.name() + " could not be looked at");
            return ScriptVerdict.broken(
                    List.of(new StrategyError(
                            version.source().entry(), null, null, null, "it could not be checked: " + e.getMessage())),
                    false);
        }
    }

    /**
     * What the first configuration comes to with which the strategy can be made, or else the first one at all; empty while that is
     * being found out.
     */
    Optional<ScriptVerdict> among(StrategyVersion version, List<Map<String, Object>> configurations) {
        ScriptVerdict first = null;
        for (Map<String, Object> values : configurations) {
            ScriptVerdict verdict = of(version, values).getNow(null);
            if (verdict == null) {
                return Optional.empty();
            }
            if (!verdict.making()) {
                return Optional.of(verdict);
            }
            first = first == null ? verdict : first;
        }
        return Optional.ofNullable(first);
    }

    /** {@link #among}, waited for; empty when it takes longer. */
    Optional<ScriptVerdict> await(StrategyVersion version, List<Map<String, Object>> configurations, long millis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (Map<String, Object> values : configurations) {
            try {
                long left = Math.max(1, deadline - System.nanoTime());
                if (!of(version, values).get(left, TimeUnit.NANOSECONDS).making()) {
                    break;
                }
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return among(version, configurations);
    }

    @Override
    public void close() {
        one.shutdownNow();
    }
}
