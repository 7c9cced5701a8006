package futures.engine;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.TradeColumns;
import futures.analytics.performance.TradeStatistics;
import futures.strategy.Drive;
import futures.strategy.Strategy;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same run with many combinations of parameters. Bars and indicators are shared; of each run only its figures are
 * kept, and only for as long as whoever hears of them does, so that memory does not grow with the number of combinations.
 * The figures are those of single runs, to the last bit.
 */
public final class Sweep {
    private final BacktestRequest request;
    private final ParameterGrid grid;
    private final int[] order;
    private final AtomicInteger next = new AtomicInteger();

    /** Hears of each combination when it is done, on the thread that ran it, in no certain order. */
    @FunctionalInterface
    public interface Listener {
        /** @return false to end the sweep: combinations that are under way end, no other is begun */
        boolean done(Outcome outcome);
    }

    /**
     * What came out of a combination.
     *
     * @param index         its number in the grid
     * @param metrics       of {@link BacktestResult#metrics()} those that cost no sort, no search and no further pass over
     *                      bars: not the median, exact Kelly figures, tail ratio and excursions; empty when it was refused
     * @param ambiguousBars bars inside which the order of events mattered and cannot be known
     * @param refusal       why the strategy refuses these parameters; null when it does not
     */
    public record Outcome(
            int index, Map<Metric, Measure> metrics, int ambiguousBars, int liquidations, String refusal) {}

    /** @param request parameters of the grid go over those of the request */
    public Sweep(BacktestRequest request, ParameterGrid grid) {
        this.request = request;
        this.grid = grid;
        this.order = grid.neighbours();
    }

    /**
     * Runs combinations on the calling thread until none is left. Any number of threads may do so at once; each combination
     * is run by one of them.
     *
     * @throws StrategyFailed when the strategy throws
     */
    public void work(Listener listener) {
        TradeColumns columns = new TradeColumns();
        for (int at = next.getAndIncrement(); at < order.length; at = next.getAndIncrement()) {
            if (!listener.done(run(order[at], columns))) {
                next.set(order.length);
                return;
            }
        }
    }

    private Outcome run(int index, TradeColumns columns) {
        Strategy strategy = request.strategy().get();
        try {
            strategy.configure(request.parameters());
            strategy.configure(grid.get(index));
        } catch (IllegalArgumentException e) {
            return new Outcome(index, Map.of(), 0, 0, e.getMessage());
        }
        columns.clear();
        boolean listens = new Drive(strategy).listens();
        Simulation simulation = new Simulation(request, strategy, listens ? null : columns);
        AccountCourse course = simulation.course();
        Ledger ledger = simulation.ledger();
        TradeColumns trips = listens ? TradeColumns.of(ledger.trips) : columns;
        Map<Metric, Measure> figures = TradeStatistics.of(trips);
        AccountStatistics.addClosed(figures, trips, course.initialCash, course.dailyEquity.length);
        AccountStatistics.add(figures, course);
        return new Outcome(
                index, Collections.unmodifiableMap(figures), ledger.ambiguousBars(), ledger.liquidations(), null);
    }
}
