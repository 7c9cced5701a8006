package futures.backtest.sweep;

import futures.engine.ParameterGrid;
import futures.kit.http.Problem;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.SweepCount;

/**
 * Which combinations are to be run.
 *
 * @param grid those that meet the strategy's conditions
 * @param all  combinations before the conditions were looked at
 */
record SweepPlan(ParameterGrid grid, Spaces spaces, int all) {
    private static final int MOST = 20_000;
    private static final int MOST_LOOKED_AT = 2_000_000;

    /** @throws Problem 422 for none or too many */
    static SweepPlan of(Spaces spaces) {
        if (spaces.product() > MOST_LOOKED_AT) {
            throw tooMany(spaces.product(), spaces);
        }
        ParameterGrid whole = ParameterGrid.of(spaces.values());
        ParameterGrid grid = whole.meeting(spaces.conditions());
        if (grid.size() == 0) {
            throw spaces.noneAllowed(whole.size());
        }
        if (grid.size() > MOST) {
            throw tooMany(grid.size(), spaces);
        }
        return new SweepPlan(grid, spaces, whole.size());
    }

    private static Problem tooMany(double size, Spaces spaces) {
        return Problem.unprocessable(
                        "These are %,.0f combinations (%s); a sweep runs %,d at most. Take larger steps or fewer"
                                        .formatted(size, spaces.factors(), MOST)
                                + " parameters, or POST /api/optimizations.")
                .field("spaces", null, "too many combinations");
    }

    SweepCount count(BacktestOrder order) {
        return new SweepCount(
                order.strategyName(),
                order.symbol(),
                grid.size(),
                all - grid.size(),
                spaces.conditionTexts(),
                spaces.values());
    }
}
