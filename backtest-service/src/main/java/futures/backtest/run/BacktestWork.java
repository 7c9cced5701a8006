package futures.backtest.run;

import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderIntake;
import futures.backtest.order.OrderNames;
import futures.backtest.store.BacktestStore;
import futures.backtest.store.CurveWalk;
import futures.backtest.store.EquityPacking;
import futures.backtest.store.PartContent;
import futures.backtest.store.ResultPart;
import futures.engine.BacktestCancelled;
import futures.engine.Progress;
import futures.engine.StrategyFailed;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.kit.job.JobHandle;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Does one backtest: fetches the markets, runs the engine, stores what came out. */
public final class BacktestWork {
    private static final double FETCHED = 0.1;
    private static final double RUN = 0.6;
    private static final double BOUNDED = 0.95;

    private final OrderIntake intake;
    private final EngineRequests requests;
    private final Runs runs;
    private final BacktestStore store;
    private final PortfolioRecorder recorder;
    private final Settings settings;
    private final Clock clock;

    public BacktestWork(
            OrderIntake intake,
            EngineRequests requests,
            BacktestStore store,
            ServiceClient portfolio,
            Settings settings,
            Clock clock) {
        this.intake = intake;
        this.requests = requests;
        this.runs = new Runs(requests);
        this.store = store;
        this.recorder = new PortfolioRecorder(portfolio, store);
        this.settings = settings;
        this.clock = clock;
    }

    /** The order with all that it left open; refuses what cannot be right before it is queued. */
    BacktestOrder complete(BacktestOrder order) {
        return intake.complete(order);
    }

    /** @return a {@link futures.wire.backtest.BacktestAnswer} or {@link futures.wire.backtest.JointAnswer} */
    Object run(String id, BacktestOrder order, JobHandle handle) {
        handle.progress(0, "fetching bars of " + OrderNames.symbols(order));
        try {
            DataGrades grades = new DataGrades(requests.grades(order));
            grades.check(order);
            Outcome outcome = runs.run(
                    order,
                    () -> handle.progress(FETCHED, "running " + OrderNames.strategies(order)),
                    follow(handle, FETCHED, RUN, ""));
            Answers answers = new Answers(id, order, outcome, grades, settings.integer("limits.result_rows"));
            bound(outcome, answers, handle);
            handle.progress(BOUNDED, "storing the result");
            if (order.recordToPortfolio()) {
                record(id, order, outcome, answers);
            }
            store(id, outcome, answers);
            return answers.whole();
        } catch (StrategyFailed e) {
            throw Problem.unprocessable("The strategy failed: " + e.getMessage());
        } catch (BacktestCancelled e) {
            handle.progress(FETCHED, "cancelled");
            throw e;
        }
    }

    private static Progress follow(JobHandle handle, double from, double to, String what) {
        return (done, total) -> {
            double share = total == 0 ? 1 : (double) done / total;
            handle.progress(from + (to - from) * share, what + "bar %,d of %,d".formatted(done, total));
            return !handle.cancelled();
        };
    }

    /** A strategy that acts on its fills may fail on another way through the bars; its own way stands. */
    private static void bound(Outcome outcome, Answers answers, JobHandle handle) {
        try {
            answers.within(outcome.interval(follow(handle, RUN, BOUNDED, "again, for the interval of profits: ")));
        } catch (StrategyFailed e) {
            answers.warn("There is no interval of profits, for read the other way the bars made the strategy fail: "
                    + e.getMessage());
        }
    }

    private void record(String id, BacktestOrder order, Outcome outcome, Answers answers) {
        try {
            answers.recorded(recorder.record(id, order, order.initialCash(), PortfolioRows.of(outcome)));
        } catch (Problem e) {
            answers.warn("The round trips were not recorded in a portfolio: " + e.getMessage());
        }
    }

    private void store(String id, Outcome outcome, Answers answers) {
        Map<ResultPart, PartContent> parts = new EnumMap<>(ResultPart.class);
        parts.put(ResultPart.TRADES, rows(outcome::tradeRows));
        parts.put(ResultPart.ORDERS, rows(outcome::orderRows));
        parts.put(ResultPart.FILLS, rows(outcome::fillRows));
        parts.put(ResultPart.ROLLS, rows(outcome::rollRows));
        parts.put(ResultPart.DAILY, rows(outcome::dayRows));
        parts.put(ResultPart.LOG, rows(outcome::logRows));
        parts.put(
                ResultPart.EQUITY,
                out -> EquityPacking.write(out, new CurveWalk(outcome.equity()), new CurveWalk(outcome.equity())));
        store.finish(
                id,
                answers.summary(),
                Figures.netProfit(outcome),
                outcome.trips().size(),
                parts,
                clock.instant());
    }

    private static PartContent rows(Supplier<? extends Stream<?>> rows) {
        return out -> write(out, rows.get());
    }

    private static void write(OutputStream out, Stream<?> rows) throws IOException {
        try (var writer = Json.mapper().writer().writeValuesAsArray(out)) {
            for (var row = rows.iterator(); row.hasNext(); ) {
                writer.write(row.next());
            }
        }
    }
}
