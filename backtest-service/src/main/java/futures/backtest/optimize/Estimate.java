package futures.backtest.optimize;

import futures.backtest.optimize.search.Method;
import futures.engine.ParameterGrid;
import futures.engine.Sweep;
import futures.wire.backtest.OptimizationCount;
import futures.wire.backtest.OptimizationOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How long a search would take, from a few combinations that are run for it. */
final class Estimate {
    private static final int SIDE_BY_SIDE = 16;
    private static final int SCRIPTS = 3;

    private final Clock clock;

    Estimate(Clock clock) {
        this.clock = clock;
    }

    OptimizationCount of(SearchPlan plan, OptimizationOrder order, Evaluators.Ready ready) throws InterruptedException {
        int some = order.threads() * (ready.script() ? SCRIPTS : SIDE_BY_SIDE);
        long[] cells = Method.RANDOM.searcher(plan.space(), some, 0).ask(Math.min(plan.trials(), some));
        ParameterGrid grid = ParameterGrid.some(plan.space().values(), cells);
        double perSecond = ready.script() ? arrivals(grid, ready, order.threads()) : second(grid, ready);
        return new OptimizationCount(
                order.backtest().strategyName(),
                order.backtest().symbol(),
                plan.method().word(),
                plan.trials(),
                plan.all() < 0 ? null : plan.space().cells() - plan.all(),
                plan.space().cells(),
                cells.length,
                round(perSecond),
                round(plan.trials() / perSecond),
                plan.spaces().conditionTexts(),
                plan.spaces().values());
    }

    /** Twice, for the first time is that of the compiler and of lines that all runs share. */
    private double second(ParameterGrid grid, Evaluators.Ready ready) throws InterruptedException {
        ready.evaluator().run(grid, Sweep.Stop.NEVER, ran -> {}, Unwatched.HANDLE);
        Instant begun = clock.instant();
        ready.evaluator().run(grid, Sweep.Stop.NEVER, ran -> {}, Unwatched.HANDLE);
        return grid.size() / seconds(begun, clock.instant());
    }

    /** Without the start of the process: from the first rows of all threads on. */
    private double arrivals(ParameterGrid grid, Evaluators.Ready ready, int threads) throws InterruptedException {
        List<Instant> arrived = new ArrayList<>();
        Instant begun = clock.instant();
        ready.evaluator()
                .run(
                        grid,
                        Sweep.Stop.NEVER,
                        ran -> {
                            synchronized (arrived) {
                                arrived.add(clock.instant());
                            }
                        },
                        Unwatched.HANDLE);
        synchronized (arrived) {
            int count = arrived.size();
            return count > threads
                    ? (count - threads) / seconds(arrived.get(threads - 1), arrived.get(count - 1))
                    : count / seconds(begun, clock.instant());
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(1e-6, Duration.between(from, to).toNanos() / 1e9);
    }

    private static double round(double value) {
        return value >= 100 ? Math.rint(value) : Math.rint(value * 1000) / 1000;
    }
}
