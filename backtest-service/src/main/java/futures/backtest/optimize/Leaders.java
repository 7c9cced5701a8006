package futures.backtest.optimize;

import futures.backtest.store.SearchedRow;
import futures.backtest.store.SearchedRowStore;
import futures.wire.backtest.Leaderboard;
import futures.wire.backtest.Leaderboard.Leader;
import futures.wire.backtest.Leaderboard.Plateau;
import futures.wire.backtest.OptimizationOrder;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;

/** The best combinations of an optimization, and whether their neighbours are good too. */
public final class Leaders {
    private final SearchedRowStore store;

    public Leaders(SearchedRowStore store) {
        this.store = store;
    }

    /** @param most of them */
    public Leaderboard of(String id, OptimizationOrder order, int most) {
        RowAnswers answers = new RowAnswers(order);
        SearchedRowStore.Page page = new SearchedRowStore.Page("done", true, "score", true, most, 0);
        return new Leaderboard(store.page(id, page).stream()
                .map(row -> new Leader(answers.of(row), plateau(id, answers, row)))
                .toList());
    }

    private Plateau plateau(String id, RowAnswers answers, SearchedRow row) {
        List<Long> cells = answers.space().neighbours(row.cell());
        DoubleSummaryStatistics scores = store.inCells(id, cells).stream()
                .map(SearchedRow::score)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        boolean some = scores.getCount() > 0;
        return new Plateau(
                cells.size(),
                (int) scores.getCount(),
                some ? (Double) scores.getAverage() : null,
                some ? (Double) scores.getMin() : null,
                some && row.score() > 0 ? (Double) (scores.getAverage() / row.score()) : null);
    }
}
