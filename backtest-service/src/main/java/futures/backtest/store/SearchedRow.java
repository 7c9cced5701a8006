package futures.backtest.store;

import java.util.List;
import java.util.Map;

/**
 * A combination of an optimization as it is stored.
 *
 * @param cell        its place in the whole grid
 * @param score       greater is better; null when it is undefined
 * @param violation   of the constraints, 0 when all are met
 * @param performance numbers by figure, read back as doubles; null when there is no result
 * @param findings    by their keys
 */
public record SearchedRow(
        int number,
        long cell,
        String state,
        String error,
        Double score,
        double violation,
        Map<String, Object> performance,
        String resultHash,
        List<String> findings) {

    public boolean feasible() {
        return score != null && violation == 0;
    }
}
