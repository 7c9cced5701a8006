package futures.engine;

import futures.analytics.performance.Measure;
import futures.analytics.performance.Metric;
import futures.analytics.performance.TradeColumns;
import futures.model.TradingDays;
import futures.strategy.Strategy;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same run with many combinations of parameters. Bars and indicators are shared; of each run only its figures are
 * kept, and only for as long as whoever hears of them does, so that memory does not grow with the number of combinations.
 * The figures are those of single runs, to the last bit.
 */
public final class Sweep {
    /** Combinations that a thread leads over the bars side by side, so that bars and lines are read from near memory. */
    private static final int TOGETHER = 16;

    private final BacktestRequest request;
    private final ParameterGrid grid;
    private final int[] order;
    private final int together;
    private final int firstBar;
    private final AtomicInteger next = new AtomicInteger();

    /** Hears of each combination when it is done, on the thread that ran it, in no certain order. */
    @FunctionalInterface
    public interface Listener {
        /** @return false to end the sweep: combinations that are under way end, no other is begun */
        boolean done(Outcome outcome);
    }

    /** Whether a run goes on, asked after each stretch of some thousand bars, on the thread that leads it. */
    @FunctionalInterface
    public interface Stop {
        Stop NEVER = (index, soFar) -> null;

        /**
         * What it answers must depend on nothing but its arguments, or else results depend on the number of threads.
         *
         * @param index of the combination in the grid
         * @return why it is given up; null when it goes on
         */
        String reason(int index, SoFar soFar);
    }

    /**
     * What a run has come to: figures from which no bar that follows takes anything away.
     *
     * @param drawdown         the deepest fall of equity, as {@link Metric#MAX_DRAWDOWN}: zero or negative
     * @param drawdownFraction as {@link Metric#MAX_DRAWDOWN_PCT}
     * @param trades           round trips that have ended
     */
    public record SoFar(double drawdown, double drawdownFraction, int trades) {}

    /**
     * Why a run was given up.
     *
     * @param time close of the last bar that it saw, in milliseconds since 1970 UTC
     */
    public record Stopped(long time, String reason) {}

    /**
     * What came out of a combination.
     *
     * @param index         its number in the grid
     * @param metrics       of {@link BacktestResult#metrics()} those that cost no sort, no search and no further pass over
     *                      bars: not the median, exact Kelly figures, tail ratio and excursions; empty when it was refused or stopped
     * @param ambiguousBars bars inside which the order of events mattered and cannot be known
     * @param dailyProfits  change of equity over each trading day, as {@link DailyResult#profit}; empty when it was refused, and only
     *                      days that were over when it was stopped
     * @param refusal       why the strategy refuses these parameters; null when it does not
     * @param stopped       null when it saw all bars
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared as values
    public record Outcome(
            int index,
            Map<Metric, Measure> metrics,
            int ambiguousBars,
            int liquidations,
            double[] dailyProfits,
            String refusal,
            Stopped stopped) {}

    /** @param request parameters of the grid go over those of the request */
    public Sweep(BacktestRequest request, ParameterGrid grid) {
        this(request, grid, 1);
    }

    /** @param threads that will work, so that they share out a grid with few combinations too */
    public Sweep(BacktestRequest request, ParameterGrid grid, int threads) {
        this(request, grid, threads, 0);
    }

    private Sweep(BacktestRequest request, ParameterGrid grid, int threads, int firstBar) {
        this.request = request;
        this.grid = grid;
        this.firstBar = firstBar;
        this.order = grid.neighbours();
        this.together = Math.max(1, Math.min(TOGETHER, order.length / threads));
    }

    /**
     * The same with strategies that are called from a bar on. Lines are computed from all bars; figures and days are of those from
     * that bar on.
     *
     * @param bar   the first one of a trading day
     * @param threads as in the constructor
     */
    public static Sweep from(int bar, BacktestRequest request, ParameterGrid grid, int threads) {
        TradingDays days = request.market().days();
        if (days.firstBar(days.indexOf(bar)) != bar) {
            throw new IllegalArgumentException("bar " + bar + " is not the first of a trading day");
        }
        return new Sweep(request, grid, threads, bar);
    }

    /**
     * Runs combinations on the calling thread until none is left. Any number of threads may do so at once; each combination
     * is run by one of them.
     *
     * @throws StrategyFailed when the strategy throws
     */
    public void work(Listener listener) {
        work(listener, Stop.NEVER);
    }

    /**
     * The same, giving up runs that a rule finds hopeless.
     *
     * @throws StrategyFailed when the strategy throws
     */
    public void work(Listener listener, Stop stop) {
        TradeColumns[] columns = new TradeColumns[together];
        Arrays.setAll(columns, i -> new TradeColumns());
        for (int first = next.getAndAdd(together); first < order.length; first = next.getAndAdd(together)) {
            if (!together(first, Math.min(order.length, first + together), columns, listener, stop)) {
                next.set(order.length);
                return;
            }
        }
    }

    private boolean together(int first, int end, TradeColumns[] columns, Listener listener, Stop stop) {
        SweepRun[] runs = new SweepRun[end - first];
        for (int i = 0; i < runs.length; i++) {
            columns[i].clear();
            try {
                runs[i] = new SweepRun(request, strategy(order[first + i]), columns[i], firstBar);
            } catch (Refused e) {
                if (!listener.done(
                        new Outcome(order[first + i], Map.of(), 0, 0, new double[0], e.getMessage(), null))) {
                    return false;
                }
            }
        }
        int bars = request.market().bars().size();
        for (int from = 0; from < bars; from += Simulation.STRETCH) {
            int to = Math.min(bars, from + Simulation.STRETCH);
            for (int i = 0; i < runs.length; i++) {
                if (runs[i] != null && !runs[i].stopped()) {
                    runs[i].advance(from, to);
                    if (to < bars) {
                        runs[i].stopIf(stop, order[first + i], to - 1);
                    }
                }
            }
        }
        for (int i = 0; i < runs.length; i++) {
            if (runs[i] != null && !listener.done(runs[i].outcome(order[first + i]))) {
                return false;
            }
        }
        return true;
    }

    private Strategy strategy(int index) throws Refused {
        Strategy strategy = request.strategy().get();
        Map<String, Object> values = new TreeMap<>(request.parameters());
        values.putAll(grid.get(index));
        try {
            strategy.configure(values);
        } catch (IllegalArgumentException e) {
            throw new Refused(e.getMessage());
        }
        return strategy;
    }

    /** The strategy does not take these parameters. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why, null, false, false);
        }
    }
}
