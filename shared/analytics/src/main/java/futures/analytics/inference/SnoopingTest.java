package futures.analytics.inference;

/**
 * Whether the best of several strategies earns more than luck lets the best of so many earn, with what they have in common taken
 * into account: White, "A Reality Check for Data Snooping", Econometrica 68 (2000), and Hansen, "A Test for Superior Predictive
 * Ability", Journal of Business & Economic Statistics 23 (2005), both by the {@link StationaryBootstrap} on the same draws.
 *
 * <p>A p-value is the share of draws whose statistic reaches the observed one, the observed one counted among them: (1 + reached) /
 * (1 + draws), which is never 0. The three of Hansen differ in what becomes of bad strategies when all are centred on
 * having no merit: the lower one leaves those that lost as they are, the upper one centres all (and is spoilt by adding bad
 * strategies), the consistent one centres all but those with √n mean / ω below −√(2 log log n).
 *
 * @param draws         of the bootstrap
 * @param meanBlock     mean length of its blocks, in days
 * @param statistic     of White: √n times the highest mean
 * @param realityCheckP its p-value
 * @param studentised   statistic of Hansen: the highest √n mean / ω, at least 0, where ω² is n times the variance that the
 *                      bootstrap gives the mean
 * @param lowerP        its lower p-value
 * @param consistentP   its consistent p-value, which is the one to use
 * @param upperP        its upper p-value
 * @param flat          strategies left out of Hansen's test because their returns do not vary
 */
public record SnoopingTest(
        int draws,
        double meanBlock,
        double statistic,
        double realityCheckP,
        double studentised,
        double lowerP,
        double consistentP,
        double upperP,
        int flat) {

    /**
     * Takes a time that grows with draws × days × strategies: 2.5 · 10⁹ of them take seconds.
     *
     * @param meanBlock of the bootstrap, at least 1
     * @param draws     at least 1
     * @param seed      the same one gives the same p-values
     * @throws IllegalArgumentException for other blocks or draws, or less than three days
     */
    public static SnoopingTest of(ReturnMatrix returns, double meanBlock, int draws, long seed) {
        if (draws < 1) {
            throw new IllegalArgumentException("at least one draw was expected, found " + draws);
        }
        if (returns.days() < 3) {
            throw new IllegalArgumentException("log log n needs three days, there are " + returns.days());
        }
        int n = returns.days();
        double[] means = returns.means();
        double[] scale = scales(returns, means, meanBlock);
        double[] consistent = new double[means.length];
        double least = -Math.sqrt(2 * StrictMath.log(StrictMath.log(n)));
        double highest = Double.NEGATIVE_INFINITY;
        double studentised = 0;
        int flat = 0;
        for (int k = 0; k < means.length; k++) {
            highest = Math.max(highest, means[k]);
            studentised = Math.max(studentised, means[k] * scale[k]);
            consistent[k] = means[k] * scale[k] >= least ? means[k] : 0;
            flat += scale[k] == 0 ? 1 : 0;
        }
        DrawnMeans drawn = new DrawnMeans(returns, meanBlock, seed);
        double[] mean = new double[means.length];
        int[] reached = new int[4];
        for (int draw = 0; draw < draws; draw++) {
            drawn.draw(mean);
            double white = Double.NEGATIVE_INFINITY;
            double lower = 0;
            double middle = 0;
            double upper = 0;
            for (int k = 0; k < mean.length; k++) {
                white = Math.max(white, mean[k] - means[k]);
                lower = Math.max(lower, (mean[k] - Math.max(0, means[k])) * scale[k]);
                middle = Math.max(middle, (mean[k] - consistent[k]) * scale[k]);
                upper = Math.max(upper, (mean[k] - means[k]) * scale[k]);
            }
            reached[0] += white >= highest ? 1 : 0;
            reached[1] += lower >= studentised ? 1 : 0;
            reached[2] += middle >= studentised ? 1 : 0;
            reached[3] += upper >= studentised ? 1 : 0;
        }
        double all = draws + 1.0;
        return new SnoopingTest(
                draws,
                meanBlock,
                Math.sqrt(n) * highest,
                (reached[0] + 1) / all,
                studentised,
                (reached[1] + 1) / all,
                (reached[2] + 1) / all,
                (reached[3] + 1) / all,
                flat);
    }

    /** √n / ω by strategy; 0 for one that does not vary. */
    private static double[] scales(ReturnMatrix returns, double[] means, double meanBlock) {
        double[] scale = new double[means.length];
        for (int k = 0; k < scale.length; k++) {
            double[] series = returns.strategy(k);
            for (int day = 0; day < series.length; day++) {
                series[day] -= means[k];
            }
            double omega = Math.sqrt(StationaryBootstrap.longRunVariance(series, meanBlock));
            scale[k] = ReturnMatrix.negligible(omega, returns.largest(k)) ? 0 : Math.sqrt(series.length) / omega;
        }
        return scale;
    }
}
