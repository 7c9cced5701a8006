package futures.backtest.optimize;

import futures.backtest.optimize.search.Fitness;
import futures.backtest.store.SearchedRow;
import futures.backtest.store.SearchedRowStore;
import futures.kit.http.Problem;
import futures.wire.backtest.ObjectiveTerm;
import futures.wire.backtest.OptimizationOrder;
import futures.wire.backtest.OptimizationRow;
import futures.wire.backtest.ParetoFront;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Combinations that no other beats in every objective. */
public final class Fronts {
    private static final int MOST = 1_000;

    private final SearchedRowStore store;

    public Fronts(SearchedRowStore store) {
        this.store = store;
    }

    /**
     * Reads all rows once.
     *
     * @param metrics of the front; none for the optimization's objectives
     * @throws Problem 422 for unknown metrics or a single one
     */
    public ParetoFront of(String id, OptimizationOrder order, List<String> metrics) {
        Objective own = ObjectiveIntake.read(order.objective(), order.constraints());
        Objective objective = metrics.isEmpty()
                ? new Objective(
                        own.terms().stream()
                                .map(term -> new ObjectiveTerm(term.metric(), term.direction(), null))
                                .toList(),
                        own.constraints())
                : ObjectiveIntake.read(metrics, order.constraints());
        if (!objective.several()) {
            throw Problem.unprocessable("A front has two objectives at least; this optimization has one. Name some by"
                            + " metrics=net_profit,max_drawdown.")
                    .field("metrics", metrics, "two at least");
        }
        List<Point> front = new ArrayList<>();
        store.each(id, row -> {
            Fitness fitness = objective.fitness(row.performance());
            if (fitness.feasible()) {
                add(front, new Point(row, fitness));
            }
        });
        front.sort(Comparator.comparing((Point point) -> -point.fitness().values()[0])
                .thenComparing(point -> point.row().number()));
        RowAnswers answers = new RowAnswers(order);
        int step = (front.size() + MOST - 1) / MOST;
        List<OptimizationRow> rows = new ArrayList<>();
        for (int i = 0; i < front.size(); i += step) {
            rows.add(answers.of(front.get(i).row()));
        }
        return new ParetoFront(objective.terms(), front.size(), rows);
    }

    private record Point(SearchedRow row, Fitness fitness) {}

    private static void add(List<Point> front, Point point) {
        for (Point other : front) {
            if (other.fitness().dominates(point.fitness())) {
                return;
            }
        }
        front.removeIf(other -> point.fitness().dominates(other.fitness()));
        front.add(point);
    }
}
