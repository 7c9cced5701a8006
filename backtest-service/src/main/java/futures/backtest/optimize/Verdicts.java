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
    private final SearchedRowStore store;

    Verdicts(SearchedRowStore store) {
        this.store = store;
    }

    /**
     * @param cash  initial cash of each run
     * @param tries all that were made, those of this search among them
     * @return null when there is no best one, or not two days
     */
    Luck of(String id, double cash, TrialFacts tries, long seed) {
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
        return LuckVerdict.of(ReturnMatrix.of(returns), chosen, tries, seed);
    }
}
