package futures.backtest.optimize;

import futures.backtest.store.SearchedRow;
import futures.backtest.store.SearchedRowStore;
import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import futures.wire.backtest.OptimizationOrder;
import futures.wire.backtest.Surface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Figures over the values of one or two parameters, whatever the others are. */
public final class Surfaces {
    private static final int MOST_CELLS = 250_000;

    private final SearchedRowStore store;

    public Surfaces(SearchedRowStore store) {
        this.store = store;
    }

    /**
     * Reads all rows once.
     *
     * @param y      null for the values of one parameter
     * @param reduce {@code best}, {@code mean} or {@code count}
     * @throws Problem 422 for an unknown parameter or figure, or too many cells
     */
    public Surface of(String id, OptimizationOrder order, String x, String y, String figure, String reduce) {
        RowAnswers answers = new RowAnswers(order);
        int across = axis("x", x, answers);
        int down = y == null ? -1 : axis("y", y, answers);
        if (!store.sorts().contains(figure) || figure.equals("number")) {
            throw Problem.unprocessable("There is no figure '" + figure + "'" + NearNames.hint(figure, store.sorts())
                            + " It may be score or a metric of the rows.")
                    .field("figure", figure, "unknown figure");
        }
        List<Object> columns = answers.space().values().get(x);
        List<Object> rows = y == null
                ? Collections.singletonList(null)
                : answers.space().values().get(y);
        if ((long) columns.size() * rows.size() > MOST_CELLS) {
            throw Problem.unprocessable("These are %,d x %,d values; a surface may have %,d cells."
                            .formatted(columns.size(), rows.size(), MOST_CELLS))
                    .field("x", x, "too many values together");
        }
        Reduction reduction = new Reduction(rows.size(), columns.size(), reduce);
        store.each(id, row -> {
            Double value = value(row, figure);
            if (value != null) {
                int[] places = answers.space().places(row.cell());
                reduction.add(down < 0 ? 0 : places[down], places[across], value, row);
            }
        });
        return new Surface(x, columns, y, rows, figure, reduce, reduction.cells());
    }

    private static Double value(SearchedRow row, String figure) {
        if (figure.equals("score")) {
            return row.score();
        }
        return row.performance() == null ? null : (Double) row.performance().get(figure);
    }

    private static int axis(String field, String name, RowAnswers answers) {
        int axis = answers.space().names().indexOf(name);
        if (axis < 0) {
            throw Problem.unprocessable("There is no parameter '" + name + "' in this optimization; there are "
                            + String.join(", ", answers.space().names()) + ".")
                    .field(field, name, "not searched");
        }
        return axis;
    }

    /** Sums, counts or bests by cell. */
    private static final class Reduction {
        private final String how;
        private final double[][] sums;
        private final int[][] counts;
        private final double[][] scores;

        Reduction(int rows, int columns, String how) {
            this.how = how;
            this.sums = new double[rows][columns];
            this.counts = new int[rows][columns];
            this.scores = new double[rows][columns];
            for (double[] row : scores) {
                Arrays.fill(row, Double.NEGATIVE_INFINITY);
            }
        }

        void add(int y, int x, double value, SearchedRow row) {
            if (!how.equals("best")) {
                sums[y][x] += value;
                counts[y][x]++;
            } else if (row.feasible() && row.score() > scores[y][x]) {
                scores[y][x] = row.score();
                sums[y][x] = value;
                counts[y][x] = 1;
            }
        }

        List<List<Double>> cells() {
            List<List<Double>> cells = new ArrayList<>();
            for (int y = 0; y < sums.length; y++) {
                List<Double> row = new ArrayList<>();
                for (int x = 0; x < sums[y].length; x++) {
                    double value = how.equals("count") ? counts[y][x] : sums[y][x] / counts[y][x];
                    row.add(counts[y][x] > 0 ? value : null);
                }
                cells.add(row);
            }
            return cells;
        }
    }
}
