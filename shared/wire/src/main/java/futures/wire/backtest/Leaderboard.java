package futures.wire.backtest;

import java.util.List;

/** The best combinations that meet the constraints, best first. */
public record Leaderboard(List<Leader> leaders) {

    /** @param plateau how its neighbours do */
    public record Leader(OptimizationRow row, Plateau plateau) {}

    /**
     * Scores of the combinations that are one value away in ordered parameters.
     *
     * @param neighbours that the space has
     * @param run        of them, with a score
     * @param mean       of their scores; null when there are none
     * @param min        the worst of them
     * @param score      {@code mean} in parts of the combination's own score; null unless that is above 0
     */
    public record Plateau(int neighbours, int run, Double mean, Double min, Double score) {}
}
