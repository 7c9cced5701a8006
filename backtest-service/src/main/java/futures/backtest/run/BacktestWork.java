package futures.backtest.run;

import futures.backtest.luck.CountedRuns;
import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderIntake;
import futures.backtest.store.BacktestStore;
import futures.backtest.store.StoredBacktest;
import futures.backtest.strategy.KeptCode;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.JobHandle;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import java.time.Clock;
import java.util.List;

/** Does one backtest: fetches the markets, runs the engine, stores what came out. */
public final class BacktestWork {
    private final OrderIntake intake;
    private final EngineRequests requests;
    private final Computation computation;
    private final Elsewhere elsewhere;
    private final BacktestStore store;
    private final CountedRuns counted;
    private final PortfolioRecorder recorder;
    private final Clock clock;

    public BacktestWork(
            OrderIntake intake,
            EngineRequests requests,
            Elsewhere elsewhere,
            BacktestStore store,
            CountedRuns counted,
            ServiceClient portfolio,
            Settings settings,
            Clock clock) {
        this.intake = intake;
        this.requests = requests;
        this.computation = Computation.of(requests, settings.integer("limits.result_rows"));
        this.elsewhere = elsewhere;
        this.store = store;
        this.counted = counted;
        this.recorder = new PortfolioRecorder(portfolio, store);
        this.clock = clock;
    }

    /** The order with all that it left open; refuses what cannot be right before it is queued. */
    BacktestOrder complete(BacktestOrder order) {
        return intake.complete(order);
    }

    /** @return a {@link futures.wire.backtest.BacktestAnswer} or {@link futures.wire.backtest.JointAnswer}, or its JSON */
    Object run(String id, BacktestOrder order, JobHandle handle) throws InterruptedException {
        List<KeptCode> scripts = requests.scripts(order);
        if (!scripts.isEmpty()) {
            return elsewhere(id, order, scripts, handle);
        }
        Computation.Computed computed = computation.compute(id, order, handle);
        computed.answers()
                .deflated(counted.count(
                        order,
                        StoredBacktest.code(
                                order,
                                Json.mapper().valueToTree(computed.outcome().manifest())),
                        profits(computed.outcome())));
        if (order.recordToPortfolio()) {
            record(id, order, computed.outcome(), computed.answers());
        }
        store.finish(
                id,
                computed.answers().summary(),
                computed.netProfit(),
                computed.trips(),
                computed.parts(),
                clock.instant());
        return computed.answers().whole();
    }

    private Object elsewhere(String id, BacktestOrder order, List<KeptCode> scripts, JobHandle handle)
            throws InterruptedException {
        List<String> warnings = requests.strategyWarnings(order);
        try (Delivered delivered = elsewhere.run(id, order, scripts, handle)) {
            warnings.forEach(delivered::warn);
            delivered.deflated(counted.count(
                    order, StoredBacktest.code(order, delivered.summary().path("manifest")), delivered.dailyProfits()));
            if (order.recordToPortfolio()) {
                try {
                    delivered.recorded(
                            recorder.record(id, order, order.initialCash(), PortfolioRows.of(delivered.tradeRows())));
                } catch (Problem e) {
                    delivered.warn("The round trips were not recorded in a portfolio: " + e.getMessage());
                }
            }
            store.finish(
                    id,
                    delivered.summary(),
                    delivered.netProfit(),
                    delivered.trips(),
                    delivered.parts(),
                    clock.instant());
            return delivered.whole();
        }
    }

    private static double[] profits(Outcome outcome) {
        return outcome.dayRows()
                .filter(day -> day.strategy() == null)
                .mapToDouble(day -> day.profit().doubleValue())
                .toArray();
    }

    private void record(String id, BacktestOrder order, Outcome outcome, Answers answers) {
        try {
            answers.recorded(recorder.record(id, order, order.initialCash(), PortfolioRows.of(outcome)));
        } catch (Problem e) {
            answers.warn("The round trips were not recorded in a portfolio: " + e.getMessage());
        }
    }
}
