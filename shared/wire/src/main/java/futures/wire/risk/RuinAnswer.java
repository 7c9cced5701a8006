package futures.wire.risk;

import java.util.List;

/**
 * Odds of ruin and what becomes of an account, in money.
 *
 * @param about     null for given outcomes
 * @param capital   at the start
 * @param results   from which paths are drawn
 * @param meanBlock 1 unless drawn in blocks
 * @param notes     what to know before the odds are used
 */
public record RuinAnswer(
        SeriesAbout about,
        double capital,
        double floor,
        int results,
        int steps,
        String draw,
        double meanBlock,
        int paths,
        long seed,
        Exact exact,
        Formulas formulas,
        Simulated simulated,
        List<String> notes) {
    /**
     * Counted, for independent steps.
     *
     * @param probability null when there is too much to count
     * @param byStep      at up to 100 places on the way
     * @param unit        money in which results were counted
     * @param rounded     whether they had to be rounded to it
     */
    public record Exact(Double probability, List<ByStep> byStep, Double unit, Boolean rounded, String reason) {}

    /** Odds within so many steps. */
    public record ByStep(int step, double probability) {}

    /**
     * By formula.
     *
     * @param ever           r^steps of room without an end: exact when a step loses one unit at most, else an upper bound
     * @param brownian       a Brownian motion of the same mean and deviation, watched all the time, within the steps
     * @param brownianEver   the same without an end
     * @param brownianReason why these are null
     */
    public record Formulas(double ever, Double brownian, Double brownianEver, String brownianReason) {}

    /**
     * Drawn.
     *
     * @param ruin              share of the paths that came to the floor
     * @param ruinError         standard error of it
     * @param ruinedAfter       steps, of those paths
     * @param lossProbability   share of the paths that ended below the start
     * @param drawdown          deepest fall, positive
     * @param drawdownFraction  of the peak before it
     * @param underWater        most steps in a row below the peak
     * @param recovered         share of the paths that recovered from their deepest fall
     * @param recovery          steps that took, of those paths
     * @param observedDrawdown  of the results in their own order; null for outcomes
     * @param observedShare     share of the paths with a fall no deeper
     */
    public record Simulated(
            double ruin,
            double ruinError,
            Distribution ruinedAfter,
            Distribution profit,
            double lossProbability,
            Distribution drawdown,
            Distribution drawdownFraction,
            Distribution underWater,
            double recovered,
            Distribution recovery,
            Double observedDrawdown,
            Double observedShare) {}
}
