package futures.backtest.montecarlo;

import futures.backtest.bands.DailyProfits;
import futures.backtest.series.MarketSource;
import futures.backtest.store.BacktestStore;
import futures.backtest.store.CodeStore;
import futures.backtest.store.ResultPart;
import futures.backtest.store.StoredBacktest;
import futures.backtest.strategy.KeptCode;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.Job;
import futures.kit.job.JobRunner;
import futures.wire.backtest.MonteCarlo;
import futures.wire.backtest.MonteCarloOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts stored results to the test, as jobs on the pool that runs backtests. Nothing is stored. */
public final class MonteCarlos {
    private final BacktestStore store;
    private final CodeStore code;
    private final MarketSource markets;
    private final Settings settings;
    private final JobRunner runner;
    private final AtomicInteger count = new AtomicInteger();

    public MonteCarlos(BacktestStore store, CodeStore code, MarketSource markets, Settings settings, JobRunner runner) {
        this.store = store;
        this.code = code;
        this.markets = markets;
        this.settings = settings;
        this.runner = runner;
    }

    /**
     * @param found a result
     * @param order null for the standards
     * @throws Problem 409 or 422 when it cannot be put to the test, 429 when too many jobs wait
     */
    public Job submit(StoredBacktest found, MonteCarloOrder order) {
        MonteCarloPlan plan = MonteCarloPlan.of(order, found.order().timeframe());
        StoredResult result = read(found);
        return runner.submit(
                "montecarlo-" + found.id() + "-" + count.incrementAndGet(),
                "monte carlo",
                handle -> new MonteCarloWork(result, plan, markets, settings, handle).answer());
    }

    /** @throws Problem what kept it from an answer */
    public MonteCarlo runAndWait(StoredBacktest found, MonteCarloOrder order) throws InterruptedException {
        return submit(found, order).awaitResult(MonteCarlo.class);
    }

    private StoredResult read(StoredBacktest found) {
        List<KeptCode> kept = new ArrayList<>();
        found.code().forEach((name, hash) -> code.find(name, hash).ifPresent(kept::add));
        try (InputStream trades = part(found, ResultPart.TRADES);
                InputStream days = part(found, ResultPart.DAILY)) {
            return new StoredResult(
                    found.id(),
                    found.order(),
                    found.summary(),
                    StoredTrades.read(trades),
                    DailyProfits.read(days),
                    new StoredCode(List.copyOf(kept)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream part(StoredBacktest found, ResultPart part) {
        return store.part(found.id(), part)
                .orElseThrow(() -> Problem.conflict("The backtest " + found.id() + " has no result: it is "
                        + found.state().text() + ", or was made by an earlier version; run it again."));
    }
}
