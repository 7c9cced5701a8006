package futures.backtest.optimize;

import futures.backtest.optimize.search.CellSpace;
import futures.backtest.run.SweepFigures;
import futures.backtest.store.SearchedRow;
import futures.wire.backtest.OptimizationOrder;
import futures.wire.backtest.OptimizationRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stored rows in the words of the wire. */
public final class RowAnswers {
    private final CellSpace space;

    /** @param order complete: its spaces are lists of values */
    public RowAnswers(OptimizationOrder order) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        order.spaces().forEach((name, some) -> values.put(name, List.copyOf((List<?>) some)));
        this.space = new CellSpace(values, List.of());
    }

    CellSpace space() {
        return space;
    }

    public OptimizationRow of(SearchedRow row) {
        Map<String, Object> performance = null;
        if (row.performance() != null) {
            performance = new LinkedHashMap<>();
            for (Map.Entry<String, Object> figure : row.performance().entrySet()) {
                performance.put(
                        figure.getKey(),
                        figure.getValue() instanceof Number number
                                ? SweepFigures.of(figure.getKey(), number.doubleValue())
                                : null);
            }
        }
        return new OptimizationRow(
                row.number(),
                space.combination(row.cell()),
                row.state(),
                row.error(),
                row.score(),
                row.feasible(),
                performance,
                row.resultHash(),
                row.findings());
    }
}
