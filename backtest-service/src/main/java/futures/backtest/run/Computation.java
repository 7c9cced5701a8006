package futures.backtest.run;

import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderNames;
import futures.backtest.store.ChangeWalk;
import futures.backtest.store.CurveWalk;
import futures.backtest.store.EquityPacking;
import futures.backtest.store.PartContent;
import futures.backtest.store.ResultPart;
import futures.engine.BacktestCancelled;
import futures.engine.MarginChange;
import futures.engine.Progress;
import futures.engine.StrategyFailed;
import futures.kit.http.Problem;
import futures.kit.job.JobHandle;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.EquityPoint;
import futures.wire.backtest.LogRow;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Carries an order out and puts what came of it into words; stores nothing. */
public final class Computation {
    private static final double FETCHED = 0.1;
    private static final double RUN = 0.6;
    private static final double BOUNDED = 0.95;

    private final EngineRequests requests;
    private final Runs runs;
    private final int mostTrades;
    private final Supplier<Told> told;
    private final Function<Fetched, OtherReadings> readings;

    private Computation(
            EngineRequests requests, int mostTrades, Supplier<Told> told, Function<Fetched, OtherReadings> readings) {
        this.requests = requests;
        this.runs = new Runs(requests);
        this.mostTrades = mostTrades;
        this.told = told;
        this.readings = readings;
    }

    /** @param mostTrades in one answer */
    public static Computation of(EngineRequests requests, int mostTrades) {
        return new Computation(requests, mostTrades, () -> Told.NOTHING, fetched -> OtherReadings.LATER);
    }

    /**
     * For strategies that take long, on a machine that does two things at once: other readings of doubtful bars run meanwhile.
     *
     * @param mostTrades in one answer
     * @param told       by the strategies, asked for after the run, on its thread
     * @param dropped    called after each other run, on its thread
     */
    public static Computation ofScripts(
            EngineRequests requests, int mostTrades, Supplier<Told> told, Runnable dropped) {
        return new Computation(
                requests,
                mostTrades,
                told,
                fetched -> Runtime.getRuntime().availableProcessors() > 1
                        ? OtherReadings.meanwhile(fetched, dropped)
                        : OtherReadings.LATER);
    }

    /** What came of an order. */
    public static final class Computed {
        private final Outcome outcome;
        private final Answers answers;
        private final List<LogRow> log;

        private Computed(Outcome outcome, Answers answers, List<LogRow> log) {
            this.outcome = outcome;
            this.answers = answers;
            this.log = log;
        }

        Outcome outcome() {
            return outcome;
        }

        Answers answers() {
            return answers;
        }

        /** The answer without trades and equity. */
        public Object summary() {
            return answers.summary();
        }

        /** Equity in few points, for the one who waits; null when that is left to its route. */
        List<EquityPoint> curve() {
            return answers.curve();
        }

        /** Whether the answer for the one who waits has all round trips. */
        boolean hasTrades() {
            return answers.hasTrades();
        }

        public String hash() {
            return outcome.hash();
        }

        public BigDecimal netProfit() {
            return Figures.netProfit(outcome);
        }

        public int trips() {
            return outcome.trips().size();
        }

        public Map<ResultPart, PartContent> parts() {
            Map<ResultPart, PartContent> parts = new EnumMap<>(ResultPart.class);
            parts.put(ResultPart.TRADES, rows(outcome::tradeRows));
            parts.put(ResultPart.ORDERS, rows(outcome::orderRows));
            parts.put(ResultPart.FILLS, rows(outcome::fillRows));
            parts.put(ResultPart.ROLLS, rows(outcome::rollRows));
            parts.put(ResultPart.DAILY, rows(outcome::dayRows));
            parts.put(ResultPart.LOG, rows(() -> Stream.concat(outcome.logRows(), log.stream())));
            parts.put(
                    ResultPart.EQUITY,
                    out -> EquityPacking.write(out, new CurveWalk(outcome.equity()), new CurveWalk(outcome.equity())));
            parts.put(ResultPart.MARGIN, out -> {
                List<MarginChange> changes = outcome.marginChanges();
                EquityPacking.write(out, new ChangeWalk(changes), new ChangeWalk(changes));
            });
            return parts;
        }
    }

    /** @throws Problem when data or strategy do not allow a result; the message says why */
    public Computed compute(String id, BacktestOrder order, JobHandle handle) {
        handle.progress(0, "fetching bars of " + OrderNames.symbols(order));
        try {
            DataGrades grades = new DataGrades(requests.grades(order));
            grades.check(order);
            Fetched fetched = runs.fetch(order);
            handle.progress(FETCHED, "running " + OrderNames.strategies(order));
            OtherReadings others = readings.apply(fetched);
            try {
                Outcome outcome = fetched.run(others.watching(follow(handle, FETCHED, RUN, "")));
                Answers answers = new Answers(id, order, outcome, grades, mostTrades);
                Told further = told.get();
                answers.find(further.findings());
                bound(outcome, others, answers, handle);
                handle.progress(BOUNDED, "storing the result");
                return new Computed(outcome, answers, further.log());
            } finally {
                others.stop();
            }
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
    private static void bound(Outcome outcome, OtherReadings others, Answers answers, JobHandle handle) {
        try {
            answers.within(
                    others.interval(outcome, follow(handle, RUN, BOUNDED, "again, for the interval of profits: ")));
        } catch (StrategyFailed e) {
            answers.warn("There is no interval of profits, for read the other way the bars made the strategy fail: "
                    + e.getMessage());
        }
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
