package futures.backtest.optimize;

import futures.analytics.inference.ReturnMatrix;
import futures.backtest.luck.LuckVerdict;
import futures.backtest.luck.TrialFacts;
import futures.backtest.store.SearchedDays;
import futures.backtest.store.SearchedRow;
import futures.backtest.store.SearchedRowStore;
import futures.wire.backtest.Luck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Judges whether the best combination of a search that has ended is luck. */
final class Verdicts {
    private static final double DAYS_A_YEAR = 252;

    private final SearchedRowStore store;

    Verdicts(SearchedRowStore store) {
        this.store = store;
    }

    /**
     * @param cash initial cash of each run
     * @return null when there is no best one, or not two days
     */
    Luck of(String id, double cash, long seed) {
        List<SearchedRow> best = store.page(id, new SearchedRowStore.Page("done", true, "score", true, 1, 0));
        List<double[]> returns = new ArrayList<>();
        int chosen = -1;
        for (SearchedDays days : store.days(id)) {
            if (!best.isEmpty() && days.number() == best.get(0).number()) {
                chosen = returns.size();
            }
            returns.add(
                    Arrays.stream(days.profits()).map(profit -> profit / cash).toArray());
        }
        if (chosen < 0 || returns.get(chosen).length < 2) {
            return null;
        }
        ReturnMatrix matrix = ReturnMatrix.of(returns);
        return LuckVerdict.of(matrix, chosen, facts(id, matrix), seed);
    }

    /** Of all combinations, those whose days are not kept too. */
    private TrialFacts facts(String id, ReturnMatrix matrix) {
        Spread spread = new Spread();
        store.each(id, row -> {
            if (row.performance() != null && row.performance().get("sharpe_ratio") instanceof Double annual) {
                spread.add(annual / Math.sqrt(DAYS_A_YEAR));
            }
        });
        return new TrialFacts(Math.max(1, spread.count), spread.variance(), matrix.meanCorrelation());
    }

    /** Mean and variance as values come (Welford 1962). */
    private static final class Spread {
        private long count;
        private double mean;
        private double squares;

        void add(double value) {
            count++;
            double before = value - mean;
            mean += before / count;
            squares += before * (value - mean);
        }

        double variance() {
            return count < 2 ? 0 : squares / (count - 1);
        }
    }
}
